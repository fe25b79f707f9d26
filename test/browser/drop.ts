import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = fileURLToPath(new URL('../../infra/local/samples/', import.meta.url))

/** Paths of the sample reports the service starts with. */
export const sampleFiles = async (): Promise<readonly string[]> => {
  const names = (await readdir(folder)).filter(name => name.endsWith('.docx')).toSorted()
  return names.map(name => join(folder, name))
}

/** The same reports in files of their own, as an office hands them in: samples count nowhere, these do. */
export const reportFiles = async (): Promise<readonly string[]> => {
  const made = await temporaryFolder()
  return Promise.all(
    (await sampleFiles()).map(async sample => {
      const path = join(made, basename(sample).replace(/^示例. /u, ''))
      await writeFile(path, zipSync(unzipSync(await readFile(sample)), { level: 1 }))
      return path
    }),
  )
}

/** Writes files to be dropped; gives their paths. */
export const madeFiles = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const made = await temporaryFolder()
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(made, name)
      await writeFile(path, text)
      return path
    }),
  )
}

/** Drops files from disk on the page as the mouse does; events made by a script would carry no files. */
export const drop = async (page: Page, files: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize()!
  const at = { x: width / 2, y: height / 2 }
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}
