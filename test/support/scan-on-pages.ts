import { formKeys } from '../../lib/forms/form.ts'
import { cellsOf } from '../../lib/model/figures-of.ts'
import type { Figure, Report } from '../../lib/model/report.ts'
import type { CellReading, Reading, Scan } from '../../lib/model/scan.ts'
import type { Source } from '../../lib/model/source.ts'

/** Reports as if their tables were read from pictures: three pages, a table on each, every figure in a cell of its own. */

export const ourReader = { reader: 'digits', family: 'ours' } as const
export const otherReader = { reader: 'ppocr', family: 'paddle' } as const

export const reads = (
  text: string | null,
  by: Pick<Reading, 'reader' | 'family'>,
  confidence = text === null ? 0 : 0.98,
): Reading => ({ ...by, text, confidence })

/** What both families read in a cell. */
export const bothRead = (text: string | null): readonly Reading[] => [
  reads(text, ourReader),
  reads(text, otherReader),
]

const height = 16
const width = 40

type PageSource = Extract<Source, { kind: 'page' }>

const sourceAt = (table: number, row: number, column: number): PageSource => {
  const [left, top] = [100 + column * width, 80 + row * height]
  return { kind: 'page', page: table, box: [left, top, left + width, top + height], table, row, column }
}

/** The report with its figures on pages, each where the form has it. */
export const onPages = (report: Report): Report => {
  const sources = new Map(
    formKeys.flatMap((form, index) => {
      const rows = [...Map.groupBy(cellsOf(report, form), ({ row }) => row).values()]
      return rows.flatMap((cells, row) =>
        cells.map(({ key }, column) => [key, sourceAt(index + 1, row + 3, column + 2)] as const),
      )
    }),
  )
  const figures = [...report.figures].map(
    ([key, figure]) => [key, { ...figure, source: sources.get(key)! }] as const,
  )
  return { ...report, figures: new Map(figures) }
}

export const sourceOf = (figure: Figure): PageSource => figure.source as PageSource

/** What was read where a figure stands: by both families what is printed there, unless told otherwise. */
export const readingOf = (figure: Figure, other: Partial<CellReading> = {}): CellReading => {
  const { page, box, row } = sourceOf(figure)
  const blank = figure.value === null
  return {
    page,
    box,
    printed: blank ? 'blank' : 'ink',
    readings: blank ? [] : bothRead(String(figure.value)),
    label: figure.key.startsWith('reconsiderationAndLitigation') ? null : 0.9,
    crop: `${page}${row}`.padEnd(64, 'a'),
    ...other,
  }
}

/** A scan of a report in which everything is read as it stands, but for the cells given. */
export const scanOf = (
  report: Report,
  others: Readonly<Record<string, Partial<CellReading>>> = {},
): Scan => ({
  pages: 3,
  cells: [...report.figures.values()].map(figure => readingOf(figure, others[figure.key])),
})
