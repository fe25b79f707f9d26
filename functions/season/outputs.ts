import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SeasonView } from '../../lib/series/season-view.ts'

/** A file for people, by its path below the folder of the season. */
interface PeoplesFile {
  readonly path: string
  readonly bytes: Uint8Array
}

type Output = (view: SeasonView, results: string | null) => AsyncIterable<PeoplesFile>

/** What makes a workbook is loaded when there is one to make. */
const workbook: Output = async function* (view) {
  const { seasonWorkbook } = await import('../../lib/series/workbook/index.ts')
  yield { path: '年报季.xlsx', bytes: await seasonWorkbook(view) }
}

const pages: Output = async function* (view, results) {
  const { seasonPages } = await import('../../lib/series/pages/season-pages.ts')
  const { reviewPageBelow } = await import('../../lib/series/pages/review-page.ts')
  const options = results === null ? {} : { resultOf: reviewPageBelow(results) }
  const encoder = new TextEncoder()
  for (const { path, html } of seasonPages(view, options)) yield { path, bytes: encoder.encode(html) }
}

/** What people open of a season, besides the data set. */
const outputs = { workbook, pages } satisfies Readonly<Record<string, Output>>

export interface OutputsAsked {
  readonly view: SeasonView
  /** Of the season. */
  readonly folder: string
  /** Where the pages find the results of its reports; null: nowhere. */
  readonly results: string | null
}

/** Writes one of them below the folder of a season. */
export const writeOutput = async (
  name: keyof typeof outputs,
  { view, folder, results }: OutputsAsked,
): Promise<void> => {
  const made = new Set<string>()
  for await (const { path, bytes } of outputs[name](view, results)) {
    const place = join(folder, ...path.split('/'))
    const below = dirname(place)
    if (!made.has(below)) mkdirSync(below, { recursive: true })
    made.add(below)
    // Waiting for each of a thousand pages takes longer than writing it; but the engine is told what to do next meanwhile.
    writeFileSync(place, bytes)
    await setImmediate()
  }
}

export type WriteOutputs = (asked: OutputsAsked) => Promise<void>

/** Writes all of them, one after the other. */
export const writeOutputs: WriteOutputs = async asked => {
  await writeOutput('workbook', asked)
  await writeOutput('pages', asked)
}
