import { judge } from '../../../lib/convert.ts'
import { readFigure } from '../../../lib/figures/read-figure.ts'
import type { PagePlace } from '../../../lib/model/picture.ts'
import type { Figure, Report } from '../../../lib/model/report.ts'
import type { Place } from '../simulate/pens.ts'
import type { Printed } from './figures.ts'

/** A report that is to be scanned, as a PDF with a text layer, and what is printed in it. */
export interface PrintedDocument {
  readonly name: string
  readonly pdf: Uint8Array
  /** What a person reads in it. */
  readonly report: Report
  /** Where its figures are printed, page by page. */
  readonly places: readonly (readonly Place[])[]
}

const placesOf = (figures: readonly Figure[]): readonly (readonly Place[])[] => {
  const sources = figures.flatMap(({ source }): readonly PagePlace[] =>
    source?.kind === 'page' ? [source] : [],
  )
  const pages = Math.max(0, ...sources.map(({ page }) => page))
  return Array.from({ length: pages }, (_, at) =>
    sources.filter(({ page }) => page === at + 1).map(({ box }) => box),
  )
}

/** As it was printed, whatever the converter makes of it. */
const asPrinted = (figure: Figure, text: string | undefined): Figure => {
  if (text === undefined) return figure
  const { key, source, unit } = figure
  const { state, value } = text === '' ? ({ state: 'blank', value: null } as const) : readFigure(text)
  return { key, source, state, value, text, ...(unit ? { unit } : {}) }
}

/** What is printed in a PDF: as our own converter reads its text layer, or as is known of one that was invented. */
export const printedDocument = async (
  name: string,
  pdf: Uint8Array,
  printed: Printed = {},
): Promise<PrintedDocument> => {
  const { report } = await judge({ name: '年报.pdf', bytes: pdf, sha256: '' })
  const figures = [...report.figures].map(([key, figure]) => [key, asPrinted(figure, printed[key])] as const)
  const unmet = Object.keys(printed).filter(key => !report.figures.has(key))
  if (unmet.length > 0) throw new Error(`${name}: ${unmet.length} figures not met in the printed report`)
  return {
    name,
    pdf,
    report: { ...report, figures: new Map(figures) },
    places: placesOf([...report.figures.values()]),
  }
}
