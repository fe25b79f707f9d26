import type { Verdict } from '../../checks/check.ts'
import { editionForYear, latestEdition } from '../../forms/find-edition.ts'
import type { FormCell } from '../../forms/form.ts'
import { formOfKey } from '../../model/figures-of.ts'
import { rememberFor } from '../../util/remember.ts'
import { formName, verdictWords } from '../../writers/words.ts'
import { addressOf, columnLetters, inSheet, rangeOf } from '../../writers/workbook/address.ts'
import { pageStarts } from '../../writers/workbook/printed-pages.ts'
import { newSheet, put, type Sheet } from '../../writers/workbook/sheet.ts'
import { type ArrivalState, arrivalOf, arrivalWords } from './arrival.ts'
import type { Facts } from './facts.ts'
import { figureWords, mainFigures } from './figure.ts'
import { overviewName, putLink, putText } from './list.ts'
import { type Live, liveChange, liveFigure, liveSum, putLive } from './live.ts'
import { figureAt, type PlacedFigure, reportTarget } from './place.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'

/** The main figures of every unit, last year, this year and the change side by side. */

const fixed = [
  { head: '序号\nNo.', width: 6 },
  { head: '单位\nUnit', width: 27 },
  { head: '单位编号\nUnit no.', width: 11 },
  { head: '上级\nParent', width: 18 },
  { head: '报送\nReported', width: 13 },
  { head: '结论\nVerdict', width: 10 },
]
const frozen = 2
const [groupRow, figureRow, yearRow] = [3, 4, 5]
const first = yearRow + 1

const stateStyles: Readonly<Record<ArrivalState, (typeof styles)['good']>> = {
  reported: styles.centred,
  late: styles.warning,
  notReported: styles.severe,
  notYetDue: styles.info,
  notExpected: styles.mutedCentred,
}

/** The figures of the edition that the year's reports are of, or are to be of. */
export const mainOf = (facts: Facts, plan: Plan): readonly FormCell[] => {
  const own = plan.unitSheets.find(({ year }) => year === facts.year)
  return mainFigures(own?.edition ?? editionForYear(facts.year) ?? latestEdition.id)
}

const printed = (facts: Facts, plan: Plan, unit: string, year: number, key: string): Live => {
  if (!facts.reportOf(unit, year)) return { value: '（未报）' }
  const figure = figureAt(plan, facts, unit, year, key)
  return figure ? liveFigure(figure) : { value: '（表式无此项）' }
}

/** Of a unit that others were merged into, the sum of them all, or a word why there is none. */
const before = (facts: Facts, plan: Plan, unit: string, key: string): Live => {
  const { year } = facts
  const befores = facts.beforesOf(unit, year)
  if (befores.length === 0) return { value: '（上年无）' }
  if (befores.length === 1) return printed(facts, plan, befores[0]!, year - 1, key)
  const figures = befores.map(each => figureAt(plan, facts, each, year - 1, key))
  const known = figures.filter((figure): figure is PlacedFigure => figure !== null && figure.value !== null)
  return known.length === befores.length ? liveSum(known) : { value: '（不全）' }
}

const putHeads = (sheet: Sheet, cells: readonly FormCell[], year: number): void => {
  for (const [at, { head }] of fixed.entries()) put(sheet, [yearRow, at + 1], head, styles.head)
  cells.forEach(({ key }, index) => {
    const column = fixed.length + 1 + 3 * index
    const { row, column: own } = figureWords(key)
    put(sheet, [figureRow, column, 1, 3], [row, own].filter(part => part !== '').join('\n'), styles.headSmall)
    const heads = [`${year - 1}`, `${year}`, '增减\nChange']
    heads.forEach((head, place) => {
      put(sheet, [yearRow, column + place], head, styles.head)
    })
    sheet.widths.push(9, 9, 9)
  })
  const blocks = cells.map(({ key }, index) => ({
    start: fixed.length + 1 + 3 * index,
    count: 3,
    opens: index > 0 && formOfKey(key) !== formOfKey(cells[index - 1]!.key),
  }))
  const before = { start: frozen + 1, count: fixed.length - frozen }
  const starts = pageStarts(sheet.widths, frozen, [before, ...blocks])
  sheet.pageStarts = starts
  for (const [form, own] of Map.groupBy(cells, ({ key }) => formOfKey(key))) {
    const column = fixed.length + 1 + 3 * cells.indexOf(own[0]!)
    const pages = [column, ...starts.filter(start => start > column && start < column + 3 * own.length)]
    pages.forEach((start, at) => {
      const end = pages[at + 1] ?? column + 3 * own.length
      put(sheet, [groupRow, start, 1, end - start], formName(form), styles.head)
    })
  }
}

