import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDesk } from '../../../infra/local/desk/desk.ts'
import { putWhole } from '../../../infra/local/disk/put-whole.ts'
import { openBoard } from '../../../infra/local/results/board.ts'
import type { SeasonShown } from '../../../infra/local/season/seasons-shown.ts'
import { keepWorkbooks, type Workbooks } from '../../../infra/local/service/workbooks.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let workbooks: Workbooks | null = null
afterEach(async () => {
  await workbooks?.close()
  workbooks = null
})

const shown = (year: number, folder: string): SeasonShown => ({
  ...{ year, folder, asOf: '', expected: 0, reported: 0, warnings: 0, page: true, workbook: true },
})

const opened = async () => {
  const root = await temporaryFolder()
  const [outbox, season] = [join(root, 'outbox'), join(root, 'season')]
  await mkdir(outbox)
  const board = openBoard([])
  const desk = await openDesk(outbox)
  workbooks = keepWorkbooks({
    ...{ outbox, season, board, desk, say: () => undefined, restMs: 50, lookMs: 20 },
  })
  const write = async (folder: string, text: string) => {
    await mkdir(join(season, folder), { recursive: true })
    await writeFile(join(season, folder, '年报季.xlsx'), text)
  }
  const show = (...seasons: readonly SeasonShown[]) =>
    board.showSeasons({ state: 'resting', seasons, roster: '', trouble: null })
  const holds = (expected: Readonly<Record<string, string>>) =>
    until(async () => {
      const names = (await readdir(outbox)).filter(name => name.endsWith('.xlsx'))
      const texts = await Promise.all(names.map(name => readFile(join(outbox, name), 'utf8')))
      expect(Object.fromEntries(names.map((name, at) => [name, texts[at]]))).toEqual(expected)
    })
  return { outbox, write, show, holds }
}

test('the workbooks of the seasons lie in the outbox, that of the newest year under the plain name', async () => {
  const { write, show, holds } = await opened()
  await write('2023-a', 'season of 2023')
  show(shown(2023, '2023-a'))
  await holds({ '年报季.xlsx': 'season of 2023' })
  await write('2024-a', 'season of 2024')
  show(shown(2024, '2024-a'), shown(2023, '2023-a'))
  await holds({ '年报季.xlsx': 'season of 2024', '年报季 2023.xlsx': 'season of 2023' })
  await write('2024-b', 'season of 2024, again')
  show(shown(2024, '2024-b'), shown(2023, '2023-a'))
  await holds({ '年报季.xlsx': 'season of 2024, again', '年报季 2023.xlsx': 'season of 2023' })
})

test('a file that would be the same is not written again', async () => {
  const path = join(await temporaryFolder(), 'a.xlsx')
  const bytes = new TextEncoder().encode('one')
  expect(await putWhole(path, bytes)).toBe('written')
  const { mtimeMs, ino } = await stat(path)
  expect(await putWhole(path, bytes)).toBe('same')
  expect(await stat(path)).toMatchObject({ mtimeMs, ino })
  expect(await putWhole(path, new TextEncoder().encode('two'))).toBe('written')
})
