import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../disk/error-code.ts'
import { SeasonTrouble } from './season-trouble.ts'

/** `current.json`: which folder holds the season of each year. Moving it is the commit of a run. */
export interface Current {
  readonly schema: 'gongkai.current/1'
  readonly seasons: Readonly<Record<string, string>>
}

export const currentName = 'current.json'

/** What stands in a folder of seasons; of a new one nothing. Throws SeasonTrouble where it cannot be read. */
export const readCurrent = async (out: string): Promise<Current> => {
  const bytes = await readFile(join(out, currentName)).catch(error => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return { schema: 'gongkai.current/1', seasons: {} }
  const current = parsed(bytes)
  if (current) return current
  throw new SeasonTrouble('current-damaged', {
    zh: `${join(out, currentName)} 已损坏，请删去这个文件，再运行一次（npm start 会自动再试）；报告和以前的结果都不受影响`,
    en: 'damaged: delete this file and run again; npm start tries by itself. No report or result is lost',
  })
}

/** How the folder of a season is called: by its year and its contents. */
export const seasonFolder = /^(\d{4})-[0-9a-f]{12}$/u

const isSeasons = (seasons: unknown): boolean =>
  typeof seasons === 'object' &&
  seasons !== null &&
  Object.entries(seasons).every(([year, folder]) => seasonFolder.exec(String(folder))?.[1] === year)

const parsed = (bytes: Uint8Array): Current | null => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Current
    return value?.schema === 'gongkai.current/1' && isSeasons(value.seasons) ? value : null
  } catch {
    return null
  }
}

/** The same with the season of a year; years stand in order, as whole numbers do among the names of an object. */
export const withSeason = ({ schema, seasons }: Current, year: number, folder: string): Current => ({
  schema,
  seasons: { ...seasons, [String(year)]: folder },
})
