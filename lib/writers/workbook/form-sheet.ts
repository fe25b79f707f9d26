import { enteredLegend } from '../../entered/entered-words.ts'
import { readFigure } from '../../figures/read-figure.ts'
import { editionById } from '../../forms/find-edition.ts'
import type { Column, FormKey } from '../../forms/form.ts'
import { cellsOfForm, hasEntered, observed } from '../../model/figures-of.ts'
import { doubtMark, enteredBlank, enteredDash, withoutWords } from '../../model/own-workbook.ts'
import type { Figure, Report } from '../../model/report.ts'
import { gravest } from '../gravest-first.ts'
import type { CellMarks, Noted } from '../marks.ts'
import { waitingName } from '../scan-words.ts'
import { cellNotes, determinedWords, formWords, isWithout } from '../words.ts'
import { addressOf, inSheet } from './address.ts'
import { hasCheckColumn, putChecks } from './form-checks.ts'
import { formHeights, formTop, formWidths, putLabels } from './form-frame.ts'
import { findingTarget, type Plan, type PlannedForm } from './plan.ts'
import { newSheet, put, type Sheet } from './sheet.ts'
import * as styles from './styles.ts'

const legend =
  '红＝错误，黄＝警告，蓝＝提示；深色是首先要看的单元格，浅色是相关单元格。带灰底细虚线的是自动校验，不属于原表：✓ 成立；✗ 多/少为表中数与应有数之差；待核＝有空白或不是数字的格，无法判断。（缺）＝文件中没有的格；（未能读出）＝文件中填的是什么无法确定的格。\n' +
  'Red: error, yellow: warning, blue: note; pale cells are related. Grey cells with dotted lines are live checks, not part of the form. （缺）: not in the file; （未能读出）: not readable.'

/** A text as printed; a number that is only text, because its unit or sign is not known, says so. */
const textOf = ({ state, text, unit }: Figure): string | null =>
  state === 'text' && readFigure(text ?? '', unit ? { unit } : {}).state === 'number'
    ? `${doubtMark}${text}`
    : text

const putFigure = (
  sheet: Sheet,
  [row, column, columnSpan]: readonly [number, number, number],
  figure: Figure,
  formColumn: Column,
  marks: CellMarks | undefined,
): void => {
  const at = [row, column, 1, columnSpan] as const
  const mark = marks?.mark ?? null
  if (figure.state === 'number') {
    const inLabel = formColumn.path.some(({ label }) => label.includes(figure.unit ?? ''))
    const kind =
      formColumn.signed && /^[+＋]/.test(figure.text ?? '')
        ? 'signed'
        : figure.unit && !inLabel
          ? 'amount'
          : 'count'
    put(sheet, at, figure.value, styles.figureStyle(mark, kind, figure.entered !== undefined))
  } else if (isWithout(figure.state))
    put(sheet, at, withoutWords[figure.state], styles.figureStyle(mark, figure.state))
  else if (figure.state === 'blank')
    put(sheet, at, figure.entered ? enteredBlank : null, styles.figureStyle(mark, 'text'))
  else if (figure.entered && figure.state === 'notApplicable')
    put(sheet, at, enteredDash, styles.figureStyle(mark, 'text'))
  else put(sheet, at, textOf(figure), styles.figureStyle(mark, 'text'))
  const keepsText = figure.remark || figure.printedUnit || (figure.entered && figure.text?.trim())
  const printed = keepsText ? `原文：${figure.text}` : ''
  const text = [...cellNotes(figure, marks), printed].filter(part => part !== '').join('\n')
  const determined = figure.state === 'blank' ? marks?.determined : undefined
  const aside = determined === undefined ? {} : { aside: determinedWords(determined).zh }
  if (text !== '' || determined !== undefined) sheet.notes.push({ row, column, text, ...aside })
}

const findingNumbers = (noted: readonly Noted[]): string => {
  const numbers = noted.map(({ number }) => number)
  return numbers.length > 4
    ? `第 ${numbers.slice(0, 3).join('、')} 等 ${numbers.length} 条`
    : `第 ${numbers.join('、')} 条`
}

