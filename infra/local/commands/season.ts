import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readDecisions } from '../../../lib/series/decisions.ts'
import { dayInChina } from '../../../lib/series/newest.ts'
import type { LineProblem } from '../../../lib/series/roster/line.ts'
import { readRoster } from '../../../lib/series/roster/roster.ts'
import { codeOf } from '../disk/error-code.ts'
import { claimFor, demandFolders } from '../lock/for-command.ts'
import { problemLines, readLines } from '../season/lines.ts'
import { gatherInto, makeSeason } from '../season/make-season.ts'
import { seasonLines } from '../season/season-lines.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { wholeNumber } from './options.ts'

const options = {
  year: { type: 'string' },
  roster: { type: 'string' },
  from: { type: 'string', multiple: true },
  decisions: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string', default: 'season' },
} as const

/** A day as people write it for computers. */
const dayOf = (given: string | undefined): string => {
  if (given === undefined) return dayInChina(new Date().toISOString())!
  const date = new Date(`${given}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/u.test(given) && !Number.isNaN(date.getTime())) return given
  throw new UsageError(`--as-of 应为日期，如 2025-02-01 (a day, not ${given})`)
}

const parse = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options })
  const year = wholeNumber('--year', values.year, 2008, 2100)
  if (year === null) throw new UsageError('season: 请用 --year 指定报告年度 (--year is missing)')
  if (!values.roster)
    throw new UsageError(
      'season: 请用 --roster 指定名册；没有名册时，先用 gongkai roster 起草一份 (--roster is missing; gongkai roster drafts one)',
    )
  const { roster, from = ['outbox'], decisions, out } = values
  return { year, roster, from, decisions, asOf: dayOf(values['as-of']), out: resolve(out) }
}

/** What `read` makes of a list; null, with the problems told, where it cannot be used. */
const listOf = async <Result extends object>(
  path: string,
  read: (lines: Parameters<typeof readRoster>[0]) => Result | { readonly problems: readonly LineProblem[] },
): Promise<Result | null> => {
  const lines = await readLines(path).catch(error => {
    throw new UsageError(`season: 读不了 ${path}：${codeOf(error)} (cannot be read)`)
  })
  const result = 'problems' in lines ? lines : read(lines.lines)
  if (!('problems' in result)) return result
  for (const line of problemLines(path, result.problems)) console.error(line)
  return null
}

const disk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'])

/** The disk does not take the season, whether we or the engine wrote; null for any other trouble. */
const diskTrouble = (error: unknown): UsageError | null => {
  const { message } = error as Error
  if (!disk.has(codeOf(error)) && !/^(?:IO|Permission) Error/u.test(message)) return null
  return new UsageError(
    `season: 没能写完，之前的结果没有变。请检查输出文件夹的剩余空间和写入权限 (not written; what was there stands): ${message}`,
  )
}

/** `season`: the reports of a year together. Gives the exit code: 0 no warning, 1 warnings, 2 a list is wrong and nothing was run. */
export const seasonCommand = async (args: readonly string[]): Promise<number> => {
  const { year, roster: rosterPath, from, decisions: decisionsPath, asOf, out } = parse(args)
  await demandFolders(from)
  const roster = await listOf(rosterPath, readRoster)
  const decisions = decisionsPath
    ? await listOf(decisionsPath, readDecisions)
    : { decisions: new Map() as never }
  if (!roster || !decisions) return 2
  const claim = await claimFor('season', [out])
  try {
    const gathered = await gatherInto(from, out)
    const written = await makeSeason({ year, asOf, gathered, out, ...roster, ...decisions })
    for (const line of seasonLines(written, out)) console.log(line)
    return written.json.counts.warnings > 0 ? 1 : 0
  } catch (error) {
    throw diskTrouble(error) ?? error
  } finally {
    await claim.release()
  }
}
