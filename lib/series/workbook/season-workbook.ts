import { placeNames } from '../../model/own-workbook.ts'
import { fixedIn } from '../../writers/workbook/address.ts'
import { bookOf } from '../../writers/workbook/book.ts'
import { sheetName } from '../../writers/workbook/names.ts'
import type { Sheet } from '../../writers/workbook/sheet.ts'
import type { SeasonView } from '../season-view.ts'
import { areasSheet } from './areas.ts'
import { arrivalsSheet } from './arrivals-sheet.ts'
import { balancesSheet } from './balances.ts'
import { decisionsSheet } from './decisions-sheet.ts'
import { factsOf } from './facts.ts'
import { findingsSheet } from './findings.ts'
import { handedAgainSheet } from './handed-again.ts'
import { mostListed, overviewName } from './list.ts'
import { type ListedSheet, overviewSheet, type SheetNames } from './overview.ts'
import { mostReports, type Plan, planOf } from './plan.ts'
import { sideBySide } from './side-by-side.ts'
import { leftOutSheet, unplacedSheet } from './strays.ts'
import { sumSheet } from './sum-sheet.ts'
import { unitSheet } from './unit-sheet.ts'

const wishes: SheetNames = {
  sideBySide: '各单位',
  areas: '上下级',
  arrivals: '应报未报',
  again: '重新报送',
  findings: '核对发现',
  balances: '结转核对',
  unplaced: '未对应文件',
  leftOut: '未计入文件',
  decisions: '处理决定',
}

const abouts: Readonly<Record<keyof SheetNames, string>> = {
  sideBySide: '各单位主要数据，上年、本年、增减并列 Main figures of each unit, two years',
  areas: '全域口径的上级与下级之和逐格比较 Parents against their units',
  arrivals: '应报未报、逾期报送的单位 Who has not reported, who was late',
  again: '重新报送的单位，改了什么 What changed when handed in again',
  findings: '跨年度、跨单位的核对发现，可点到单元格 Findings across reports',
  balances: '上年结转与上年报告等逐单位核对，公式实时计算 This year against the last',
  unplaced: '没有找到单位的文件和怎么办 Uploads of nobody known',
  leftOut: '没有给出数字的文件和怎么办 Uploads without figures',
  decisions: '发现编号，用来写处理决定 Ids of findings, for decisions',
}

interface Made extends ListedSheet {
  readonly sheet: Sheet
}

/** What may be set lower in tests than a spreadsheet’s own limits. */
export interface Bounds {
  /** Reports with all their figures. */
  readonly reports?: number
  /** Rows of a list. */
  readonly rows?: number
}

/**
 * `年报季.xlsx`: the statutory tables of all units together in the official layout, the units with all their figures and two
 * years side by side, parents against units, who has not reported, what was handed in again, findings across reports.
 * Sums and differences are live formulas with their results. The same season gives the same bytes.
 */
export const seasonWorkbook = (view: SeasonView, bounds: Bounds = {}): Promise<Uint8Array> => {
  const { reports = mostReports, rows = mostListed } = bounds
  const facts = factsOf(view)
  const taken = new Set<string>()
  const own = (wish: string): string => sheetName(wish, taken)
  own(overviewName)
  const names = Object.fromEntries(
    Object.entries(wishes).map(([key, wish]) => [key, own(wish)]),
  ) as unknown as SheetNames
  const plan: Plan = planOf(facts, taken, reports)
  const sumsOf = (isWanted: (year: number) => boolean): readonly Made[] =>
    plan.sumSheets
      .filter(({ units }) => isWanted(units.year))
      .map(planned => ({
        name: planned.name,
        about: `${planned.units.year} 年${planned.layout.form.title}，各单位合计，照官方表式 All units together`,
        sheet: sumSheet(facts, planned),
      }))
  const unitsOf = (isWanted: (year: number) => boolean): readonly Made[] =>
    plan.unitSheets.flatMap(planned =>
      planned.name === null || !isWanted(planned.year)
        ? []
        : [
            {
              name: planned.name,
              about: `${planned.year} 年各单位全部数据（${planned.edition}版表式） All figures of each unit`,
              sheet: unitSheet(facts, planned, planned.name),
            },
          ],
    )
  const isNow = (year: number): boolean => year === view.json.year
  const made = (key: keyof SheetNames, sheet: Sheet): Made => ({
    name: names[key],
    about: abouts[key],
    sheet,
  })
  const sheets: readonly Made[] = [
    ...sumsOf(isNow),
    made('sideBySide', sideBySide(facts, plan, names.sideBySide, rows)),
    ...unitsOf(isNow),
    made('areas', areasSheet(facts, plan, names.areas, rows)),
    made('arrivals', arrivalsSheet(facts, plan, names.arrivals, rows)),
    made('again', handedAgainSheet(facts, plan, names.again, rows)),
    made('findings', findingsSheet(facts, plan, names.findings, names, rows)),
    made('balances', balancesSheet(facts, plan, names.balances, rows)),
    made('unplaced', unplacedSheet(facts, names.unplaced, rows)),
    made('leftOut', leftOutSheet(facts, names.leftOut, rows)),
    ...sumsOf(year => !isNow(year)),
    ...unitsOf(year => !isNow(year)),
    made('decisions', decisionsSheet(facts, names.decisions, rows)),
  ]
  return bookOf(
    [overviewSheet(facts, plan, names, sheets), ...sheets.map(({ sheet }) => sheet)],
    `${view.json.year} 年政府信息公开年度报告季`,
    [{ name: placeNames.season, reference: fixedIn(overviewName, 'A1') }],
  )
}
