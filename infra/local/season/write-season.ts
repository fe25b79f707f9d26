import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../../functions/season/engine.ts'
import { type SeasonFilesAsked, writeSeasonFiles } from '../../../functions/season/write-season.ts'
import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { toJson } from '../../../lib/submission/outcome.ts'
import { folderStore } from '../disk/folder-store.ts'
import { scratch } from '../disk/keys-below.ts'
import { sha256 } from '../disk/sha256.ts'
import { currentName, readCurrent, withSeason } from './current.ts'

/** Half-written seasons of runs that were killed. No other run may work in the folder. */
const removeAbandoned = async (out: string): Promise<void> => {
  for (const name of await readdir(out))
    if (name.startsWith(scratch)) await rm(join(out, name), { recursive: true, force: true })
}

/** Whether a season stands in a folder as it was written. */
const isWhole = async (folder: string, bytes: Uint8Array, { files }: SeasonJson): Promise<boolean> => {
  try {
    if (!(await readFile(join(folder, 'season.json'))).equals(bytes)) return false
    for (const file of files)
      if (sha256(await readFile(join(folder, file.path))) !== file.sha256) return false
    return true
  } catch {
    return false
  }
}

export interface WrittenSeason {
  /** Below the folder of seasons. */
  readonly folder: string
  readonly json: SeasonJson
}

/**
 * Writes a season into a folder whose name is made of its contents, and then has `current.json` point to it: until then
 * whoever reads has the season before, whole. The caller has claimed `out`.
 */
export const writeSeason = async (
  engine: Engine,
  asked: SeasonFilesAsked,
  out: string,
): Promise<WrittenSeason> => {
  await removeAbandoned(out)
  const aside = join(out, `${scratch}${randomUUID()}`)
  try {
    await mkdir(aside)
    const { name, json, bytes } = await writeSeasonFiles(engine, asked, aside)
    const place = join(out, name)
    if (!(await isWhole(place, bytes, json))) {
      await rm(place, { recursive: true, force: true })
      await rename(aside, place)
    }
    const current = withSeason(await readCurrent(out), asked.year, name)
    await folderStore(out).put(currentName, toJson(current))
    return { folder: name, json }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
