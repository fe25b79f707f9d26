import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { readCurrent } from './current.ts'
import type { SeasonTroubleTold } from './season-trouble.ts'

/** A season that stands, as terminal and page tell of it. */
export interface SeasonShown {
  readonly year: number
  /** Below the folder of seasons. */
  readonly folder: string
  readonly asOf: string
  readonly expected: number
  readonly reported: number
  readonly warnings: number
  /** Whether it has a page and a workbook: one of very many units has none. */
  readonly page: boolean
  readonly workbook: boolean
}

/** All that the page tells of seasons. */
export interface SeasonsShown {
  readonly state: 'no-roster' | 'waiting' | 'running' | 'resting'
  /** The newest year first. */
  readonly seasons: readonly SeasonShown[]
  /** Where a roster is looked for, or the one there is. */
  readonly roster: string
  /** Why the last run made none, or not all. */
  readonly trouble: SeasonTroubleTold | null
}

export const workbookName = '年报季.xlsx'

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const shownOf = async (out: string, folder: string): Promise<SeasonShown | null> => {
  try {
    const { year, asOf, counts } = JSON.parse(
      await readFile(join(out, folder, 'season.json'), 'utf8'),
    ) as SeasonJson
    const { expected, reported, warnings } = counts
    const [page, workbook] = await Promise.all(
      ['index.html', workbookName].map(name => isThere(join(out, folder, name))),
    )
    return { year, folder, asOf, expected, reported, warnings, page: page!, workbook: workbook! }
  } catch {
    return null
  }
}

/** The seasons that stand; those that are `known` are not read again. Throws SeasonTrouble where nobody can tell. */
export const seasonsThere = async (
  out: string,
  known: readonly SeasonShown[],
): Promise<readonly SeasonShown[]> => {
  const folders = Object.values((await readCurrent(out)).seasons)
  const shown = await Promise.all(
    folders.map(folder => known.find(each => each.folder === folder) ?? shownOf(out, folder)),
  )
  return shown.filter(each => each !== null).toSorted((a, b) => b.year - a.year)
}
