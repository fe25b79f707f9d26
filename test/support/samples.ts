import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'fflate'
import { expect } from 'vitest'
import type { Document, Table } from '../../lib/model/document.ts'
import { Problem, type ProblemCode } from '../../lib/model/problems.ts'
import { readReport } from '../../lib/read-report.ts'
import { documentFromHtml } from '../../lib/readers/html/document.ts'
import { tableFromRows } from '../../lib/readers/story/grid.ts'
import { samples } from '../samples/samples.ts'
import { type DrawnTable, tableHtml } from './form-html.ts'

/** What the fixtures of `test/samples/make-other-formats.ts` hold, and what real files of a format must give. */

const reports = Object.values(samples)
const sampleOf = (name: string) => reports[name.startsWith('qinghe') ? 0 : 2]!

export const tablesOf = (document: Document): Table[] =>
  document.blocks.filter(block => block.kind === 'table')
export const textsOf = (document: Document): string[] =>
  document.blocks.filter(block => block.kind === 'paragraph').map(({ text }) => text)
export const codesOf = (document: Document): string[] => document.losses.map(({ code }) => code)

/** The cells of a table as `text`, with `rows×columns` behind it where it is merged. */
export const shapeOf = (table: Table): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter(cell => cell.row === row + 1)
      .map(({ text, rowSpan, columnSpan }) =>
        rowSpan === 1 && columnSpan === 1 ? text : `${text} ${rowSpan}×${columnSpan}`,
      ),
  )

const drawn = (name: string): DrawnTable[] =>
  sampleOf(name).sections.flatMap(({ table }) => (table ? [table] : []))

/** All tables of the sample, cell by cell with their spans, and all its paragraphs in their order. */
export const expectSample = (document: Document, name: string): void => {
  const { title, preamble, sections, signature } = sampleOf(name)
  const tables = drawn(name).map((table, index) =>
    tableFromRows(
      table.map(cells => ({
        cells: cells.map(({ text, rowSpan = 1, columnSpan = 1 }) => ({ text, rowSpan, columnSpan })),
      })),
      index + 1,
    ),
  )
  expect(tablesOf(document)).toEqual(tables)
  expect(textsOf(document)).toEqual([
    title,
    preamble,
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...signature,
  ])
  expect(document.losses).toEqual([])
}

type States = Readonly<Record<string, readonly [state: string, value: number | null]>>

/** State and value of every figure that is read from the document. */
export const figuresOf = (document: Document): States =>
  Object.fromEntries(
    [...readReport(document).figures].map(([key, { state, value }]) => [key, [state, value] as const]),
  )

/** The same for the sample as it was drawn. */
export const sampleFigures = (name: string): States =>
  figuresOf(documentFromHtml(drawn(name).map(tableHtml).join('<p>表</p>'), 'html'))

export const fixture = (format: string, name: string): Uint8Array => {
  const file = (suffix: string): URL =>
    new URL(`../lib/readers/${format}/fixtures/${name}.${format}${suffix}`, import.meta.url)
  return existsSync(file('.gz')) ? gunzipSync(readFileSync(file('.gz'))) : readFileSync(file(''))
}

export const problemOf = async (attempt: Promise<unknown>): Promise<Problem> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

export const expectProblem = async (attempt: Promise<unknown>, code: ProblemCode): Promise<void> => {
  const { code: actual, sentence, remedy } = await problemOf(attempt)
  expect(actual, sentence.en).toBe(code)
  for (const message of [sentence, remedy]) {
    expect(message.zh).not.toBe('')
    expect(message.en).not.toBe('')
  }
}

/** Either a document or a refusal, never any other failure. */
export const settles = async (attempt: Promise<Document>): Promise<Document | Problem> =>
  attempt.catch((error: unknown) => {
    expect(error).toBeInstanceOf(Problem)
    return error as Problem
  })

const shared = new URL('../../../shared/reports/', import.meta.url)
export const sharedPresent = existsSync(shared)

/** A real report given beside the checkout, and what its key says of it. */
export const sharedReport = (
  name: string,
  key: string,
): { bytes: Uint8Array; figures: Readonly<Record<string, number | null>> } => ({
  bytes: readFileSync(new URL(name, shared)),
  figures: JSON.parse(readFileSync(new URL(`${key}.key.json`, shared), 'utf8')).figures,
})

export const expectKey = (document: Document, figures: Readonly<Record<string, number | null>>): void => {
  const read = readReport(document).figures
  const values = Object.keys(figures).map(key => [key, read.get(key)?.value ?? null])
  expect(Object.keys(figures).length).toBeGreaterThan(150)
  expect(Object.fromEntries(values)).toEqual(figures)
}
