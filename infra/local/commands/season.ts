import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayInChina } from '../../../lib/series/newest.ts'
import { demandFolders } from '../lock/for-command.ts'
import { claimSeasons } from '../season/claim-seasons.ts'
import { readCurrent } from '../season/current.ts'
import { gatherInto, makeSeason } from '../season/make-season.ts'
import { type Lists, readLists } from '../season/read-lists.ts'
import { removeReplaced } from '../season/remove-replaced.ts'
import { resultsBeside } from '../season/results-beside.ts'
import { seasonLines } from '../season/season-lines.ts'
import { diskTrouble, SeasonTrouble } from '../season/season-trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { dayOf, wholeNumber } from './options.ts'

const options = {
  year: { type: 'string' },
  roster: { type: 'string' },
  from: { type: 'string', multiple: true },
  decisions: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string', default: 'season' },
} as const

/** The day asked for, or today. */
const asOfDay = (given: string | undefined): string =>
  given === undefined ? dayInChina(new Date().toISOString())! : dayOf('--as-of', given)

const parse = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options })
  const year = wholeNumber('--year', values.year, 2008, 2100)
  if (year === null) throw new UsageError('season: 请用 --year 指定报告年度 (--year is missing)')
  if (!values.roster)
    throw new UsageError(
      'season: 请用 --roster 指定名册；没有名册时，先用 gongkai roster 起草一份 (--roster is missing; gongkai roster drafts one)',
    )
  const { roster, from = ['outbox'], decisions = null, out } = values
  return { year, lists: { roster, decisions }, from, asOf: asOfDay(values['as-of']), out: resolve(out) }
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
  try {
    return await make(asked, await readLists(paths))
  } catch (error) {
    if (!(error instanceof SeasonTrouble)) throw error
    const { sentence, lines } = error.told
    console.error(`season: ${printable(sentence.zh)} (${printable(sentence.en)})`)
    for (const { zh, en } of lines) console.error(`  ${printable(zh)} (${printable(en)})`)
    return 2
  }
}
