import type { Message } from '../../../lib/model/message.ts'
import { type Decision, readDecisions } from '../../../lib/series/decisions.ts'
import type { Line, LineProblem } from '../../../lib/series/roster/line.ts'
import { type Roster, readRoster } from '../../../lib/series/roster/roster.ts'
import { codeOf } from '../disk/error-code.ts'
import { whyOf } from '../terminal/system-error.ts'
import { readLines } from './lines.ts'
import { SeasonTrouble } from './season-trouble.ts'

/** What persons keep for a season. */
export interface Lists {
  readonly roster: Roster
  readonly decisions: ReadonlyMap<string, Decision>
}

export interface ListPaths {
  readonly roster: string
  readonly decisions: string | null
}

type Read<Result> = Result | { readonly problems: readonly LineProblem[] }

const listOf = async <Result extends object>(
  path: string,
  read: (lines: readonly Line[]) => Read<Result>,
): Promise<Read<Result>> => {
  const lines = await readLines(path).catch(error => {
    if (codeOf(error) === '') throw error
    const why = whyOf(codeOf(error))
    throw new SeasonTrouble('list-unread', {
      zh: `读不了 ${path}：${why.zh}`,
      en: `${path} cannot be read: ${why.en}`,
    })
  })
  return 'problems' in lines ? lines : read(lines.lines)
}

/** What is wrong in a line, with its number, and the path of its file if there are several. */
export const lineMessage =
  (path: string | null) =>
  ({ line, message }: LineProblem): Message => ({
    zh: `${path === null ? '' : `${path} `}第 ${line} 行 ${message.zh}`,
    en: `${path === null ? '' : `${path} `}line ${line}: ${message.en}`,
  })

const wrong = (lists: readonly { readonly path: string; readonly problems: readonly LineProblem[] }[]) =>
  new SeasonTrouble(
    'list-wrong',
    {
      zh: `${lists.map(({ path, problems }) => `${path}：${problems.length} 处需要改正`).join('；')}，什么都没有做`,
      en: 'to be corrected; nothing was done',
    },
    lists.flatMap(({ path, problems }) => problems.map(lineMessage(lists.length > 1 ? path : null))),
  )

/** Both lists, or SeasonTrouble with everything that is wrong in them. */
export const readLists = async (paths: ListPaths): Promise<Lists> => {
  const roster = await listOf(paths.roster, readRoster)
  const decisions = paths.decisions ? await listOf(paths.decisions, readDecisions) : { decisions: new Map() }
  if ('roster' in roster && 'decisions' in decisions) return { ...roster, ...decisions }
  throw wrong([
    ...('problems' in roster ? [{ path: paths.roster, problems: roster.problems }] : []),
    ...('problems' in decisions ? [{ path: paths.decisions ?? '', problems: decisions.problems }] : []),
  ])
}
