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

const nowhere: PagePlace = { page: 1, box: [100, 100, 140, 116] }

const placeOf = ({ source }: Figure): PagePlace =>
  source?.kind === 'page' ? { page: source.page, box: source.box } : nowhere

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
    [...report.figures].map(([key, figure]) => [
      key,
      open[key] ? openedFigure(figure, open[key]) : provenFigure(figure),
    ]),
  ),
})
