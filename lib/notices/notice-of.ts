import { type Cause, standing } from '../writers/gravest-first.ts'
import { doubtedCells, isDoubtful, partOf } from './kinds.ts'
import type {
  DecisionWord,
  Notice,
  NoticedFinding,
  NoticedReport,
  Part,
  PartKind,
  Point,
  SeasonFinding,
} from './notice.ts'
import { underBlanks } from './points/blank.ts'
import { plain } from './points/plain.ts'
import { asRead, pointOf } from './points/point.ts'
import { seasonPoints } from './points/season.ts'

/** A unit as the roster knows it. */
export interface Addressee {
  readonly unit: string
  readonly name: string
}

export interface NoticeInput {
  readonly json: NoticedReport
  /** Name of the file, for a report without a title. */
  readonly file: string
  readonly addressee: Addressee | null
  /** What a person decided, by the id of the finding. */
  readonly decisions: ReadonlyMap<string, DecisionWord>
  /** Findings across reports of the season of that year. */
  readonly season: readonly SeasonFinding[]
}

/** The parts of a letter as they follow one another. */
const order: readonly PartKind[] = ['refused', 'errors', 'warnings', 'season', 'unread', 'notes']

/** Decided so, a finding is no longer held against the report. */
const settles = (decision: DecisionWord | undefined): boolean =>
  decision === 'rejected' || decision === 'explained'

/**
 * The findings that a letter tells of, each with those under it. A cause that is settled takes with it what stands under it:
 * a person deals with it as one. One whose every part is settled says nothing more.
 */
const open = (
  report: NoticedReport,
  decisions: NoticeInput['decisions'],
): readonly Cause<NoticedFinding>[] => {
  const { findings } = report
  const blanks = underBlanks(
    findings.filter(({ id }) => !settles(decisions.get(id))),
    report,
  )
  const placed = findings.map(finding => {
    const causedBy = finding.causedBy ?? blanks.get(finding.id)
    return causedBy === undefined ? finding : { ...finding, causedBy }
  })
  const under = Map.groupBy(placed, ({ causedBy }) => causedBy)
  const isOpen = ({ id }: NoticedFinding): boolean => !settles(decisions.get(id))
  return standing(placed).flatMap(finding => {
    const all = under.get(finding.id) ?? []
    const parts = all.filter(isOpen)
    return isOpen(finding) && (all.length === 0 || parts.length > 0 || finding.check === 'cell-blank')
      ? [{ finding, parts }]
      : []
  })
}

/** Remarks that stand under one for the sake of counting say more than it does. */
const remarksApart = ({ finding, parts }: Cause<NoticedFinding>): readonly Cause<NoticedFinding>[] =>
  finding.severity === 'info' && parts.length > 0
    ? parts.map(part => ({ finding: part, parts: [] }))
    : [{ finding, parts }]

const inOrder = (points: ReadonlyMap<PartKind | null, readonly Point[]>): readonly Part[] =>
  order.flatMap(kind => {
    const own = points.get(kind) ?? []
    return own.length > 0 ? [{ kind, points: own }] : []
  })

const titled = ({ json, file }: NoticeInput): string => {
  const title = json.report.title?.replace(/\s*\n\s*/gu, '').trim()
  return title ? `《${title.replace(/^《|》$/gu, '')}》` : `文件“${file}”`
}

/** The letter about a report; null where nothing is left for the unit to mend: remarks alone are no reason to write. */
export const noticeOf = (input: NoticeInput): Notice | null => {
  const { json, addressee, decisions, season } = input
  const doubted = doubtedCells(json.findings.filter(({ id }) => !settles(decisions.get(id))))
  const told = open(json, decisions)
    .flatMap(remarksApart)
    .map(({ finding, parts }) => {
      const cells = [finding, ...parts].flatMap(each => each.cells)
      const kind = partOf(finding, cells, json, doubted)
      const point = pointOf(finding, parts, json)
      return { kind, point: kind === 'unread' && isDoubtful(cells, json, doubted) ? asRead(point) : point }
    })
  const points = new Map<PartKind | null, readonly Point[]>(
    [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, each]) => [kind, each.map(({ point }) => point)]),
  )
  if (addressee)
    points.set(
      'season',
      seasonPoints(season, addressee.unit, addressee.name).filter(
        ({ findings: [id] }) => !settles(decisions.get(id!)),
      ),
    )
  const parts = inOrder(points)
  if (parts.every(({ kind }) => kind === 'notes')) return null
  const { authority, authorityAsPrinted, year } = json.report
  return { to: addressee?.name ?? authority ?? authorityAsPrinted, year, report: titled(input), parts }
}

/** Why a file was not taken. */
export interface RefusedInput {
  readonly file: string
  readonly year: number | null
  readonly addressee: Addressee | null
  readonly reason: { readonly sentence: { readonly zh: string }; readonly remedy: { readonly zh: string } }
}

/** The letter about a file that was not taken as a report: why, and what to hand in. */
export const refusalNotice = ({ file, year, addressee, reason }: RefusedInput): Notice => ({
  to: addressee?.name ?? null,
  year,
  report: `文件“${file}”`,
  parts: [
    {
      kind: 'refused',
      points: [
        {
          text: plain(`${reason.sentence.zh}${reason.remedy.zh}`).replaceAll('提交', '报送'),
          items: [],
          after: '',
          findings: [],
        },
      ],
    },
  ],
})
