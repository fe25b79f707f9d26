import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
const outputs: readonly Output[] = [workbook, pages]

/** Writes all of it below the folder of a season; `results`: where the pages find those of its reports, null: nowhere. */
export const writeOutputs = async (
  view: SeasonView,
  folder: string,
  results: string | null,
): Promise<void> => {
  for (const output of outputs)
    for await (const { path, bytes } of output(view, results)) {
      const place = join(folder, ...path.split('/'))
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, bytes)
    }
}