const putUnknownRows = (sheet: Sheet, report: Report, form: FormKey, labels: number, row: number): number => {
  const unknown = observed(report, 'rowUnknown').filter(each => each.form === form)
  if (unknown.length === 0) return row
  put(sheet, [row, 1], '表式以外的行（照原文保留） Rows not in the form, as printed', styles.heading)
  unknown.forEach(({ label, values }, index) => {
    put(sheet, [row + 1 + index, 1, 1, Math.max(1, labels)], label, styles.label)
    values.forEach((value, column) => {
      put(sheet, [row + 1 + index, Math.max(1, labels) + 1 + column], value, styles.figureStyle(null, 'text'))
    })
  })
  return row + unknown.length + 2
}

/** One statutory table laid out like the official form, its figures as numbers, with live checks beside and below. */
export const formSheet = (
  report: Report,
  { form, edition, name, layout }: PlannedForm,
  marks: ReadonlyMap<string, CellMarks>,
  plan: Plan,
): Sheet => {
  const widths = formWidths(layout)
  const checkColumn = layout.columns + 2
  const linkColumn = hasCheckColumn(layout) ? checkColumn + 1 : checkColumn
  const sheet = newSheet(name, [...widths, 2, ...(hasCheckColumn(layout) ? [11] : []), 17])
  const backColumns = layout.labelColumns || 3
  put(sheet, [1, 1, 1, layout.columns], `${formWords[form].number}、${layout.form.title}`, styles.title)
  put(sheet, [2, 1, 1, backColumns], '← 概览 Overview', styles.backLink)
  sheet.links.push({ address: 'A2', target: inSheet(plan.overview, 'A1') })
  const from = backColumns + 1
  const whose = [
    report.authority ?? (waitingName(report, 'authority') && '机关、年度待人工确认'),
    report.year && `${report.year}年度`,
    `版式：${editionById(edition).document}`,
  ]
  put(sheet, [2, from, 1, layout.columns - from + 1], whose.filter(Boolean).join('　'), styles.subtitle)
  sheet.heights.push(36, 20, ...formHeights(layout, widths))
  putLabels(sheet, layout)
  const rowFindings = new Map<number, Noted[]>()
  for (const { key, column } of cellsOfForm(edition, form)) {
    const cell = layout.figures.get(key)!
    const row = cell.row + formTop
    const cellMarks = marks.get(key)
    putFigure(sheet, [row, cell.column, cell.columnSpan], report.figures.get(key)!, column, cellMarks)
    for (const noted of cellMarks?.noted ?? [])
      if (noted.finding.cells[0] === key) rowFindings.set(row, [...(rowFindings.get(row) ?? []), noted])
  }
  if (rowFindings.size > 0)
    put(
      sheet,
      [formTop + 1, linkColumn, Math.max(1, layout.headerRows), 1],
      '核对发现\nFindings',
      styles.checkHead,
    )
  for (const [row, unordered] of rowFindings) {
    const noted = unordered.toSorted((a, b) => a.place - b.place)
    put(sheet, [row, linkColumn], findingNumbers(noted), styles.checkLink)
    sheet.links.push({
      address: addressOf(row, linkColumn),
      target: findingTarget(plan, noted[0]!.place),
    })
  }
  const bottom = formTop + layout.rows + 1
  sheet.heights[bottom - 1] = 8
  const next = putChecks({ sheet, layout, report }, edition, bottom + 1, checkColumn)
  const hintRow = putUnknownRows(sheet, report, form, layout.labelColumns, next + 1)
  const entered = hasEntered(report) ? `\n${enteredLegend.zh} ${enteredLegend.en}` : ''
  put(sheet, [hintRow, 1, 1, layout.columns], `${legend}${entered}`, styles.hint)
  sheet.heights[hintRow - 1] = entered === '' ? 66 : 80
  sheet.frozen = { rows: formTop + layout.headerRows, columns: layout.labelColumns }
  sheet.repeat = `1:${formTop + layout.headerRows}`
  sheet.onePage = true
  sheet.landscape = form !== 'proactiveDisclosure'
  const worst = gravest(
    [...marks]
      .filter(([key]) => layout.figures.has(key))
      .flatMap(([, each]) => each.noted.map(({ finding }) => finding)),
  )
  if (worst) sheet.tab = styles.severityColour(worst)
  return sheet
}
