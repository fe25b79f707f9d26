import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../disk/sha256.ts'
import { claimSeasons } from './claim-seasons.ts'
import { readCurrent } from './current.ts'
import { type Gathered, gatherInto, makeSeason } from './make-season.ts'
import { type ListPaths, readLists } from './read-lists.ts'
import { removeReplaced } from './remove-replaced.ts'
import { resultsBeside } from './results-beside.ts'
import { diskTrouble } from './season-trouble.ts'
import type { SeasonsJob } from './seasons-job.ts'
import type { WrittenSeason } from './write-season.ts'

const firstYear = 2008

/** A report of a year is written after it: a later one was misread, or mistyped. The newest first. */
const yearsOf = ({ years }: Gathered, asOf: string): readonly number[] =>
  [...years.keys()]
    .filter(year => year >= firstYear && year <= Number(asOf.slice(0, 4)))
    .toSorted((a, b) => b - a)

const hashOf = (value: unknown): string => sha256(new TextEncoder().encode(JSON.stringify(value)))

/** Of their bytes; what cannot be read is told when it is. */
const listsHash = async ({ roster, decisions }: ListPaths): Promise<string> => {
  const hashes = [roster, decisions].map(async path =>
    path === null ? null : readFile(path).then(sha256, () => null),
  )
  return hashOf(await Promise.all(hashes))
}

const stands = (out: string, folder: string | undefined): Promise<boolean> =>
  folder === undefined
    ? Promise.resolve(false)
    : stat(join(out, folder, 'season.json')).then(
        () => true,
        () => false,
      )

/**
 * Makes the season of every year at hand that is not made of the same as before, reading each report once; `made` hears
 * of each as it stands. Gives what all are made of. Throws SeasonTrouble.
 */
export const runSeasons = async (
  { lists: paths, from, out, asOf, madeOf }: SeasonsJob,
  made: (season: WrittenSeason) => void,
): Promise<Readonly<Record<string, string>>> => {
  // Before they are read: a list that changes in between is taken for the older one, and read again.
  const listed = await listsHash(paths)
  const lists = await readLists(paths)
  const claim = await claimSeasons(out, 'start')
  try {
    await readCurrent(out)
    const gathered = await gatherInto(from, out)
    const said = [[...gathered.placed].toSorted(), [...gathered.decisions].toSorted()]
    const now: Record<string, string> = {}
    for (const year of yearsOf(gathered, asOf)) {
      now[year] = hashOf([listed, asOf, said, gathered.years.get(year)])
      const before = await readCurrent(out)
      if (now[year] === madeOf[year] && (await stands(out, before.seasons[year]))) continue
      made(await makeSeason({ year, asOf, ...lists, gathered, out, results: resultsBeside(from, out) }))
      await removeReplaced(out, before, await readCurrent(out), new Date())
    }
    return now
  } catch (error) {
    throw diskTrouble(error) ?? error
  } finally {
    await claim.release()
  }
}
