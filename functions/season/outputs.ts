import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SeasonView } from '../../lib/series/season-view.ts'

/** A file for people, by its path below the folder of the season. */
interface PeoplesFile {
  readonly path: string
  readonly bytes: Uint8Array
}

type Output = (view: SeasonView) => AsyncIterable<PeoplesFile>

/** What makes a workbook is loaded when there is one to make. */
const workbook: Output = async function* (view) {
  const { seasonWorkbook } = await import('../../lib/series/workbook/index.ts')
  yield { path: '年报季.xlsx', bytes: await seasonWorkbook(view) }
}

const pages: Output = async function* (view) {
  const { seasonPages } = await import('../../lib/series/pages/season-pages.ts')
  const encoder = new TextEncoder()
  for (const { path, html } of seasonPages(view)) yield { path, bytes: encoder.encode(html) }
}

/** What people open of a season, besides the data set. */
const outputs: readonly Output[] = [workbook, pages]

/** Writes all of it below the folder of a season. */
export const writeOutputs = async (view: SeasonView, folder: string): Promise<void> => {
  for (const output of outputs)
    for await (const { path, bytes } of output(view)) {
      const place = join(folder, ...path.split('/'))
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, bytes)
    }
}
