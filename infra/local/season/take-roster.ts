import { readFile, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Message } from '../../../lib/model/message.ts'
import { linesOf } from '../../../lib/series/list-lines.ts'
import { rosterHeadings } from '../../../lib/series/roster/fields.ts'
import { fromHeadings, readHeadings } from '../../../lib/series/roster/headings.ts'
import { readRoster } from '../../../lib/series/roster/roster.ts'
import { moveFile, toBin } from '../desk/bin.ts'
import { scratch } from '../disk/keys-below.ts'
import { lineMessage } from './read-lists.ts'

/** A file that was sent from the page and reads as a roster. */
export interface GivenRoster {
  /** What is wrong with it; nothing, where it can be used. */
  readonly problems: readonly Message[]
}

const endings = new Set(['.csv', '.xlsx', '.xls', '.et', '.ods'])

const isCalledRoster = (name: string): boolean => /^(?:名册|roster)\.[a-z]+$/iu.test(name.normalize('NFC'))

/** A table of names with something about each: what a person means as a roster, though it may not be one yet. */
const leastHeadings = 2

/** Reads a file as a roster; null where it is none, but something to be converted. */
export const readGiven = async (path: string, name: string): Promise<GivenRoster | null> => {
  if (!endings.has(extname(name).toLowerCase())) return null
  const read = linesOf(await readFile(path))
  if ('problems' in read)
    return isCalledRoster(name) ? { problems: read.problems.map(lineMessage(null)) } : null
  const [head] = fromHeadings(read.lines, rosterHeadings, ['name'])
  const at = head && readHeadings(head, rosterHeadings, ['name']).at
  if (!isCalledRoster(name) && !(at?.has('name') && at.size >= leastHeadings)) return null
  const found = readRoster(read.lines)
  return { problems: 'roster' in found ? [] : found.problems.map(lineMessage(null)) }
}

export interface RosterPlace {
  /** Folder that holds the inbox. */
  readonly place: string
  readonly bin: string
  /** The roster until now. */
  readonly before: string | null
}

/** Puts a roster beside the inbox; the one before goes to the bin. */
export const takeRoster = async (
  aside: string,
  name: string,
  { place, before, bin }: RosterPlace,
): Promise<void> => {
  const ending = extname(name).toLowerCase()
  // First beside it: between the two moves there must be as little time as can be.
  const ready = join(place, `${scratch}roster${ending}`)
  await rm(ready, { force: true })
  await moveFile(aside, ready)
  try {
    if (before) await toBin(before, basename(before), bin)
    await moveFile(ready, join(place, `名册${ending}`))
  } finally {
    await rm(ready, { force: true })
  }
}
