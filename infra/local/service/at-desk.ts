import { enteredProblem } from '../../../lib/entered/entered-problem.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { AskedAct } from '../desk/acts.ts'
import type { AtDesk, Done } from '../desk/at-desk.ts'
import type { Desk } from '../desk/desk.ts'
import { movedTrouble, moveFiles, NotMoved, type Places } from '../desk/move-files.ts'
import { isDiskWide } from '../inbox/trouble.ts'
import type { Board } from '../results/board.ts'
import type { Filed } from '../results/entry.ts'
import { readReportJson } from '../results/read-report-json.ts'
import { readGiven, takeRoster } from '../season/take-roster.ts'
import type { RosterKeeper } from './roster-keeper.ts'

export interface AtDeskPorts {
  readonly desk: Desk
  readonly board: Board
  readonly outputs: Store
  readonly places: Places
  readonly roster: Pick<RosterKeeper, 'now' | 'look'>
  /** Whether the roster is one that was named at the start, wherever it lies. */
  readonly rosterGiven: boolean
  readonly rosterPlace: { readonly place: string; readonly bin: string }
  /** Has a file judged again. */
  readonly again: (key: string) => void
  /** Keys of files that are being moved: what the folders show of them means nothing. */
  readonly moving: Set<string>
}

/** Which version something is said of. */
const stamped = (act: AskedAct, board: Board): AskedAct => {
  const versionOf = (key: string): string | undefined => {
    const { result, versions = [] } = board.filedAs(key) ?? {}
    return versions.find(({ sha256 }) => sha256 !== null && sha256 === result?.sha256)?.version
  }
  const given = (name: string, version: string | undefined) =>
    version === undefined ? {} : { [name]: version }
  switch (act.kind) {
    case 'excluded':
    case 'placed':
      return { ...given('version', versionOf(act.key)), ...act }
    case 'replaces':
    case 'separate':
      return { ...given('version', versionOf(act.key)), ...given('ofVersion', versionOf(act.of)), ...act }
    default:
      return act
  }
}

const withFile = (board: Board, sha256: string): readonly Filed[] =>
  board.filed().filter(({ result }) => result?.sha256 === sha256)

const unread: Message = {
  zh: '这份报告的结果读不出来，请刷新网页后再试。',
  en: 'The result of this report cannot be read: reload the page.',
}

const otherPicture: Message = {
  zh: '这一格的图像已经不同（文件重新读过），没有记下。请刷新网页，照现在的图像录入。',
  en: 'The picture of this cell is another one by now, and nothing was noted: reload the page and read it off again.',
}

const noScan: Message = {
  zh: '这份文件不是扫描件，机关和年度以文件所写为准。',
  en: 'The file is no scan: its name and year are those that it prints.',
}

const full: Message = {
  zh: '磁盘写不进去（已满，或不能写入），这一步没有记下。请腾出空间后再试。',
  en: 'The disk takes nothing now: this was not noted. Make room and try again.',
}

/** What stands against an act that its own words do not show. */
const problemOf = async (
  act: AskedAct,
  { board, outputs, roster }: Pick<AtDeskPorts, 'board' | 'outputs' | 'roster'>,
): Promise<Message | null> => {
  if (act.kind === 'entered' && act.value !== 'undone') {
    const [filed] = withFile(board, act.sha256)
    const json = filed ? await readReportJson(filed.result?.files.json, outputs) : null
    if (!json) return unread
    const enterable = { year: json.report.year, editions: json.editions, figures: Object.keys(json.figures) }
    if (act.crop !== undefined && act.crop !== json.figures[act.cell]?.unproven?.crop) return otherPicture
    return enteredProblem(enterable, act.cell, act.value)
  }
  if (act.kind === 'named' && act.named) {
    const [filed] = withFile(board, act.sha256)
    const json = filed ? await readReportJson(filed.result?.files.json, outputs) : null
    if (!json) return unread
    const { scan } = json.report
    if (!scan) return noScan
    if (act.crop !== undefined && act.crop !== scan.title?.crop) return otherPicture
  }
  if (act.kind === 'replaces' && roster.now().roster) {
    const [unit, other] = [board.get(act.key)?.desk.unit, board.get(act.of)?.desk.unit]
    if (unit && other && unit.unit !== other.unit)
      return {
        zh: `按名册，这两份报告分属“${unit.name}”和“${other.name}”，不能互相替代。请先更正单位。`,
        en: `By the roster they are of two units, ${unit.name} and ${other.name}: correct the unit first.`,
      }
  }
  return null
}

/** Who is said to take the place of a unit's report is that unit's: said as such, seasons know it too. */
const withUnits = (asked: readonly AskedAct[], board: Board): readonly AskedAct[] =>
  asked.flatMap((act): readonly AskedAct[] => {
    if (act.kind !== 'replaces') return [act]
    const [unit, other] = [board.get(act.key)?.desk.unit, board.get(act.of)?.desk.unit]
    return !unit && other ? [act, { kind: 'placed', key: act.key, unit: other.unit }] : [act]
  })

const counted = (board: Board): ReadonlySet<string> =>
  new Set(board.entries().flatMap(({ key, desk }) => (desk.standing === 'counted' ? [key] : [])))

const rosterNamed: Message = {
  zh: '名册是启动时用 --roster 指定的，没有替换。请直接修改那份名册，或去掉 --roster 重新启动。',
  en: 'The roster was named with --roster at the start and was not replaced: edit that file, or start without --roster.',
}

/** The desk of a running service. */
export const atDeskOf = (ports: AtDeskPorts): AtDesk => {
  const { desk, board, places, roster, again, moving } = ports
  const act = async (by: string, asked: readonly AskedAct[]): Promise<Done> => {
    for (const each of asked) {
      const problem = await problemOf(each, ports)
      if (problem) return { problem }
    }
    const before = counted(board)
    const keys = asked.flatMap(each => ('key' in each ? [each.key] : []))
    for (const key of keys) moving.add(key)
    try {
      const { acts, back } = await moveFiles(withUnits(asked, board), desk, places)
      const noted = await desk
        .act(
          by,
          acts.map(each => stamped(each, board)),
        )
        .catch(async error => {
          await back()
          throw error
        })
      board.judgeAgain()
      for (const each of noted)
        if (each.kind === 'entered' || each.kind === 'named')
          for (const { key } of withFile(board, each.sha256)) again(key)
      return { acts: noted, counted: [...counted(board)].filter(key => !before.has(key)) }
    } catch (error) {
      if (error instanceof NotMoved) return { problem: error.problem }
      if (isDiskWide(error)) return { problem: full, full: true }
      throw error
    } finally {
      for (const key of keys) moving.delete(key)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    desk,
    facts: {
      hasKey: key => board.filedAs(key) !== undefined,
      hasFile: sha256 => withFile(board, sha256).length > 0,
      hasUnit: unit => roster.now().roster?.units.has(unit) ?? null,
    },
    roster: roster.now,
    takeRoster: async (path, name) => {
      const given = await readGiven(path, name)
      if (!given) return null
      const problems = ports.rosterGiven ? [rosterNamed] : given.problems
      if (problems.length > 0) return { kind: 'roster', problems }
      try {
        await takeRoster(path, name, { ...ports.rosterPlace, before: roster.now().path })
      } catch (error) {
        const { problem } = movedTrouble(error, '名册')
        return { kind: 'roster', problems: [problem] }
      }
      await roster.look()
      return { kind: 'roster' }
    },
    // One after another: what one moves the next must find moved.
    act: (by, asked) => {
      const done = last.then(() => act(by, asked))
      last = done.catch(() => undefined)
      return done
    },
  }
}
