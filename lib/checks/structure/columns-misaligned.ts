import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import type { EditionId } from '../../forms/index.ts'
import { asRead, cellsOf, isEntered, observed } from '../../model/figures-of.ts'
import { rowLabelOf, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, same } from '../wording.ts'

const draftOf = (
  form: FormKey,
  edition: EditionId,
  rows: readonly string[],
  cells: readonly string[],
): FindingDraft => {
  const table = tableName(form)
  const names = listOf(rows.map(row => same(`“${rowLabelOf(edition, form, row) || '数据行'}”`)))
  const doubtful = cells.length > 0
  return {
    severity: doubtful ? 'warning' : 'info',
    message: doubtful
      ? {
          zh: `${table.zh}有的行缺格，其余各格按先后次序读取，可能错列，请与原表核对：${names.zh}。`,
          en: `In ${table.en} rows lack a cell, and the others were read in their order, which may be off by a column; compare with the original: ${names.en}.`,
        }
      : {
          zh: `${table.zh}表头与数据行的列对不齐：${names.zh}。数字按单元格先后次序读取，请与原表核对。`,
          en: `In ${table.en} header and data rows are out of line: ${names.en}. Figures were read in the order of the cells; compare with the original.`,
        },
    cells,
    place: `${form} ${rows.join(' ')}`,
  }
}

const draftsFor = (report: Report, form: FormKey): readonly FindingDraft[] => {
  const edition = report.editions[form]
  const rows = observed(report, 'columnsMisaligned')
    .filter(each => each.form === form)
    .flatMap(each => each.rows)
  if (edition === null) return []
  const cellsIn = (row: string) =>
    cellsOf(report, form).flatMap(cell => (cell.row.key === row ? [cell.key] : []))
  const lacksCell = (row: string): boolean =>
    cellsIn(row).some(key => {
      const figure = report.figures.get(key)
      return !figure || ['missing', 'unreadable'].includes(asRead(figure).state)
    })
  const isOpen = (key: string): boolean => !isEntered(report, key)
  const doubtful = rows.filter(row => lacksCell(row) && cellsIn(row).some(isOpen))
  const others = rows.filter(row => !lacksCell(row))
  return [
    ...(doubtful.length > 0
      ? [draftOf(form, edition, doubtful, doubtful.flatMap(cellsIn).filter(isOpen))]
      : []),
    ...(others.length > 0 ? [draftOf(form, edition, others, [])] : []),
  ]
}

export const columnsMisaligned = defineCheck({
  id: 'columns-misaligned',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '表头与数据行的列对不齐', en: 'Header and data rows of the grid disagree' },
  explanation: {
    zh: '表格的合并格使表头与数据行的列位置不一致，数字按单元格的先后次序读取（提示）；该行另有缺格的，先后次序不能保证列，须逐格核对（警告）。',
    en: 'Merged cells put header and data rows out of line; the order of the cells decided (info); where the row also lacks a cell the order proves no column, so each figure must be compared (warning).',
  },
  source: '表格的排版',
  find: report => formKeys.flatMap(form => draftsFor(report, form)),
})
