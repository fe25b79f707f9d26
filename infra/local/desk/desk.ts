import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Message } from '../../../lib/model/message.ts'
import type { EnteredFigure, NamedReport } from '../../../lib/model/report.ts'
import type { Decision } from '../../../lib/series/decisions.ts'
import { partsOfKey } from '../../../lib/submission/archive.ts'
import type { Act, AskedAct, DecisionWord } from './acts.ts'
import { type DeskDecision, type Excluded, type Folded, fold, holdsFor } from './fold.ts'
import { appendActs, mendJournal, readJournal } from './journal.ts'

/** What persons have said at the desk of an outbox. */
export interface DeskRead {
  readonly acts: () => readonly Act[]
  readonly folded: () => Folded
  readonly excluded: (key: string) => Excluded | null
  /** Also a file of an archive that was. */
  readonly removed: (key: string) => boolean
  /** The unit that a person has said of a version of an upload. */
  readonly placed: (upload: { readonly key: string; readonly version: string }) => string | null
  /** Numbers of the lines that cannot be read. */
  readonly unread: () => readonly number[]
  /** By the ids of findings. */
  readonly decisionsOf: (sha256: string) => ReadonlyMap<string, DeskDecision>
  /** Of findings across reports, as the lists of a season have them. */
  readonly seasonDecisions: () => ReadonlyMap<string, Decision>
  readonly enteredOf: (sha256: string) => readonly EnteredFigure[]
  /** Whose report a scan is said to be; null where nobody has said it. */
  readonly namedOf: (sha256: string) => NamedReport | null
}

export interface Desk extends DeskRead {
  /** Notes acts, all or none; gives them with id and time. */
  readonly act: (by: string, asked: readonly AskedAct[]) => Promise<readonly Act[]>
  /** Calls `listener` after acts were noted; gives the function that ends that. */
  readonly watch: (listener: (acts: readonly Act[]) => void) => () => void
}

export const deskName = 'desk.ndjson'

export const decisionWords: Readonly<Record<DecisionWord, string>> = {
  accepted: '问题成立',
  rejected: '不成立',
  explained: '已说明',
}

/** Says which lines of the journal cannot be read: what they say does not count. Null where all can. */
export const unreadSentence = (desk: Pick<DeskRead, 'unread'>): Message | null => {
  const lines = desk.unread()
  return lines.length === 0
    ? null
    : {
        zh: `经办记录（结果文件夹中的 ${deskName}）第 ${lines.join('、')} 行读不出来，那里记下的排除、删除、处理或录入没有生效。请核对后改正或删去这些行，再重新启动。`,
        en: `Lines ${lines.join(', ')} of ${deskName} in the outbox cannot be read, and what they say does not count: mend or delete them and start again`,
      }
}

const none: ReadonlyMap<string, DeskDecision> = new Map()

const seasonDecision = ({ finding, decision, reason, by }: DeskDecision): Decision => ({
  ...{ finding, reason, by },
  decision: decisionWords[decision],
  until: null,
  line: 0,
})

const deskOf = (acts: () => readonly Act[], folded: () => Folded, unread: readonly number[]): DeskRead => ({
  acts,
  folded,
  excluded: key => folded().excluded.get(key) ?? null,
  removed: key => {
    const { removed } = folded()
    const inside = partsOfKey(key)
    return removed.has(key) || (inside !== null && removed.has(inside.archive))
  },
  placed: ({ key, version }) => {
    const placed = folded().placed.get(key)
    return placed && holdsFor(placed.version, version) ? placed.unit : null
  },
  unread: () => unread,
  decisionsOf: sha256 => folded().decided.get(sha256) ?? none,
  seasonDecisions: () =>
    new Map([...(folded().decided.get('') ?? none)].map(([id, each]) => [id, seasonDecision(each)])),
  enteredOf: sha256 => folded().entered.get(sha256) ?? [],
  namedOf: sha256 => folded().named.get(sha256) ?? null,
})

/** What stands at the desk of an outbox now, for who only reads it. */
export const readDesk = async (outbox: string): Promise<DeskRead> => {
  const { acts, unread } = await readJournal(join(outbox, deskName))
  const folded = fold(acts)
  return deskOf(
    () => acts,
    () => folded,
    unread,
  )
}

/** The desk of an outbox, for the one process that has claimed it. */
export const openDesk = async (outbox: string): Promise<Desk> => {
  const path = join(outbox, deskName)
  await mendJournal(path)
  const read = await readJournal(path)
  let { acts } = read
  let folded: Folded | null = null
  const listeners = new Set<(acts: readonly Act[]) => void>()
  let last: Promise<unknown> = Promise.resolve()
  const note = async (by: string, asked: readonly AskedAct[]): Promise<readonly Act[]> => {
    const at = new Date().toISOString()
    const done = asked.map((act): Act => ({ id: randomUUID(), at, by, ...act }))
    if (done.length === 0) return done
    await appendActs(path, done)
    acts = [...acts, ...done]
    folded = null
    for (const listener of listeners) listener(done)
    return done
  }
  return {
    ...deskOf(
      () => acts,
      () => {
        folded ??= fold(acts)
        return folded
      },
      read.unread,
    ),
    act: (by, asked) => {
      const noted = last.then(() => note(by, asked))
      last = noted.catch(() => undefined)
      return noted
    },
    watch: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
