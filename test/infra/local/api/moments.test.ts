import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { SeasonAnswer, SeasonsAnswer } from '../../../../infra/local/api/contract.ts'
import { openInterface } from '../../../../infra/local/api/index.ts'
import { openMetrics } from '../../../../infra/local/api/metrics.ts'
import { openBoard } from '../../../../infra/local/results/board.ts'
import { type Service, startService } from '../../../../infra/local/service/service.ts'
import { listen, type WebServer } from '../../../../infra/local/web/server.ts'
import { conforming } from '../../../support/conforming.ts'
import { memoryStore } from '../../../support/memory-store.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { until } from '../../../support/until.ts'

/** The interface where the service stops, where the disk is full, and where there is a season. */

let opened: (Service | WebServer)[] = []
afterEach(async () => {
  for (const each of opened) await each.close()
  opened = []
})

const ask = async (page: string, path: string, init: RequestInit = {}): Promise<Response> => {
  const url = new URL(path, page)
  return conforming(init.method ?? 'GET', url, await fetch(url, init))
}

const start = async (root: string): Promise<Service> => {
  const [inbox, script] = [join(root, 'inbox'), new URL('../../../support/fake-worker.ts', import.meta.url)]
  await mkdir(inbox, { recursive: true })
  const pool = { script, deadlineMs: 4_000 }
  const places = { inbox, outbox: join(root, 'outbox'), season: join(root, 'season') }
  const service = await startService({ ...places, port: 0, say: () => undefined, pool, stillMs: 50 })
  opened.push(service)
  return service
}

const post = (page: string, name: string, body: string, wait: number) =>
  ask(page, `/api/v1/reports?name=${name}&wait=${wait}`, {
    ...{ method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } },
  })

test('a service that stops keeps nobody waiting, takes nothing more, and says so', async () => {
  const { page, close } = await start(await temporaryFolder())
  const waiting = post(page, 'spin.docx', 'spin', 60)
  await until(async () => {
    const { reports } = (await (await ask(page, '/api/v1/reports')).json()) as {
      reports: { state: string }[]
    }
    expect(reports[0]?.state).toBe('checking')
  })
  const closed = close()
  const health = await ask(page, '/api/v1/health')
  expect([health.status, await health.json()]).toMatchObject([503, { status: 'stopping' }])
  const late = await post(page, 'late.docx', 'one', 0)
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await late.json()).toMatchObject({ code: 'stopping' })
  const answer = await waiting
  expect([answer.status, await answer.json()]).toMatchObject([202, { state: 'checking', outcome: null }])
  await closed
})

test('where no result can be written, health says it', async () => {
  const root = await temporaryFolder()
  let held = false
  const site = {
    ...{ board: openBoard([]), outputs: memoryStore(), inbox: root, events: join(root, 'events.ndjson') },
    ...{ held: () => held, api: openInterface(openMetrics(), new AbortController().signal) },
  }
  const web = await listen({ ...site, port: 0 })
  opened.push(web)
  expect((await ask(web.page, '/api/v1/health')).status).toBe(200)
  held = true
  const health = await ask(web.page, '/api/v1/health')
  expect([health.status, await health.json()]).toEqual([503, { status: 'held', waiting: 0 }])
})

test('a season and its files are fetched, whichever way slashes are written, and nothing beside them', async () => {
  const root = await temporaryFolder()
  const folder = '2023-0123456789ab'
  const files = join(root, 'season', folder, 'dataset')
  await mkdir(files, { recursive: true })
  await writeFile(join(files, '数 据.csv'), 'a,b\n')
  await writeFile(join(root, 'season', 'secret.csv'), 'none of it')
  const hash = 'ab'.repeat(32)
  const season = {
    ...{ schema: 'gongkai.season/1', year: 2023, asOf: '2024-02-01' },
    counts: { expected: 3, reported: 2, warnings: 1 },
    files: [{ path: 'dataset/数 据.csv', size: 4, sha256: hash }],
  }
  await writeFile(join(root, 'season', folder, 'season.json'), JSON.stringify(season))
  const current = { schema: 'gongkai.current/1', seasons: { 2023: folder } }
  await writeFile(join(root, 'season', 'current.json'), JSON.stringify(current))
  const { page } = await start(root)
  const { seasons } = (await (await ask(page, '/api/v1/seasons')).json()) as SeasonsAnswer
  expect(seasons).toEqual([
    { year: 2023, asOf: '2024-02-01', expected: 3, reported: 2, warnings: 1, href: '/api/v1/seasons/2023' },
  ])
  const shown = (await (await ask(page, seasons[0]!.href)).json()) as SeasonAnswer
  const href = '/api/v1/seasons/2023/files/dataset/%E6%95%B0%20%E6%8D%AE.csv'
  expect(shown.files).toEqual([
    { path: 'dataset/数 据.csv', mediaType: 'text/csv; charset=utf-8', size: 4, sha256: hash, href },
  ])
  for (const path of [href, href.replace('dataset/', 'dataset%2F')]) {
    const answer = await ask(page, path)
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'text/csv; charset=utf-8',
      'a,b\n',
    ])
    expect(answer.headers.get('content-disposition')).toContain('attachment')
  }
  expect((await ask(page, '/api/v1/seasons/2023/files/season.json')).status).toBe(200)
  for (const path of [
    '..%2fsecret.csv',
    '%2e%2e%2fsecret.csv',
    'dataset',
    'dataset%2f..%2f..%2fsecret.csv',
    'none',
  ]) {
    const answer = await ask(page, `/api/v1/seasons/2023/files/${path}`)
    expect([path, answer.status]).toEqual([path, 404])
  }
})
