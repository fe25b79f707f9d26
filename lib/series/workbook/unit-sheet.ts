import type { Verdict } from '../../checks/check.ts'
import { formKeys } from '../../forms/form.ts'
import { checkTitle } from '../../writers/check-title.ts'
import { editionWord } from '../../writers/summary/columns.ts'
import { putGroups } from '../../writers/summary/head.ts'
import { formName, verdictWords } from '../../writers/words.ts'
import { inSheet, rangeOf } from '../../writers/workbook/address.ts'
import { newSheet, put, type Sheet, type SheetCell } from '../../writers/workbook/sheet.ts'
import { looksLikeFormula } from '../../writers/workbook/text.ts'
import type { Row } from '../column.ts'
import { editionColumn } from '../fact-columns.ts'
import type { Flagged } from '../record.ts'
import type { Facts } from './facts.ts'
import { editionOfTable, isEntered, otherEdition, shownFigure } from './figure.ts'
import { heightOf, overviewName, putText } from './list.ts'
import { firstLeftOut, fixedColumns, rowOf, type UnitSheet } from './plan.ts'
import * as styles from './styles.ts'

/** Columns that stay in view and on every page. */
const frozen = 2

/** More notes make a workbook slow to open; the colour stays. */
export const mostNotes = 2_000

const about =
  '黄底＝该单位报告自身的核对发现指出的数字（批注写明核对项）；录＝由人对照原件录入的数字；灰底斜体＝没有数字的格（空白、缺、未能读出、文字等），不计入合计，也不按 0 计；（另版）＝该单位此表用另一版式，见另一张表。改动此处的数字，合计、两年对照、上下级、结转核对随之重算。' +
  ' Yellow: named by a finding of the report; grey: no number, never added.'

/** What is wrong with a number, or may be: 核对指出：表内合计、… */
const flaggedWords = ({ checks, doubtful }: Flagged): string => {
  const titles = [...new Set(checks.map(id => checkTitle(id) || '其他核对项'))].join('、')
  return `${doubtful ? '读取时有疑点，可能不是所印的数，不作跨报告核对。' : ''}核对指出：${titles}`
}

const remarksOf = (facts: Facts, row: Row): string => {
  const unit = String(row['unit'])
  const lacking = formKeys.filter(form => (row[editionColumn(form)] ?? null) === null).map(formName)
  const parts = [
    facts.treeOf(unit)?.unit.scope === 'wholeArea' ? '全域口径' : '',
    Number(row['versions'] ?? 1) > 1 ? `报送 ${row['versions']} 次` : '',
    facts.expectedOf(unit, Number(row['year'])) ? '' : '年末已不在名册，仍有报告',
    lacking.length > 0 ? `没有可读的表：${lacking.join('，')}` : '',
  ]
  return parts.filter(part => part !== '').join('；')
}

const putIdentity = (sheet: Sheet, facts: Facts, row: Row, at: number, number: number): void => {
  const unit = String(row['unit'])
  const placed = facts.treeOf(unit)
  const verdict = row['verdict'] as Verdict
  put(sheet, [at, 1], number, styles.centred)
  putText(sheet, [at, 2], facts.nameOf(unit), styles.indented(placed?.depth ?? 0))
  putText(sheet, [at, 3], unit, styles.centred)
  const parent = placed?.unit.parent ?? null
  putText(sheet, [at, 4], parent === null ? null : facts.nameOf(parent))
  put(sheet, [at, 5], verdictWords[verdict]?.zh ?? '—', styles.verdicts[verdict] ?? styles.centred)
  putText(sheet, [at, 6], remarksOf(facts, row))
  // Words in place of numbers take two lines.
  sheet.heights[at - 1] = Math.max(32, heightOf(sheet, at))
}

/** Most cells are one of few numbers: each is made once. */
const newCells = () => {
  const numbers = new Map<number, SheetCell>()
  const texts = new Map<string, SheetCell>()
  const other: SheetCell = { value: otherEdition, style: styles.outside }
  return {
    other,
    numberCell: (value: number): SheetCell => {
      const known = numbers.get(value) ?? { value, style: styles.number }
      numbers.set(value, known)
      return known
    },
    textCell: (value: string, isPrinted: boolean): SheetCell => {
      const known = texts.get(value) ?? {
        value,
        style: isPrinted || looksLikeFormula(value) ? styles.textual(styles.without) : styles.without,
      }
      texts.set(value, known)
      return known
    },
  }
}

