import { resolve } from 'node:path'
import { dayInChina } from '../../../lib/series/newest.ts'
import { demandFolders } from '../lock/for-command.ts'
import { claimSeasons } from '../season/claim-seasons.ts'
import { readCurrent } from '../season/current.ts'
import { gatherInto, makeSeason } from '../season/make-season.ts'
import { type Lists, readLists } from '../season/read-lists.ts'
import { removeReplaced } from '../season/remove-replaced.ts'
import { resultsBeside } from '../season/results-beside.ts'
import { seasonLines } from '../season/season-lines.ts'
import { diskTrouble } from '../season/season-trouble.ts'
import { readOptions } from '../terminal/read-options.ts'
import { seasonManual } from './manual/season.ts'

const parse = (args: readonly string[]) => {
  const { values } = readOptions(seasonManual, args)
  return {
    year: values.year!,
    lists: { roster: values.roster!, decisions: values.decisions ?? null },
    from: values.from.length > 0 ? values.from : ['outbox'],
    asOf: values['as-of'] ?? dayInChina(new Date().toISOString())!,
    out: resolve(values.out),
  }
}

type Asked = Omit<ReturnType<typeof parse>, 'lists'>

const make = async ({ year, asOf, from, out }: Asked, lists: Lists): Promise<number> => {
  const claim = await claimSeasons(out, 'season')
  try {
    const before = await readCurrent(out)
    const gathered = await gatherInto(from, out)
    const written = await makeSeason({
      year,
      asOf,
      gathered,
      out,
      ...lists,
      results: resultsBeside(from, out),
    })
    for (const line of seasonLines(written, out)) console.log(line)
    await removeReplaced(out, before, await readCurrent(out), new Date())
    return written.json.counts.warnings > 0 ? 1 : 0
  } catch (error) {
    throw diskTrouble(error) ?? error
  } finally {
    await claim.release()
  }
}

/** `season`: the reports of a year together. Gives the exit code: 0 no warning, 1 warnings, 2 nothing was made. */
export const seasonCommand = async (args: readonly string[]): Promise<number> => {
  const { lists: paths, ...asked } = parse(args)
  await demandFolders(asked.from)
  return make(asked, await readLists(paths))
}
