import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Board, openBoard } from '../../../infra/local/results/board.ts'
import type { Filed } from '../../../infra/local/results/entry.ts'
import { findLists } from '../../../infra/local/season/find-lists.ts'
import type { SeasonsAnswer, SeasonsJob } from '../../../infra/local/season/seasons-job.ts'
import type { startSeasons } from '../../../infra/local/season/start-seasons.ts'
import { keepSeasons, type SeasonKeeper } from '../../../infra/local/service/season-keeper.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

/** The keeper alone: its runs are ended by the test. */

type End = Exclude<SeasonsAnswer, { readonly kind: 'made' }>

interface Run {
  readonly job: SeasonsJob
  readonly end: (end: End) => void
}

let keeper: SeasonKeeper | null = null
afterEach(async () => {
  await keeper?.close()
  keeper = null
})

const entry = (key: string, state: Filed['state']): Filed => ({ key, state, result: null })

const kept = async () => {
  const place = await temporaryFolder()
  const [outbox, out] = [join(place, 'outbox'), join(place, 'season')]
  await mkdir(outbox)
  const board: Board = openBoard([])
  const runs: Run[] = []
  const said: string[] = []
  let atOnce = 0
  const start: typeof startSeasons = job => {
    expect(atOnce).toBe(0)
    atOnce += 1
    const { promise, resolve } = Promise.withResolvers<End>()
    const end = (how: End) => {
      atOnce -= 1
      resolve(how)
    }
    runs.push({ job, end })
    return { end: promise, stop: () => end({ kind: 'done', madeOf: {} }) }
  }
  keeper = await keepSeasons({
    ...{ outbox, out, place, board, start, restMs: 60, lookMs: 10, stillMs: 10 },
    lists: () => findLists(place, null),
    say: line => said.push(line),
  })
  const writeRoster = (text = 'a', name = '名册.csv') => writeFile(join(place, name), text)
  const running = (count: number) => until(() => expect(runs).toHaveLength(count))
  const resting = () => until(() => expect(board.seasons()?.state).toBe('resting'))
  return { board, runs, said, writeRoster, running, resting, place, outbox, out }
}

const done: End = { kind: 'done', madeOf: { 2024: 'x' } }
const wrong: End = {
  kind: 'trouble',
  trouble: {
    code: 'list-wrong',
    sentence: { zh: '名册.csv：1 处需要改正', en: 'to be corrected' },
    lines: [{ zh: '第 3 行 没有填“名称”。', en: 'line 3: name is empty.' }],
  },
}

test('without a roster nothing is run, and it is said where one is looked for', async () => {
  const { board, runs, place } = await kept()
  board.set(entry('a', 'done'))
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(runs).toEqual([])
  expect(board.seasons()).toMatchObject({ state: 'no-roster', roster: place })
})

test('a roster that comes is run once, and what a season was made of is handed to the next run', async () => {
  const { board, runs, writeRoster, running, resting, outbox, out, place } = await kept()
  await writeRoster()
  await running(1)
  expect(board.seasons()?.state).toBe('running')
  expect(runs[0]!.job).toMatchObject({
    ...{ from: [outbox], out, madeOf: {} },
    lists: { roster: join(place, '名册.csv'), decisions: null },
  })
  runs[0]!.end(done)
  await resting()
  board.set(entry('a', 'done'))
  await running(2)
  expect(runs[1]!.job.madeOf).toEqual({ 2024: 'x' })
})

test('nothing is run while a report is in hand or waits', async () => {
  const { board, runs, writeRoster, running } = await kept()
  board.set(entry('a', 'reading'))
  await writeRoster()
  await until(() => expect(board.seasons()?.state).toBe('waiting'))
  for (const state of ['checking', 'writing', 'waiting'] as const) {
    board.set(entry('a', state))
    await new Promise(resolve => setTimeout(resolve, 150))
    expect([state, runs.length]).toEqual([state, 0])
  }
  board.set(entry('a', 'done'))
  await running(1)
})

test('what changes during a run, however often, leads to one run more', async () => {
  const { board, runs, writeRoster, running, resting } = await kept()
  await writeRoster()
  await running(1)
  for (const key of ['a', 'b', 'c']) board.set(entry(key, 'done'))
  await writeRoster('b')
  runs[0]!.end(done)
  await running(2)
  runs[1]!.end(done)
  await resting()
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(runs).toHaveLength(2)
})

test('a roster that is wrong is told once, with its lines, and run again when it was changed', async () => {
  const { board, runs, said, writeRoster, running, resting } = await kept()
  await writeRoster()
  await running(1)
  runs[0]!.end(wrong)
  await resting()
  expect(said).toEqual([
    '年报季：名册.csv：1 处需要改正 (season: to be corrected)',
    '  第 3 行 没有填“名称”。 (line 3: name is empty.)',
  ])
  expect(board.seasons()?.trouble).toEqual(wrong.trouble)
  // A report that comes meanwhile has it read again, and not told again.
  board.set(entry('a', 'done'))
  await running(2)
  runs[1]!.end(wrong)
  await resting()
  expect(said).toHaveLength(2)
  await writeRoster('mended')
  await running(3)
  runs[2]!.end(done)
  await until(() => expect(board.seasons()?.trouble).toBeNull())
})

test('two rosters: told, and nothing is run until there is one', async () => {
  const { board, runs, said, writeRoster, running, place } = await kept()
  await writeRoster('a', '名册.csv')
  await writeRoster('a', '名册.xlsx')
  await until(() => expect(board.seasons()?.trouble?.code).toBe('several-lists'))
  expect(runs).toEqual([])
  expect(said).toHaveLength(1)
  await rm(join(place, '名册.csv'))
  await running(1)
  runs[0]!.end(done)
  await until(() => expect(board.seasons()?.trouble).toBeNull())
})
