import { createHash } from 'node:crypto'
import type { PagePlace } from '../../lib/model/picture.ts'
import type { Figure, Report } from '../../lib/model/report.ts'
import type { Reading } from '../../lib/model/scan.ts'

/** What readers make of a cell, as `unproven` has it: a text for each of two families, null where one reads nothing. */
export const readAs = (...texts: readonly (string | null)[]): readonly Reading[] =>
  texts.map((text, at) => ({
    reader: ['digits', 'ppocr'][at]!,
    family: ['own', 'ppocr'][at]!,
    text,
    confidence: text === null ? 0 : 0.9,
  }))

/** The hash of an invented picture of a cell. */
export const cropOf = (picture: string): string => createHash('sha256').update(picture).digest('hex')

/** Where the figures of a report that has no pages stand in an invented scan: eight in a row, fifty points wide. */
const placed = (figure: Figure, at: number): Figure => {
  if (figure.source?.kind === 'page') return figure
  const [row, column] = [Math.floor(at / 8), at % 8]
  const [left, top] = [90 + column * 50, 80 + (row % 30) * 20]
  const box = [left, top, left + 50, top + 20] as const
  const table = figure.source?.kind === 'table' ? figure.source.table : 1
  const page = 1 + Math.floor(row / 30)
  return { ...figure, source: { kind: 'page', page, box, table, row: row + 1, column: column + 2 } }
}

const placeOf = ({ source }: Figure): PagePlace =>
  source?.kind === 'page' ? { page: source.page, box: source.box } : { page: 1, box: [0, 0, 0, 0] }

const openedFigure = (figure: Figure, readings: readonly Reading[]): Figure => ({
  ...figure,
  state: 'unreadable',
  value: null,
  text: null,
  unproven: { ...placeOf(figure), crop: cropOf(figure.key), readings },
})

const provenFigure = (figure: Figure): Figure => ({
  ...figure,
  evidence: { ...placeOf(figure), readers: ['digits', 'ppocr'], sums: ['requests-balance'] },
})

/** The report as of a scan: these figures are open, with what readers make of them, and all others proven. */
export const scanned = (report: Report, open: Readonly<Record<string, readonly Reading[]>>): Report => ({
  ...report,
  figures: new Map(
    [...report.figures].map(([key, figure], at) => {
      const there = placed(figure, at)
      return [key, open[key] ? openedFigure(there, open[key]) : provenFigure(there)]
    }),
  ),
})
