import { addressOf, rangeOf } from '../../writers/workbook/address.ts'
import { pageStarts } from '../../writers/workbook/printed-pages.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import { linesIn } from '../../writers/workbook/text.ts'
import { type PlacedTerm, placesOf } from '../checks/cross-equation.ts'
import { termLabel } from '../checks/words.ts'
import {
  type Balance,
  balanceChecks,
  balanceOf,
  liveDifference,
  type PlacedCheck,
  type Side,
} from './balance.ts'
import type { Facts } from './facts.ts'
import { figureWords, shortLabel } from './figure.ts'
import { firstListed, type List, listHead, newList, putLink, putText } from './list.ts'
import { type Live, liveFigure, liveSum, putLive } from './live.ts'
import { reportTarget } from './place.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'

/** The equations between this year and the last, unit by unit, each side and its difference live; from the checks' own statements. */

const fixed = [
  { head: '序号\nNo.', width: 7 },
  { head: '单位\nUnit', width: 28 },
  { head: '承接上年\nFollows from', width: 24 },
]

const sideHead = ({ check }: PlacedCheck, terms: readonly PlacedTerm[], year: number): string =>
  terms
    .map(term => `${term.of === 'this' ? year : year - 1} ${shortLabel(termLabel(check.equation, term))}`)
    .join('\n＋')

const about =
  '左＝本年数，右＝上年数推得的数，差＝左−右；✓ 相符，✗ 多/少为相差，待核＝有没有数字的格、读取有疑点的数或未报的上年报告，无法判断。规则取自“核对发现”的同名核对项，随“各单位”各表重算。 Both sides of each rule and their difference, live.'

const putPlace = (sheet: Sheet, placed: PlacedCheck, column: number, year: number): void => {
  const { check, place } = placed
  const words = figureWords(place.left[0]!.column.key)
  const at = check.equation.over === 'columns' ? words.column : words.row
  put(sheet, [listHead + 1, column, 1, 3], at, styles.headSmall)
  const heads = [sideHead(placed, place.left, year), sideHead(placed, place.right, year), '差\nDiffers']
  heads.forEach((head, index) => {
    put(sheet, [listHead + 2, column + index], head, styles.head)
  })
}

/** A side of one figure is that figure, with the word in its place; where a report is missing, it says so. */
const liveSide = ({ figures, wanted }: Side): Live => {
  const [only] = figures
  if (only && wanted === 1) return liveFigure(only)
  return figures.length === 0 ? { value: '（未报）' } : liveSum(figures)
}

const putBalance = (
  sheet: Sheet,
  placed: PlacedCheck,
  balance: Balance | null,
  row: number,
  column: number,
): void => {
  if (balance === null) {
    for (let at = column; at < column + 3; at++) put(sheet, [row, at], null, styles.outside)
    return
  }
  const sides = [liveSide(balance.left), liveSide(balance.right)]
  sides.forEach((side, at) => {
    putLive(sheet, [row, column + at], side)
  })
  const { value, formula } = liveDifference(placed, balance)
  put(sheet, [row, column + 2], value, styles.checkCell, formula)
}

export const balancesSheet = (facts: Facts, plan: Plan, name: string, most: number): Sheet => {
  const { year } = facts
  const units = facts.reportsIn(year).map(row => String(row['unit']))
  const places = balanceChecks
    .flatMap(check => placesOf(check.equation).map(place => ({ check, place })))
    .map(placed => ({ placed, of: new Map(units.map(unit => [unit, balanceOf(plan, facts, placed, unit)])) }))
    .filter(({ of }) => [...of.values()].some(balance => balance !== null))
  const columns = [...fixed, ...places.flatMap(() => [10, 10, 9].map(width => ({ head: '', width })))]
  const list: List = { name, title: `${year} 年与 ${year - 1} 年结转核对`, about, columns, frozen: 2 }
  const sheet = newList({ ...list, printed: 14 })
  const first = firstListed + 2
  fixed.forEach(({ head }, at) => {
    put(sheet, [listHead + 2, at + 1], head, styles.head)
    put(sheet, [listHead, at + 1, 2, 1], null, styles.headSmall)
  })
  places.forEach(({ placed }, index) => {
    putPlace(sheet, placed, fixed.length + 1 + 3 * index, year)
  })
  const blocks = places.map((_, index) => ({ start: fixed.length + 1 + 3 * index, count: 3 }))
  const before = { start: 3, count: fixed.length - 2 }
  const starts = pageStarts(sheet.widths, 2, [before, ...blocks])
  sheet.pageStarts = starts
  let lines = 1
  for (const [check, own] of Map.groupBy(places, ({ placed }) => placed.check)) {
    const column = fixed.length + 1 + 3 * places.indexOf(own[0]!)
    const text = `${check.title.zh}：${check.formula}`
    const pages = [column, ...starts.filter(start => start > column && start < column + 3 * own.length)]
    pages.forEach((start, at) => {
      const width = (pages[at + 1] ?? column + 3 * own.length) - start
      put(sheet, [listHead, start, 1, width], text, styles.head)
      lines = Math.max(lines, linesIn(text, (29 / 3) * width))
    })
  }
  sheet.heights[listHead - 1] = 10 + 14 * lines
  sheet.heights.push(34, 62)
  const listed = units.filter(unit => places.some(({ of }) => of.get(unit) !== null)).slice(0, most)
  listed.forEach((unit, at) => {
    const row = first + at
    put(sheet, [row, 1], at + 1, styles.centred)
    sheet.heights[row - 1] = 22
    putLink(sheet, [row, 2], facts.nameOf(unit), reportTarget(plan, unit, year))
    const befores = facts.beforesOf(unit, year)
    const isItself = befores.length === 1 && befores[0] === unit
    putText(
      sheet,
      [row, 3],
      isItself ? '本单位' : befores.map(facts.nameOf).join('、'),
      isItself ? styles.mutedCentred : styles.text,
    )
    places.forEach(({ placed, of }, index) => {
      putBalance(sheet, placed, of.get(unit) ?? null, row, fixed.length + 1 + 3 * index)
    })
  })
  places.forEach(({ placed: { check } }, index) => {
    const column = fixed.length + 3 + 3 * index
    const cell = addressOf(first, column)
    const fails = check.equation.relation === 'atLeast' ? `${cell}<0` : `${cell}<>0`
    sheet.conditions.push({
      range: rangeOf(first, column, Math.max(1, listed.length), 1),
      formula: `AND(ISNUMBER(${cell}),${fails})`,
      style: check.severity === 'warning' ? styles.checkFails : styles.checkDiffers,
    })
  })
  if (listed.length === 0) return endEmpty(sheet)
  sheet.filter = rangeOf(first - 1, 1, listed.length + 1, columns.length)
  sheet.frozen = { rows: first - 1, columns: 2 }
  sheet.repeat = `${listHead}:${first - 1}`
  sheet.repeatColumns = 'A:B'
  return sheet
}

const endEmpty = (sheet: Sheet): Sheet => {
  put(sheet, [firstListed + 2, 1, 1, 14], '没有可与上年核对的报告 No reports of the year before', styles.good)
  return sheet
}
