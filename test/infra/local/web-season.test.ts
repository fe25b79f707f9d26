import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBoard } from '../../../infra/local/results/board.ts'
import type { SeasonsShown } from '../../../infra/local/season/seasons-shown.ts'
import { listen, type WebServer } from '../../../infra/local/web/server.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const board = openBoard([])
const [first, second] = ['2024-aaaaaaaaaaaa', '2024-bbbbbbbbbbbb']
let season = ''
let web: WebServer

const write = async (path: string, text: string) => {
  await mkdir(join(season, path, '..'), { recursive: true })
  await writeFile(join(season, path), text)
}
const pointTo = (seasons: Readonly<Record<string, string>>) =>
  write('current.json', JSON.stringify({ schema: 'gongkai.current/1', seasons }))

beforeAll(async () => {
  season = join(await temporaryFolder(), 'season')
  for (const folder of [first, second]) {
    for (const name of ['index.html', 'season.json', 'units/甲局 1.html', 'dataset/units.csv', '年报季.xlsx'])
      await write(`${folder}/${name}`, `${name} of ${folder}`)
    await write(`${folder}/secret.txt`, 'secret')
  }
  await write('segments/x/one.csv', 'a segment')
  await pointTo({ 2024: first })
  web = await listen({ port: 0, board, outputs: memoryStore(), inbox: '', events: '', season })
})
afterAll(() => web.close())

const get = (path: string, redirect: 'follow' | 'manual' = 'follow') =>
  fetch(new URL(path, web.page), { redirect })

test('a year leads to the season that stands, and follows it when it moves', async () => {
  const moved = await get('/season/2024', 'manual')
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/season/2024/'])
  expect(moved.headers.get('cache-control')).toBe('no-store')
  expect(await (await get('/season/2024')).text()).toBe(`index.html of ${first}`)
  await pointTo({ 2024: second })
  expect(await (await get('/season/2024/')).text()).toBe(`index.html of ${second}`)
  await pointTo({ 2024: first })
})

test.each([
  ['', 'text/html', null],
  ['units/%E7%94%B2%E5%B1%80%201.html', 'text/html', null],
  ['season.json', 'application/json', null],
  ['dataset/units.csv', 'text/csv', 'units.csv'],
  ['%E5%B9%B4%E6%8A%A5%E5%AD%A3.xlsx', 'application/vnd.openxmlformats', '年报季 2024.xlsx'],
])('%s is served as what it is, under a policy without scripts', async (path, type, saved) => {
  const response = await get(`/season/2024/${path}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain(type)
  expect(await response.text()).toContain(`of ${first}`)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toMatch(/default-src 'none'.*base-uri 'none'; form-action 'none'; frame-ancestors 'none'/u)
  expect(policy).not.toContain('script-src')
  const disposition = response.headers.get('content-disposition')
  expect(disposition).toBe(
    saved === null ? null : `attachment; filename*=UTF-8''${encodeURIComponent(saved)}`,
  )
})

test.each([
  '/season/',
  '/season/2023/',
  '/season/constructor/',
  '/season/2024/nothing.html',
  '/season/2024/secret.txt',
  '/season/2024/..%2fsegments%2fx%2fone.csv',
  '/season/2024/%2e%2e/segments/x/one.csv',
  `/season/2024/..%2f${second}/index.html`,
  '/season/2024/..%5csegments%5cx%5cone.csv',
  '/season/2024/units//x.html',
  '/season/2024/%00.html',
  '/season/%E0%A4%A/',
  '/season/segments/x/one.csv',
])('%s is not found', async path => {
  expect((await get(path)).status).toBe(404)
})

test('a damaged pointer finds nothing, and one that leads elsewhere neither', async () => {
  await write('../outside/index.html', 'outside')
  for (const text of [
    '{',
    JSON.stringify({ schema: 'gongkai.current/1', seasons: { 2024: '../outside' } }),
    JSON.stringify({ schema: 'gongkai.current/1', seasons: { 2024: 7 } }),
    JSON.stringify({ schema: 'gongkai.current/1' }),
  ]) {
    await write('current.json', text)
    expect([text, (await get('/season/2024/')).status]).toEqual([text, 404])
  }
  await pointTo({ 2024: first })
})

test('what is known of seasons is told at once and when it changes', async () => {
  expect(await (await get('/api/seasons')).json()).toBeNull()
  const shown: SeasonsShown = { state: 'running', seasons: [], roster: '/名册.csv', trouble: null }
  const reader = (await get('/api/stream')).body!.pipeThrough(new TextDecoderStream()).getReader()
  board.showSeasons(shown)
  let text = ''
  while (!text.includes('data: ')) text += (await reader.read()).value ?? ''
  expect(JSON.parse(/^data: (.*)$/mu.exec(text)![1]!)).toEqual({ seasons: shown })
  await reader.cancel()
  expect(await (await get('/api/seasons')).json()).toEqual(shown)
})
