import { formKeys } from '../../forms/form.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { addressOf, rangeOf } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import type { Facts } from './facts.ts'
import { editionOfTable, figureWords } from './figure.ts'
import { cutAfter, endList, firstListed, heightOf, type List, newList, putLink, putText } from './list.ts'
import { liveChange, liveFigure, liveSum, open, putLive } from './live.ts'
import { anyDoubtful, argumentsOf, figureAt, referenceTo } from './place.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'

/** Parents that report for their whole area, figure by figure beside the sum of their units. */

const columns = [
  { head: '上级（全域口径）\nParent', width: 26 },
  { head: '表\nTable', width: 7 },
  { head: '行\nRow', width: 42 },
  { head: '列\nColumn', width: 26 },
  { head: '上级填报\nParent', width: 12 },
  { head: '下级之和\nUnits', width: 12 },
  { head: '相差\nDiffers', width: 11 },
  { head: '下级（家）\nUnits', width: 11 },
  { head: '未报（家）\nNot reported', width: 12 },
  { head: '无数（家）\nNo number', width: 11 },
  { head: '判断\nOutcome', width: 26 },
]

const verdicts = {
  below: '少于下级之和',
  above: '多出的应为本级自身的数',
  even: '一致',
} as const

const verdictOf = (difference: number | string, lacks: number, isDoubtful: boolean): string => {
  if (typeof difference !== 'number') return open
  if (difference < 0) return isDoubtful ? open : verdicts.below
  if (lacks > 0) return open
  return difference > 0 ? (isDoubtful ? open : verdicts.above) : verdicts.even
}

/** Whole areas with a report of the year, in the order of the roster. */
const reportedAreas = (facts: Facts): readonly string[] =>
  facts.tree
    .map(({ unit }) => unit.unit)
    .filter(unit => facts.membersOf(unit, facts.year).length > 0 && facts.reportOf(unit, facts.year))

/** A parent and the reports it is to be the sum of. */
interface Area {
  readonly unit: string
  readonly members: readonly string[]
  readonly reported: readonly string[]
}

const putFigure = (sheet: Sheet, plan: Plan, facts: Facts, area: Area, key: string, row: number): void => {
  const { unit, members, reported } = area
  const { year } = facts
  const parent = figureAt(plan, facts, unit, year, key)!
  const figures = reported
    .map(member => figureAt(plan, facts, member, year, key))
    .filter(figure => figure !== null)
  const words = figureWords(key)
  const at = (column: number): string => addressOf(row, column)
  const [own, sum] = [liveFigure(parent), liveSum(figures)]
  const difference = liveChange([at(6), sum.value], [at(5), own.value])
  const all = argumentsOf(figures)
  const lacks = reported.length - figures.filter(({ value }) => value !== null).length
  const missing = members.length - reported.length
  putLink(sheet, [row, 1], facts.nameOf(unit), referenceTo(parent))
  put(sheet, [row, 2], words.table, styles.centred)
  putText(sheet, [row, 3], words.row)
  putText(sheet, [row, 4], words.column)
  putLive(sheet, [row, 5], own)
  putLive(sheet, [row, 6], sum)
  putLive(sheet, [row, 7], difference, styles.difference)
  put(sheet, [row, 8], members.length, styles.number)
  put(sheet, [row, 9], missing, styles.number)
  put(sheet, [row, 10], lacks, styles.number, all === null ? undefined : `${reported.length}-COUNT(${all})`)
  const isDoubtful = anyDoubtful([parent, ...figures])
  const [below, above] = isDoubtful ? [open, open] : [verdicts.below, verdicts.above]
  const judged = `IF(${at(7)}<0,"${below}",IF(${at(9)}+${at(10)}>0,"${open}",IF(${at(7)}>0,"${above}","${verdicts.even}")))`
  put(
    sheet,
    [row, 11],
    verdictOf(difference.value, missing + lacks, isDoubtful),
    styles.centred,
    `IF(NOT(ISNUMBER(${at(7)})),"${open}",${judged})`,
  )
}

const figuresOf = (facts: Facts, unit: string): readonly string[] => {
  const report = facts.reportOf(unit, facts.year)!
  return formKeys.flatMap(form => {
    const edition = editionOfTable(report, form)
    return edition === null
      ? []
      : cellsOfForm(edition, form)
          .filter(({ column }) => !column.signed)
          .map(({ key }) => key)
  })
}

const about =
  '全域口径的上级与其下级逐格比较：上级应等于下级之和加本级自身的数。少于下级之和的一定有误（红）；多出的应为本级自身的数，请核对（黄）；有未报、没有数字或读取有疑点的数时为待核。相差、判断随“各单位”各表重算。 A parent below the sum of its units is wrong; what is more must be its own.'

/** What is said of a sheet with none of them. */
const nothing = '名册中没有已报送的全域口径上级 No whole-area report'

export const areasSheet = (facts: Facts, plan: Plan, name: string, most: number): Sheet => {
  const list: List = { name, title: `${facts.year} 年上级与下级之和`, about, columns, frozen: 1 }
  const sheet = newList(list)
  const lines = reportedAreas(facts).flatMap(unit => {
    const members = facts.membersOf(unit, facts.year)
    const reported = members.filter(member => facts.reportOf(member, facts.year))
    const area: Area = { unit, members, reported }
    return figuresOf(facts, unit)
      .filter(key => figureAt(plan, facts, unit, facts.year, key) !== null)
      .map(key => ({ area, key }))
  })
  lines.slice(0, most).forEach(({ area, key }, index) => {
    const row = firstListed + index
    putFigure(sheet, plan, facts, area, key, row)
    sheet.heights[row - 1] = heightOf(sheet, row)
  })
  if (lines.length > 0) {
    const count = Math.min(most, lines.length)
    const [difference, outcome] = [addressOf(firstListed, 7), addressOf(firstListed, 11)]
    sheet.conditions.push(
      {
        range: rangeOf(firstListed, 7, count, 1),
        formula: `AND(ISNUMBER(${difference}),${difference}<0)`,
        style: styles.checkFails,
      },
      {
        range: rangeOf(firstListed, 11, count, 1),
        formula: `${outcome}="${verdicts.below}"`,
        style: styles.checkFails,
      },
      {
        range: rangeOf(firstListed, 11, count, 1),
        formula: `${outcome}="${verdicts.above}"`,
        style: styles.checkDiffers,
      },
    )
  }
  endList(sheet, list, nothing)
  const missing = facts.tree
    .map(({ unit }) => unit.unit)
    .filter(unit => facts.membersOf(unit, facts.year).length > 0 && !facts.reportOf(unit, facts.year))
  if (missing.length > 0) {
    const named = missing.slice(0, 20).map(facts.nameOf).join('、')
    const text = `全域口径而尚未报送、无从比较的 ${missing.length} 家：${named}${missing.length > 20 ? ' 等' : ''}。`
    put(sheet, [sheet.rows.length + 2, 1, 1, columns.length], text, styles.warningText)
  }
  cutAfter(sheet, columns.length, [lines.length, most], 'reports.csv')
  return sheet
}
