import type { RosterProblemsV1 } from '../../events/types.ts'
import { type Decision, readDecisions } from '../../lib/series/decisions.ts'
import type { Line, LineProblem } from '../../lib/series/roster/line.ts'
import { type Roster, readRoster } from '../../lib/series/roster/roster.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { decisionsKeys, problemsKey, rosterKeys } from './layout.ts'
import type { GatherPorts } from './ports.ts'
import { hashOf, sha256 } from './sha256.ts'

export interface Lists {
  readonly roster: Roster
  readonly decisions: ReadonlyMap<string, Decision>
  /** Stands for what both say. */
  readonly hash: string
}

/** What is wrong with one list. */
interface ListProblems {
  readonly key: string
  readonly problems: readonly LineProblem[]
}

interface Found {
  readonly key: string
  readonly bytes: Uint8Array
}

const findAll = async (keys: readonly string[], { outputs }: GatherPorts): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const key of keys) {
    const stored = await outputs.get(key)
    if (stored) found.push({ key, bytes: stored.bytes })
  }
  return found
}

const doubled = ([first, second]: readonly string[]): LineProblem => ({
  line: 1,
  code: 'list-doubled',
  message: {
    zh: `${first} 和 ${second} 同时存在，无法判断以哪一份为准。请只留一份。`,
    en: `Both ${first} and ${second} are there: nobody can tell which counts. Keep one.`,
  },
})

type Read<Result> = (lines: readonly Line[]) => Result | { readonly problems: readonly LineProblem[] }

/** What `read` makes of the one that is there; null where none is. Workbooks are read by code that is loaded for them. */
const readList = async <Result extends object>(
  found: readonly Found[],
  keys: readonly string[],
  read: Read<Result>,
): Promise<Result | ListProblems | null> => {
  const [list, another] = found
  if (!list) return null
  if (another) return { key: list.key, problems: [doubled(keys)] }
  const { linesOf } = await import('../../lib/series/list-lines.ts')
  const lines = linesOf(list.bytes)
  const result = 'problems' in lines ? lines : read(lines.lines)
  return 'problems' in result ? { key: list.key, problems: result.problems } : result
}

/** Tells the operator what is wrong with the lists, or that nothing is any more. */
const writeProblems = async (problems: readonly ListProblems[], { outputs }: GatherPorts): Promise<void> => {
  const lists = problems.map(({ key, problems: lines }) => ({ key, problems: [...lines] }))
  const told: RosterProblemsV1 = { schema: 'gongkai.roster-problems/1', lists }
  const bytes = toJson(told)
  const before = await outputs.get(problemsKey)
  if (!before && problems.length === 0) return
  if (!before || sha256(before.bytes) !== sha256(bytes)) await outputs.put(problemsKey, bytes)
}

/** The lists that an operator keeps; null where there is no roster, or all that is wrong, which is written down too. */
export const readLists = async (
  ports: GatherPorts,
): Promise<Lists | { readonly problems: readonly ListProblems[] } | null> => {
  const rosters = await findAll(rosterKeys, ports)
  if (rosters.length === 0) return null
  const allDecisions = await findAll(decisionsKeys, ports)
  const roster = (await readList(rosters, rosterKeys, readRoster))!
  const decisions = (await readList(allDecisions, decisionsKeys, readDecisions)) ?? { decisions: new Map() }
  const problems = [roster, decisions].filter((each): each is ListProblems => 'problems' in each)
  await writeProblems(problems, ports)
  if ('problems' in roster || 'problems' in decisions) return { problems }
  const hash = hashOf([...rosters, ...allDecisions].map(({ key, bytes }) => [key, sha256(bytes)]))
  return { ...roster, ...decisions, hash }
}
