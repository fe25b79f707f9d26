import { writeFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Submission } from '../documents/submission.ts'

/** Files that are no uploads: nothing may come of them. */
export const strayFiles: Readonly<Record<string, string>> = {
  '~$年度报告.docx': 'lock',
  '.DS_Store': 'system',
  '下载中.docx.crdownload': 'half',
  'Thumbs.db': 'system',
}

/** Writes the first version of every file at once, as a copied folder arrives. */
export const putAll = async (inbox: string, submissions: readonly Submission[]): Promise<void> => {
  const folders = new Set(submissions.map(({ key }) => dirname(join(inbox, key))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  await Promise.all([
    ...submissions.map(({ key, versions }) => writeFile(join(inbox, key), versions[0].bytes)),
    ...Object.entries(strayFiles).map(([name, text]) => writeFile(join(inbox, name), text)),
  ])
}

/**
 * Puts the newest version in the place of the one before: at once by renaming, or written over it without the long
 * pause that many writes at once would make in the middle.
 */
export const replaceFile = async (
  inbox: string,
  { key, versions }: Submission,
  whole: boolean,
): Promise<void> => {
  const path = join(inbox, key)
  const bytes = versions.at(-1)!.bytes
  if (!whole) return writeFileSync(path, bytes)
  const aside = join(dirname(path), `.${basename(path)}.part`)
  await writeFile(aside, bytes)
  await rename(aside, path)
}