const putUnit = (
  sheet: Sheet,
  facts: Facts,
  plan: Plan,
  cells: readonly FormCell[],
  unit: string,
  row: number,
): void => {
  const { year } = facts
  const placed = facts.treeOf(unit)!
  const report = facts.reportOf(unit, year)
  const { state } = arrivalOf(facts, unit)
  put(sheet, [row, 1], row - first + 1, styles.centred)
  sheet.heights[row - 1] = 32
  putLink(sheet, [row, 2], facts.nameOf(unit), reportTarget(plan, unit, year), styles.indented(placed.depth))
  putText(sheet, [row, 3], unit, styles.centred)
  const { parent } = placed.unit
  putText(sheet, [row, 4], parent === null ? null : facts.nameOf(parent))
  put(sheet, [row, 5], arrivalWords[state], stateStyles[state])
  const verdict = report?.['verdict'] as Verdict | undefined
  put(
    sheet,
    [row, 6],
    verdict ? (verdictWords[verdict]?.zh ?? '—') : '—',
    verdict ? (styles.verdicts[verdict] ?? styles.centred) : styles.mutedCentred,
  )
  cells.forEach(({ key }, index) => {
    const column = fixed.length + 1 + 3 * index
    const [last, now] = [before(facts, plan, unit, key), printed(facts, plan, unit, year, key)]
    putLive(sheet, [row, column], last)
    putLive(sheet, [row, column + 1], now)
    const change = liveChange([addressOf(row, column), last.value], [addressOf(row, column + 1), now.value])
    put(sheet, [row, column + 2], change.value, styles.difference, change.formula)
  })
}

/** Units of the year, those that must report and those that did, in the order of the roster. */
export const unitsOfYear = ({ tree, view }: Facts): readonly string[] => {
  const listed = new Set(view.json.units.map(({ unit }) => unit))
  return tree.map(({ unit }) => unit.unit).filter(unit => listed.has(unit))
}

const unitPlaces = rememberFor(
  (facts: Facts): ReadonlyMap<string, number> => new Map(unitsOfYear(facts).map((unit, at) => [unit, at])),
)

/** Where a unit of the year stands in that sheet; null for others. */
export const unitTarget = (facts: Facts, name: string, unit: string): string | null => {
  const place = unitPlaces(facts).get(unit)
  return place === undefined ? null : inSheet(name, `A${first + place}`)
}

export const sideBySide = (facts: Facts, plan: Plan, name: string, most: number): Sheet => {
  const { year } = facts
  const cells = mainOf(facts, plan)
  const sheet = newSheet(
    name,
    fixed.map(({ width }) => width),
  )
  put(sheet, [1, 1, 1, 8], `${year - 1}、${year} 两年对照：各单位主要数据`, styles.title)
  put(sheet, [2, 1, 1, frozen], `← ${overviewName} Overview`, styles.backLink)
  sheet.links.push({ address: 'A2', target: inSheet(overviewName, 'A1') })
  const about = `单位名称可点开该单位 ${year} 年的全部数据。合并的单位，上年数为被并入各单位之和。没有数字的格不计增减。黄底＝有该单位报告的核对发现指出的数字。 Names lead to all figures of a unit.`
  put(sheet, [2, frozen + 1, 1, 14], about, styles.subtitle)
  putHeads(sheet, cells, year)
  sheet.heights.push(32, 30, 22, 58, 30)
  const units = unitsOfYear(facts)
  units.slice(0, most).forEach((unit, at) => {
    putUnit(sheet, facts, plan, cells, unit, first + at)
  })
  const width = fixed.length + 3 * cells.length
  if (units.length > 0) sheet.filter = rangeOf(yearRow, 1, Math.min(most, units.length) + 1, width)
  if (units.length > most)
    put(
      sheet,
      [first + most + 1, 1, 1, 6],
      `另有 ${units.length - most} 家未列出，见 dataset/units.csv 与 reports.csv。`,
      styles.warning,
    )
  sheet.frozen = { rows: yearRow, columns: frozen }
  sheet.landscape = true
  sheet.repeat = `${groupRow}:${yearRow}`
  sheet.repeatColumns = `A:${columnLetters(frozen)}`
  return sheet
}
