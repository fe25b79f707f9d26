import { rememberFor } from '../../util/remember.ts'
import { addressOf } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import type { SeasonJson } from '../season-contract.ts'
import { type Arrival, type ArrivalState, arrivalOf, arrivalWords } from './arrival.ts'
import type { Facts } from './facts.ts'
import {
  cutAfter,
  daySerial,
  endList,
  firstListed,
  heightOf,
  type List,
  newList,
  putDay,
  putLink,
  putText,
} from './list.ts'
import { reportTarget } from './place.ts'
import type { Plan } from './plan.ts'
import { unitsOfYear } from './side-by-side.ts'
import * as styles from './styles.ts'

/** Who has not reported, and who did after the deadline. */

const columns = [
  { head: '序号\nNo.', width: 7 },
  { head: '单位\nUnit', width: 26 },
  { head: '单位编号\nUnit no.', width: 13 },
  { head: '上级\nParent', width: 22 },
  { head: '状态\nState', width: 16 },
  { head: '期限\nDue', width: 13 },
  { head: '期限依据\nGiven by', width: 14 },
  { head: '首次上传\nFirst uploaded', width: 15 },
  { head: '落款日期\nSigned', width: 13 },
  { head: '认定报送日\nCounts as of', width: 15 },
  { head: '逾期（天）\nDays late', width: 11 },
  { head: '截至\nAs of', width: 13 },
  { head: '处理\nDecision', width: 24 },
  { head: '说明\nMessage', width: 44 },
]

const order: readonly ArrivalState[] = ['notReported', 'late', 'notYetDue']
const stateStyles: Readonly<Partial<Record<ArrivalState, (typeof styles)['good']>>> = {
  notReported: styles.severe,
  late: styles.warning,
  notYetDue: styles.info,
}

export interface Listed {
  readonly unit: string
  readonly arrival: Arrival
}

/** Units that are not in time, the gravest first. */
export const notInTime = (facts: Facts): readonly Listed[] => {
  const all = unitsOfYear(facts).map(unit => ({ unit, arrival: arrivalOf(facts, unit) }))
  return order.flatMap(state => all.filter(({ arrival }) => arrival.state === state))
}

const aboutArrival = new Set(['unit-not-reported', 'unit-late'])

type Finding = SeasonJson['findings'][number]

/** What the checks say of the arrival of each unit. */
const findingsOf = rememberFor(
  ({ view }: Facts): ReadonlyMap<string, Finding> =>
    new Map(
      view.json.findings
        .filter(({ check }) => aboutArrival.has(check))
        .map(finding => [finding.subjects[0]?.unit ?? '', finding]),
    ),
)

const decisionWords = (finding: Finding | undefined): string | null => {
  const decision = finding?.decision
  return decision ? `${decision.decision}：${decision.reason}（${decision.by}）` : null
}

const daysLate = ({ dueOn, cameOn }: Arrival, asOf: string): number =>
  dueOn === null ? 0 : Math.max(0, daySerial(cameOn ?? asOf) - daySerial(dueOn))

const about =
  '名册写明期限的，按首次上传日期（北京时间）；没有写明的，按法定期限和落款日期。没有落款日期，或期限过后一年多才上传的旧报告，不认定逾期。重新报送不算逾期。改动“截至”一列，未报单位的逾期天数随之重算。 Days late recompute with the day in the column “As of”.'

export const arrivalsSheet = (facts: Facts, plan: Plan, name: string, most: number): Sheet => {
  const { year, view } = facts
  const { asOf } = view.json
  const refused = view.json.leftOut.filter(({ newest }) => newest).length
  const beside =
    refused > 0
      ? `另有 ${refused} 份文件的最新版本没有计入（见“未计入文件”）：其单位在此列为未报的，并非没有报送。`
      : ''
  const list: List = {
    ...{ name, columns, frozen: 2 },
    ...{ title: `${year} 年应报未报和逾期`, about: `${beside}${about}` },
  }
  const sheet = newList(list)
  const all = notInTime(facts)
  all.slice(0, most).forEach(({ unit, arrival }, index) => {
    const row = firstListed + index
    const { parent } = facts.treeOf(unit)!.unit
    put(sheet, [row, 1], index + 1, styles.centred)
    putLink(sheet, [row, 2], facts.nameOf(unit), reportTarget(plan, unit, year))
    putText(sheet, [row, 3], unit, styles.centred)
    putText(sheet, [row, 4], parent === null ? null : facts.nameOf(parent))
    put(sheet, [row, 5], arrivalWords[arrival.state], stateStyles[arrival.state])
    putDay(sheet, [row, 6], arrival.dueOn)
    put(sheet, [row, 7], arrival.isGiven ? '名册' : '法定', styles.centred)
    putDay(sheet, [row, 8], arrival.firstUploadedOn)
    putDay(sheet, [row, 9], arrival.signedOn)
    putDay(sheet, [row, 10], arrival.cameOn)
    const [due, came, day] = [6, 10, 12].map(column => addressOf(row, column))
    put(
      sheet,
      [row, 11],
      daysLate(arrival, asOf),
      styles.number,
      `MAX(0,IF(ISNUMBER(${came}),${came},${day})-${due})`,
    )
    putDay(sheet, [row, 12], asOf)
    const finding = findingsOf(facts).get(unit)
    putText(sheet, [row, 13], decisionWords(finding))
    putText(sheet, [row, 14], finding?.message.zh ?? null)
    sheet.heights[row - 1] = heightOf(sheet, row)
  })
  endList(sheet, list, '应报的单位都已按期报送 All reported in time')
  cutAfter(sheet, columns.length, [all.length, most], 'expected.csv')
  return sheet
}
