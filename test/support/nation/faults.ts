import { columnOf } from '../../../lib/series/columns.ts'
import type { NationUnit } from './tree.ts'

/** Units outside the provinces whose reports have a fault each, or follow a merger; and what must be found of them. */

/** What a record says in place of what it would: SQL by the names of its columns; `same` is what it would say. */
export type Instead = Readonly<Record<string, (same: string) => string>>

export interface Planted {
  /** `unit year`: left out. */
  readonly missing: ReadonlySet<string>
  readonly changed: ReadonlyMap<string, Instead>
  /** More records, made of another one. */
  readonly more: readonly { readonly of: string; readonly instead: Instead }[]
  /** `check unit outcome`, sorted; `-` for nobody. */
  readonly expected: readonly string[]
}

const text = (value: string) => (): string => `'${value.replaceAll("'", "''")}'`
const plus =
  (by: number) =>
  (same: string): string =>
    `${same} + ${by}`

const figure = (key: string, change: (same: string) => string): Instead => ({ [columnOf(key).name]: change })

const nameAlone = (unit: string): string => `独立机构${unit}办公室`

/** Digits of the length of a text's signature, others for each id. */
export const signatureOf = (id: string): string =>
  [0, 1, 2, 3].map(at => `md5(${id} || '${at}')`).join(' || ')

const claim = { now: 0, up: true, by: '300', measure: 'percent', quote: '收到申请0件，同比增长300%' }
const received = columnOf('requests.newRequests.total').name

/** Another upload. */
const upload = (name: string): Instead => ({
  record_id: text(name),
  key: text(`${name}.docx`),
  path: text(`${name}.docx`),
  version: text(name),
  figures_hash: text(name),
  text_signature: () => signatureOf(`'${name}'`),
  uploaded_at: (same: string) => `replace(${same}, 'T02', 'T01')`,
})

export const plantedIn = (year: number): Planted => {
  const now = (unit: string): string => `${unit} ${year}`
  const nobody = {
    authority: text('无此地无此局'),
    authority_as_printed: text('无此地无此局'),
    signed_by: text('无此地无此局'),
    title: () => 'NULL',
  }
  const either = {
    authority: text('共用简称'),
    authority_as_printed: text('共用简称'),
    signed_by: text('共用简称'),
    title: () => 'NULL',
  }
  const twin = { figures_hash: text('twintwintwintwin') }
  return {
    missing: new Set([now('s00'), now('p00c00k00b0')]),
    changed: new Map([
      [now('s01'), { signed_on: text(`${year + 1}-02-20`) }],
      [now('s03'), figure('requests.carriedOver.naturalPerson', plus(1))],
      [now('s04'), figure('proactiveDisclosure.rules.inForce', plus(1))],
      [now('s05'), figure('proactiveDisclosure.normativeDocuments.inForce', plus(1))],
      [now('t06'), figure('proactiveDisclosure.administrativePenalty.previousYearItems', plus(1))],
      [now('t07'), figure('proactiveDisclosure.rules.totalDisclosed', () => '0')],
      [
        now('s08'),
        {
          growth_claims: () =>
            `json_array(json_merge_patch('${JSON.stringify(claim)}', json_object('now', n_${received})))`,
        },
      ],
      [now('s09'), twin],
      [now('s10'), twin],
      [now('s11'), figure('reconsiderationAndLitigation.reconsideration.upheld', plus(500))],
      [now('s21'), { text_signature: () => signatureOf("'one text'") }],
      [now('s22'), { text_signature: () => signatureOf("'one text'") }],
      [now('s23'), { text_signature: () => signatureOf(`unit || '-${year - 1}'`) }],
      [
        now('s24'),
        {
          speaks_as: text(
            JSON.stringify([{ name: nameAlone('s14'), as: 'report', quote: nameAlone('s14') }]),
          ),
        },
      ],
      [now('s20'), figure('requests.carriedOver.total', plus(3))],
      [now('p05'), figure('requests.newRequests.naturalPerson', plus(-1))],
    ]),
    more: [
      {
        of: now('s02'),
        instead: { ...upload('twice'), ...figure('requests.newRequests.naturalPerson', plus(1)) },
      },
      { of: now('s12'), instead: { ...upload('nobody'), ...nobody } },
      { of: now('s12'), instead: { ...upload('either'), ...either } },
    ],
    expected: [
      'unit-not-reported s00 broken',
      'unit-not-reported p00c00k00b0 broken',
      // Its county cannot be judged then.
      'summary-against-units p00c00k00 unassessable',
      'unit-late s01 broken',
      'reported-twice s02 broken',
      'carried-over-against-last-year s03 broken',
      'rules-in-force-against-last-year s04 broken',
      'normative-in-force-against-last-year s05 broken',
      'items-against-last-year t06 broken',
      'disclosed-total-against-last-year t07 broken',
      'growth-claim s08 broken',
      'same-figures-elsewhere s09 broken',
      'jump-against-last-year s11 broken',
      'foreign-authority-named s24 broken',
      'text-copied s21 broken',
      'text-copied s23 broken',
      'carried-over-against-last-year s20 broken',
      'summary-against-units p05 broken',
      'unit-unmatched - broken',
      'unit-ambiguous - broken',
    ].toSorted(),
  }
}

const alone = (unit: string, given: Partial<NationUnit> = {}): NationUnit => ({
  unit,
  name: nameAlone(unit),
  parent: null,
  scope: 'own',
  ...{ province: -1, city: null, county: null, edition: '2021' },
  ...given,
})

const numbered = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'))

/** They stand alone, so that no sum of a province is another for them. s15 went into s16, s18 and s19 into s20. */
export const aloneUnits = (year: number): readonly NationUnit[] => {
  const merged = (successor: string) => ({ successor, until: `${year}-06-30` })
  const special: Readonly<Record<string, Partial<NationUnit>>> = {
    s12: { aliases: '共用简称' },
    s13: { aliases: '共用简称' },
    s15: merged('s16'),
    s18: merged('s20'),
    s19: merged('s20'),
  }
  return [
    ...numbered(0, 24).map(at => alone(`s${at}`, special[`s${at}`])),
    ...numbered(6, 9).map(at => alone(`t${at}`, { edition: '2019' })),
  ]
}

/** Whose figures of the year before a unit's follow from, besides its own. */
export const mergedInto: ReadonlyMap<string, readonly string[]> = new Map([
  ['s16', ['s15']],
  ['s20', ['s18', 's19']],
])

/** Findings in the words of `expected`. */
export const foundIn = (
  findings: readonly {
    readonly check: string
    readonly outcome: string
    readonly subjects: readonly { readonly unit: string }[]
  }[],
): readonly string[] =>
  findings.map(({ check, outcome, subjects }) => `${check} ${subjects[0]?.unit ?? '-'} ${outcome}`).toSorted()
