import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../disk/error-code.ts'
import { UsageError } from '../terminal/usage-error.ts'

/** `current.json`: which folder holds the season of each year. Moving it is the commit of a run. */
export interface Current {
  readonly schema: 'gongkai.current/1'
  readonly seasons: Readonly<Record<string, string>>
}

export const currentName = 'current.json'

/** What stands in a folder of seasons; of a new one nothing. Throws UsageError where it cannot be read. */
export const readCurrent = async (out: string): Promise<Current> => {
  const bytes = await readFile(join(out, currentName)).catch(error => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return { schema: 'gongkai.current/1', seasons: {} }
  const current = parsed(bytes)
  if (current) return current
  throw new UsageError(
    `${join(out, currentName)} 已损坏，请删去它，再运行 gongkai season (damaged: delete it and run gongkai season)`,
  )
}

const parsed = (bytes: Uint8Array): Current | null => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Current
    return value?.schema === 'gongkai.current/1' ? value : null
  } catch {
    return null
  }
}

/** The same with the season of a year; years stand in order, as whole numbers do among the names of an object. */
export const withSeason = ({ schema, seasons }: Current, year: number, folder: string): Current => ({
  schema,
  seasons: { ...seasons, [String(year)]: folder },
})
