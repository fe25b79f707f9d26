import type { CrossFinding } from '../../../../lib/series/checks/cross-check.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { columnOf } from '../../../../lib/series/columns.ts'
import { decided } from '../../../../lib/series/decisions.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { viewInMemory } from '../../../support/view-in-memory.ts'
import { handedIn, names, roster, seasonBefore, seasonOf } from '../checks/faultless.ts'
import { findingsOfRecords, type Handed, recordOfHanded } from '../checks/invented-season.ts'

/** A season as a run hands it to the workbook, with every kind of fault that a sheet tells of. */

const asOf = '2024-03-01'

/** What a report says in a cell that is no number. */
export interface Without {
  readonly key: string
  readonly state: string
  readonly text: string | null
  readonly entered?: true
}

export interface Changed {
  readonly without?: readonly Without[]
  readonly flagged?: readonly { readonly key: string; readonly checks: readonly string[] }[]
}

/** A record with cells that have no number, and numbers that findings name. */
export const withCells = (row: Row, { without = [], flagged = [] }: Changed): Row => ({
  ...row,
  ...Object.fromEntries(without.map(({ key }) => [columnOf(key).name, null])),
  without_number: JSON.stringify([...(JSON.parse(String(row['without_number'])) as Without[]), ...without]),
  flagged: JSON.stringify(flagged),
})

const decisions = (findings: readonly CrossFinding[]) => {
  const [first] = findings.filter(({ check }) => check === 'unit-late')
  return new Map(
    first
      ? [
          [
            first.id,
            { finding: first.id, decision: '认可', reason: '因机构改革', by: '=张三', until: null, line: 2 },
          ],
        ]
      : [],
  )
}

export const viewOf = async (
  records: readonly Row[],
  { year = 2023, checked = true }: { readonly year?: number; readonly checked?: boolean } = {},
): Promise<SeasonView> => {
  const found = checked ? await findingsOfRecords(roster, records, { year, asOf }) : []
  const { findings, unmet } = decided(found, decisions(found), asOf)
  const leftOut = [
    { key: '乙县审计局/年报.pdf', version: '1', reason: 'rejected', newest: true },
    { key: '乙县林业局/年报.docx', version: '1', reason: 'failed', newest: false },
    { key: '=cmd|x.docx', version: '1', reason: 'damaged', newest: true },
  ] as const
  return viewInMemory(records, roster, { year, asOf, findings, unmet, leftOut: [...leftOut] })
}

export const keys = {
  received: 'requests.newRequests.total',
  natural: 'requests.newRequests.naturalPerson',
  carried: 'requests.carriedOver.naturalPerson',
  fees: 'proactiveDisclosure.administrativeFees.amount',
  upheld: 'reconsiderationAndLitigation.reconsideration.upheld',
  repealed: 'proactiveDisclosure.rules.repealed',
  inForce: 'proactiveDisclosure.rules.inForce',
  denied: 'requests.outcomes.denied.stateSecret.total',
} as const

const isOf = (unit: string, year: number) => (each: Handed) =>
  each.name === names.get(unit) && each.year === year

/** The season of `faultless.ts` with faults of every kind, as records. */
export const faultySeason = (): readonly Row[] => {
  const before = seasonBefore('2021')
  const handed = [
    ...handedIn(before, 2022, '2021'),
    ...handedIn(seasonOf('2021', before), 2023, '2021'),
  ].filter(each => !isOf('A2', 2023)(each))
  const of = (unit: string, year: number): Handed => handed.find(isOf(unit, year))!
  const changed = new Map<Handed, (row: Row) => Row>([
    [
      of('A1', 2023),
      row =>
        withCells(row, {
          without: [
            { key: keys.natural, state: 'blank', text: '' },
            { key: keys.fees, state: 'unreadable', text: null },
            { key: keys.upheld, state: 'text', text: '=1+1' },
          ],
          flagged: [{ key: keys.received, checks: ['requests-balance', 'no-such-check'] }],
        }),
    ],
    [
      of('B3', 2023),
      row => ({
        ...withCells(row, { without: [{ key: keys.repealed, state: 'blank', text: '' }] }),
        [columnOf(keys.inForce).name]: 5_000n,
      }),
    ],
    [
      of('B1', 2023),
      row =>
        withCells(row, {
          without: [
            { key: keys.carried, state: 'missing', text: null },
            { key: keys.denied, state: 'notApplicable', text: '/' },
          ],
        }),
    ],
  ])
  const rows = handed.map(each => (changed.get(each) ?? (row => row))(recordOfHanded(each)))
  const carriedMore = { ...of('B2', 2023).figures, [keys.carried]: 99 }
  return [
    ...rows,
    recordOfHanded({
      ...of('B2', 2023),
      version: '2',
      uploadedAt: '2024-02-20T00:00:00Z',
      figures: carriedMore,
    }),
    recordOfHanded({ ...of('B3', 2023), name: '丁县数据局', key: '=丁县/报告.docx' }),
    recordOfHanded({ ...of('B4', 2023), version: '2', signedOn: '2024-02-15' }),
  ]
}
