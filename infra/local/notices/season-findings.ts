import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeasonFinding } from '../../../lib/notices/notice.ts'
import { readCurrent } from '../season/current.ts'

/** What was found across the reports of a year; nothing where no season of it stands, or none that can be read. */
export type SeasonFindings = (year: number) => Promise<readonly SeasonFinding[]>

const findingsOf = async (folder: string, year: number): Promise<readonly SeasonFinding[]> => {
  try {
    const { seasons } = await readCurrent(folder)
    const place = Object.hasOwn(seasons, String(year)) ? seasons[String(year)] : undefined
    if (place === undefined) return []
    const json = JSON.parse(await readFile(join(folder, place, 'season.json'), 'utf8'))
    return json.schema === 'gongkai.season/1' ? json.findings : []
  } catch {
    return []
  }
}

/** Reads each season of a folder once. Null: there are none. */
export const seasonFindingsIn = (folder: string | null): SeasonFindings => {
  const known = new Map<number, Promise<readonly SeasonFinding[]>>()
  return year => {
    if (folder === null) return Promise.resolve([])
    const read = known.get(year) ?? findingsOf(folder, year)
    known.set(year, read)
    return read
  }
}