const putFigures = (
  sheet: Sheet,
  { edition, columns }: UnitSheet,
  row: Row,
  at: number,
  cells: ReturnType<typeof newCells>,
): void => {
  const line = sheet.rows[at - 1]!
  const own = new Set<string>(formKeys.filter(form => editionOfTable(row, form) === edition))
  for (const [key, column] of columns) {
    if (!own.has(key.slice(0, key.indexOf('.')))) {
      line[column - 1] = cells.other
      continue
    }
    const { value, isPrinted, flagged } = shownFigure(row, key)
    if (typeof value === 'string') line[column - 1] = cells.textCell(value, isPrinted)
    else if (flagged === null) line[column - 1] = cells.numberCell(value)
    else {
      line[column - 1] = { value, style: isEntered(flagged) ? styles.entered : styles.flagged }
      if (sheet.notes.length < mostNotes) sheet.notes.push({ row: at, column, text: flaggedWords(flagged) })
    }
  }
}

/** Every report of an edition and year with all its figures, in the order of the roster. */
export const unitSheet = (facts: Facts, planned: UnitSheet, name: string): Sheet => {
  const { year, edition, counted, leftOut, starts, groups } = planned
  const sheet = newSheet(
    name,
    fixedColumns.map(({ width }) => width),
  )
  put(sheet, [rowOf.title, 1, 1, frozen], `${year} 年各单位数据`, styles.title)
  put(sheet, [rowOf.title, frozen + 1, 1, fixedColumns.length - frozen], about, styles.hint)
  put(sheet, [rowOf.group, 1, 1, frozen], `← ${overviewName} Overview`, styles.backLink)
  sheet.links.push({ address: `A${rowOf.group}`, target: inSheet(overviewName, 'A1') })
  put(
    sheet,
    [rowOf.upper, 1, 1, frozen],
    `${editionWord(edition)}，计入合计 ${counted.length} 份`,
    styles.subtitle,
  )
  fixedColumns.forEach(({ head }, at) => {
    put(sheet, [rowOf.lower, at + 1], head, styles.head)
  })
  sheet.heights.push(78, 12, 24, 46, 62)
  putGroups(sheet, { groups, starts }, frozen, rowOf)
  const cells = newCells()
  counted.forEach((row, at) => {
    putIdentity(sheet, facts, row, rowOf.first + at, at + 1)
    putFigures(sheet, planned, row, rowOf.first + at, cells)
  })
  if (counted.length === 0)
    put(sheet, [rowOf.first, 1, 1, fixedColumns.length], '没有计入合计的报告 None', styles.text)
  const first = firstLeftOut(planned)
  if (leftOut.length > 0) {
    const why =
      '以下是全域口径的报告：其下级已单独计入上面各行，不再相加，与下级的比较见“上下级”。 Whole-area reports, not added: their units are.'
    put(sheet, [first - 1, 1, 1, frozen], '以下不计入合计 Not added', styles.warning)
    put(sheet, [first - 1, frozen + 1, 1, fixedColumns.length - frozen], why, styles.warningText)
    sheet.heights[first - 2] = 48
  }
  leftOut.forEach((row, at) => {
    putIdentity(sheet, facts, row, first + at, at + 1)
    putFigures(sheet, planned, row, first + at, cells)
  })
  const width = starts.at(-1)! + groups.at(-1)!.columns.length - 1
  sheet.filter = rangeOf(rowOf.lower, 1, Math.max(1, counted.length) + 1, width)
  sheet.hidden = [rowOf.key]
  sheet.frozen = { rows: rowOf.lower, columns: frozen }
  sheet.landscape = true
  sheet.repeat = `${rowOf.group}:${rowOf.lower}`
  sheet.printed = rangeOf(1, 1, sheet.rows.length, width)
  return sheet
}
