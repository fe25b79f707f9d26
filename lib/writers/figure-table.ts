import type { Finding } from '../checks/check.ts'
import { enteredWords } from '../entered/entered-words.ts'
import { editionById } from '../forms/find-edition.ts'
import { type FormCell, type FormKey, formCells, formKeys, type Label } from '../forms/form.ts'
import { type EditionId, editions } from '../forms/index.ts'
import { cellsOfForm } from '../model/figures-of.ts'
import { figureKeyHead } from '../model/own-outputs.ts'
import type { Figure, Report } from '../model/report.ts'
import { rememberFor } from '../util/remember.ts'
import type { JudgedReport } from './judged-report.ts'
import { type CellMarks, marksOf } from './marks.ts'
import { scanNote } from './scan-words.ts'
import { noteLines, placeWords, severityWords, stateWords } from './words.ts'

/** All figures of a report as one tidy table, a row for each: the last sheet of the workbook, and the CSV. */

interface FigureRow {
  readonly judged: JudgedReport
  readonly form: FormKey
  readonly edition: EditionId
  readonly cell: FormCell
  readonly figure: Figure
  /** Absent where no finding concerns the figure. */
  readonly marks: CellMarks | undefined
}

interface FigureColumn {
  readonly head: string
  /** In characters of a spreadsheet's default font. */
  readonly width: number
  readonly of: (row: FigureRow) => string | number | null
}

const joined = rememberFor((path: readonly Label[]): string => path.map(({ label }) => label).join(' › '))

const checksOf = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ check }) => check))].join(' ')

/** Columns are added at the end: people point formulas and scripts at those there are. */
export const figureColumns: readonly FigureColumn[] = [
  { head: '机关 Authority', width: 20, of: ({ judged }) => judged.report.authority },
  { head: '年度 Year', width: 11, of: ({ judged }) => judged.report.year },
  { head: '版式 Edition', width: 13, of: ({ edition }) => edition },
  { head: '表键 Table key', width: 22, of: ({ form }) => form },
  { head: '表 Table', width: 26, of: ({ form, edition }) => editionById(edition).forms[form].title },
  { head: '行键 Row key', width: 34, of: ({ cell }) => cell.row.key },
  { head: '行 Row', width: 44, of: ({ cell }) => joined(cell.row.path) },
  { head: '列键 Column key', width: 26, of: ({ cell }) => cell.column.key },
  { head: '列 Column', width: 28, of: ({ cell }) => joined(cell.column.path) },
  { head: figureKeyHead, width: 52, of: ({ cell }) => cell.key },
  { head: '数值 Value', width: 13, of: ({ figure }) => figure.value },
  { head: '单位 Unit', width: 10, of: ({ figure }) => figure.unit ?? null },
  { head: '状态 State', width: 11, of: ({ figure }) => stateWords[figure.state].zh },
  { head: '原文 Printed', width: 16, of: ({ figure }) => figure.text },
  { head: '位置 Source', width: 20, of: ({ figure }) => placeWords(figure.source) },
  { head: '状态键 State key', width: 16, of: ({ figure }) => figure.state },
  {
    head: '级别 Severity',
    width: 13,
    of: ({ marks }) => (marks ? severityWords[marks.mark.severity].zh : null),
  },
  { head: '级别键 Severity key', width: 18, of: ({ marks }) => marks?.mark.severity ?? null },
  { head: '检查项 Checks', width: 34, of: ({ marks }) => (marks ? checksOf(marks.concerning) : null) },
  { head: '说明 Findings', width: 60, of: ({ marks }) => noteLines(marks?.noted ?? []).join('') },
  { head: '文件 File', width: 30, of: ({ judged }) => judged.source.name },
  { head: '人工录入 Entered', width: 40, of: ({ figure }) => enteredWords(figure)?.zh ?? null },
  { head: '扫描识别 Scan', width: 40, of: ({ figure }) => scanNote(figure) },
]

/** The edition whose cells the figures of a table have: that of its form, also where nothing of it could be read. */
export const editionOfFigures = (
  report: Pick<Report, 'editions' | 'figures'>,
  form: FormKey,
): EditionId | null =>
  report.editions[form] ??
  editions.find(({ forms }) => formCells(forms[form]).every(({ key }) => report.figures.has(key)))?.id ??
  null

/** The cells of all rows, in the order of the columns; null and '' for nothing. Made once for both who write them. */
export const figureRows = rememberFor(
  (judged: JudgedReport): readonly (readonly (string | number | null)[])[] => {
    const marks = marksOf(judged.findings)
    return formKeys.flatMap(form => {
      const edition = editionOfFigures(judged.report, form)
      if (edition === null) return []
      return cellsOfForm(edition, form).map(cell => {
        const figure = judged.report.figures.get(cell.key)!
        const row: FigureRow = { judged, form, edition, cell, figure, marks: marks.get(cell.key) }
        return figureColumns.map(column => column.of(row))
      })
    })
  },
)
