import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../desk/desk.ts'
import { freeName, type PutWhole, putWhole } from '../disk/put-whole.ts'
import type { Board } from '../results/board.ts'
import { decidedAt } from '../results/decided.ts'
import { type SummaryRun, writeSummaryOf } from '../results/write-summary.ts'
import { type SeasonShown, workbookName } from '../season/seasons-shown.ts'
import { printable } from '../terminal/width.ts'
import { openRest } from './rest.ts'

export interface WorkbooksOptions {
  readonly outbox: string
  /** Folder of seasons. */
  readonly season: string
  readonly board: Board
  readonly desk: Desk
  readonly say: (line: string) => void
  readonly restMs: number
  readonly lookMs: number
}

/** Keeps `汇总.xlsx` and the workbook of each season in the outbox as they are on the page. */
export interface Workbooks {
  /** What came in goes before what we wrote: makes way for the results of a file that is called like one of ours. */
  readonly makeWay: (key: string) => Promise<void>
  readonly close: () => Promise<void>
}

const summaryName = '汇总.xlsx'
const ours = /^(?:汇总|年报季(?: \d{4})?)(?: \(\d+\))?\.xlsx$/u

/** How long a file that another program has open is left alone. */
const pauseMs = 10_000

const nameOf = ({ year }: SeasonShown, newest: SeasonShown | undefined): string =>
  year === newest?.year ? workbookName : workbookName.replace('.xlsx', ` ${year}.xlsx`)

export const keepWorkbooks = ({
  outbox,
  season,
  board,
  desk,
  say,
  restMs,
  lookMs,
}: WorkbooksOptions): Workbooks => {
  const rest = openRest(board, restMs)
  let summaryIsOld = true
  let seasonsAreOld = true
  let waitUntil = 0
  let run: SummaryRun | null = null
  let isClosing = false
  const told = new Set<string>()

  const heard = (name: string, put: PutWhole): boolean => {
    if (put !== 'held') {
      if (told.delete(name)) say(`${name} 已更新。 (${name} is up to date again)`)
      return true
    }
    if (!told.has(name))
      say(
        `${name} 正被别的程序打开，没有更新；关闭后会自动更新。 (${name} is open in another program: it is brought up to date once that is closed)`,
      )
    told.add(name)
    waitUntil = Date.now() + pauseMs
    return false
  }
  const fault = (name: string, text: string) => {
    if (!told.has(name)) say(`${name} 没有写成，稍后再试：${printable(text)} (not written, tried again)`)
    told.add(name)
    waitUntil = Date.now() + pauseMs
  }
  const summarise = async () => {
    const entries = board.entries()
    const isThere = await stat(join(outbox, summaryName)).catch(() => null)
    if (!isThere && !entries.some(({ result }) => result)) return
    const decide = decidedAt(desk)
    const hashes = entries.flatMap(({ result }) => result?.sha256 ?? [])
    run = writeSummaryOf({
      outbox,
      entries,
      decided: new Map(
        hashes.map(sha256 => [sha256, decide(sha256)] as const).filter(([, those]) => those.size > 0),
      ),
    })
    const answer = await run.end
    run = null
    if (isClosing) return
    if ('fault' in answer) {
      summaryIsOld = true
      fault(summaryName, answer.fault)
    } else if (!heard(summaryName, answer.put)) summaryIsOld = true
  }
  const copySeasons = async () => {
    const seasons = (board.seasons()?.seasons ?? []).filter(({ workbook }) => workbook)
    for (const each of seasons) {
      const bytes = await readFile(join(season, each.folder, workbookName)).catch(() => null)
      if (!bytes) continue
      const name = nameOf(each, seasons[0])
      if (!heard(name, await putWhole(join(outbox, await freeName(outbox, name)), bytes)))
        seasonsAreOld = true
    }
  }
  const look = async () => {
    if (Date.now() < waitUntil) return
    if (seasonsAreOld) {
      seasonsAreOld = false
      await copySeasons().catch(error => {
        seasonsAreOld = true
        fault(workbookName, String(error))
      })
    }
    if (!summaryIsOld || !rest.atRest()) return
    summaryIsOld = false
    await summarise()
  }
  const unwatch = board.watch(change => {
    if ('removed' in change || ('entry' in change && change.entry.state === 'done')) summaryIsOld = true
    if ('seasons' in change) seasonsAreOld = true
  })
  const undesk = desk.watch(() => {
    summaryIsOld = true
  })
  let looking: Promise<void> | null = null
  const clock = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, lookMs)
  return {
    makeWay: async key => {
      const [first = ''] = key.split('/')
      if (!ours.test(first)) return
      const facts = await stat(join(outbox, first)).catch(() => null)
      if (facts?.isFile()) await rm(join(outbox, first), { force: true })
    },
    close: async () => {
      isClosing = true
      clearInterval(clock)
      unwatch()
      undesk()
      rest.close()
      run?.stop()
      await looking
    },
  }
}
