import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBoard } from '../../../infra/local/results/board.ts'
import type { Entry, Filed } from '../../../infra/local/results/entry.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { safeName } from '../../../infra/local/web/safe-name.ts'
import { listen } from '../../../infra/local/web/server.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let service: Service
let [inbox, outbox] = ['', '']
beforeAll(async () => {
  const root = await temporaryFolder()
  ;[inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  const script = new URL('../../support/fake-worker.ts', import.meta.url)
  service = await startService({
    inbox,
    outbox,
    port: 0,
    say: () => undefined,
    pool: { script },
    stillMs: 50,
  })
})
afterAll(() => service.close())

const get = (path: string) => fetch(new URL(path, service.page))
const send = (name: string, body: string, headers: Record<string, string> = { 'x-gongkai': '1' }) =>
  fetch(new URL(`/api/upload?name=${encodeURIComponent(name)}`, service.page), {
    method: 'POST',
    body,
    headers,
  })

const entryOf = async (key: string): Promise<Entry> =>
  until(async () => {
    const entries = (await (await get('/api/reports')).json()) as Entry[]
    const entry = entries.find(candidate => candidate.key === key && candidate.state === 'done')
    expect(entry).toBeDefined()
    return entry!
  })

/** fetch does not let a caller lie about the host. */
const statusWith = (headers: Record<string, string>, method = 'GET', path = '/api/reports') =>
  new Promise<number>((resolve, reject) => {
    const asked = request(new URL(path, service.page), { method, headers }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })

describe('a file from the page', () => {
  test('lands in the inbox, is converted, and its results can be fetched with their types', async () => {
    expect((await send('青禾县/100% (终稿)+1.docx', 'wrong')).status).toBe(201)
    const { result } = await entryOf('青禾县/100% (终稿)+1.docx')
    expect(result).toMatchObject({ verdict: 'invalid', authority: '青禾县数据局', counts: { errors: 1 } })
    for (const [role, type, start] of [
      ['page', 'text/html', 'page of'],
      ['workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'workbook of'],
      ['json', 'application/json', 'json of'],
      ['csv', 'text/csv; charset=utf-8', 'csv of'],
    ] as const) {
      const address = result!.files[role]!.split('/').map(encodeURIComponent).join('/')
      const response = await get(`/results/${address}`)
      expect(response.headers.get('content-type')).toContain(type)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('content-security-policy')).not.toContain('script-src')
      expect(await response.text()).toContain(start)
    }
  })

  test('never goes over another one: the same bytes are known, others get a number', async () => {
    expect(await (await send('same.docx', 'first')).json()).toMatchObject({
      kind: 'stored',
      key: 'same.docx',
    })
    expect(await (await send('same.docx', 'first')).json()).toMatchObject({ kind: 'known', key: 'same.docx' })
    expect(await (await send('same.docx', 'second')).json()).toMatchObject({
      kind: 'stored',
      key: 'same (2).docx',
    })
    expect(await readFile(join(inbox, 'same.docx'), 'utf8')).toBe('first')
    expect((await readdir(inbox)).filter(name => name.startsWith('.'))).toEqual([])
  })

  test('that is refused shows why', async () => {
    await send('bad.docx', 'bad')
    expect((await entryOf('bad.docx')).result).toMatchObject({
      outcome: 'rejected',
      reason: { code: 'not-a-report' },
    })
  })

  test('that is no report at all by its name is left alone', async () => {
    expect((await send('~$report.docx', 'lock')).status).toBe(400)
  })
})

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/abs.docx', 'abs.docx'],
  ['a\\..\\b.docx', 'a_.._b.docx'],
  ['.hidden.docx', 'hidden.docx'],
  ['con.docx', '_con.docx'],
  ['a:b|c?.docx', 'a_b_c_.docx'],
  ['x\u0000y\n.docx', 'x_y_.docx'],
  ['trailing. ', 'trailing'],
  ['..', null],
  ['', null],
  ['a/b/c/d/e/f/g/h/i.docx', null],
  // Keys of files in an archive have this between archive and name.
  ['全市.zip!/x.docx', '全市.zip_/x.docx'],
  ['重要!.docx', '重要!.docx'],
])('the name %j is stored as %j', (given, stored) => {
  expect(safeName(given)).toBe(stored)
})

test.each(['a', '长', '.', ' ', 'a.', '!/'])('a name without end, of %j, is none', part => {
  expect(safeName(`${part.repeat(200_000)}x.docx`)).toBe(null)
})

test('a very long name keeps its ending', () => {
  const name = safeName(`${'长'.repeat(300)}.docx`)!
  expect(name.endsWith('长.docx')).toBe(true)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})

describe('strangers', () => {
  const port = () => new URL(service.page).port
  test.each([
    ['a host of another name (DNS rebinding)', () => ({ host: `evil.example:${port()}` })],
    ['another port', () => ({ host: '127.0.0.1:1' })],
    ['a foreign origin', () => ({ origin: 'https://evil.example' })],
    ['no origin to speak of', () => ({ origin: 'null' })],
    ['a cross-site request', () => ({ 'sec-fetch-site': 'cross-site' })],
  ])('%s is refused', async (_, headers) => {
    expect(await statusWith(headers())).toBe(403)
    expect(await statusWith({ ...headers(), 'x-gongkai': '1' }, 'POST', '/api/upload?name=x.docx')).toBe(403)
  })

  test('our own origin is not', async () => {
    expect(await statusWith({ origin: `http://127.0.0.1:${port()}`, 'sec-fetch-site': 'same-origin' })).toBe(
      200,
    )
    expect(await statusWith({ host: `localhost:${port()}` })).toBe(200)
  })

  test('an upload without our header is refused, so no form of another page can send one', async () => {
    expect((await send('form.docx', 'x', {})).status).toBe(403)
    expect(await readdir(inbox)).not.toContain('form.docx')
  })
})

test.each([
  '/results/..%2f..%2fetc%2fpasswd.json',
  '/results/%2e%2e/%2e%2e/inbox/same.docx',
  '/results/events.ndjson',
  '/results/%E0%A4%A.json',
  '/results/nothing.html',
  '/nothing',
])('%s is not found', async path => {
  expect((await get(path)).status).toBe(404)
})

test('HEAD is answered as GET is, without what is sent', async () => {
  for (const path of ['/', '/api/reports', '/api/stream', '/season/2024/', '/nothing']) {
    const [asked, head] = [get(path), fetch(new URL(path, service.page), { method: 'HEAD' })]
    expect([path, (await head).status]).toEqual([path, (await asked).status])
    expect(await (await head).text()).toBe('')
    await (await asked).body?.cancel()
  }
})

test('downloads follow the filter and say by their name that they do', async () => {
  await send('follows.docx', 'follows')
  const { result } = await entryOf('follows.docx')
  const nameOf = async (path: string) =>
    decodeURIComponent((await get(path)).headers.get('content-disposition')!.split("''")[1]!)
  expect(await nameOf('/summary.xlsx')).toBe('汇总.xlsx')
  expect(await nameOf(`/summary.xlsx?year=${result!.year}`)).toBe(`汇总 ${result!.year}.xlsx`)
  expect(await nameOf('/everything.zip?kind=valid')).toBe('结果（部分）.zip')
  const sizeOf = async (path: string) => (await (await get(path)).arrayBuffer()).byteLength
  expect(await sizeOf('/everything.zip?text=nowhere')).toBeLessThan(
    await sizeOf('/everything.zip?key=follows.docx'),
  )
})

test.each(['/', '/report'])(
  'the page %s and all it needs are there, under a policy that lets nothing else in',
  async path => {
    const page = await get(path)
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    const html = await page.text()
    expect(html).not.toMatch(/<script>|onclick|style="|https?:\/\//)
    const needed = new Set([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(match => match[1]!))
    for (const each of needed) {
      const response = await get(each)
      expect([each, response.status]).toEqual([each, 200])
      for (const [, name] of (await response.text()).matchAll(/from '(\.[^']+)'/g))
        needed.add(new URL(name!, new URL(each, service.page)).pathname)
    }
    expect(needed.size).toBeGreaterThan(10)
  },
)

test.each([
  ['', 'wording.js'],
  ['report/', 'words.js'],
])('every word that the page in assets/%s asks for is there in both languages', async (place, list) => {
  const folder = new URL(`../../../infra/local/web/assets/${place}`, import.meta.url)
  const files = (await readdir(folder, { withFileTypes: true })).filter(each => each.isFile())
  const texts = await Promise.all(files.map(({ name }) => readFile(new URL(name, folder), 'utf8')))
  const asked = texts.flatMap(text => [...text.matchAll(/word\('([\w.]+)'\)|data-(?:word|label)="(\w+)"/g)])
  const words = await readFile(new URL(list, folder), 'utf8')
  expect(asked.length).toBeGreaterThan(20)
  for (const [, one, other] of asked) expect(words).toMatch(new RegExp(`^ {2}'?${one ?? other}'?: \\[`, 'm'))
})

test('who watches is told of every change', async () => {
  const stream = await get('/api/stream')
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await writeFile(join(inbox, 'watched.docx'), 'watched')
  const states: string[] = []
  let text = ''
  while (!states.includes('done')) {
    text += (await reader.read()).value ?? ''
    for (const [, data] of text.matchAll(/^data: (.*)\n\n/gm)) {
      const { entry } = JSON.parse(data!)
      if (entry?.key === 'watched.docx' && !states.includes(entry.state)) states.push(entry.state)
    }
  }
  expect(states).toEqual(['waiting', 'reading', 'checking', 'writing', 'done'])
  await reader.cancel()
})

test('who watches and no longer listens is cut off, not kept waiting on', async () => {
  const board = openBoard([])
  const web = await listen({ port: 0, board, outputs: memoryStore(), inbox, events: '' })
  const { response, closed } = await new Promise<{ response: IncomingMessage; closed: Promise<void> }>(
    take => {
      request(new URL('/api/stream', web.page), answer => {
        answer.on('error', () => undefined)
        take({ response: answer, closed: new Promise<void>(done => answer.once('close', done)) })
      }).end()
    },
  )
  // Nothing is read from here on.
  response.pause()
  const entry: Filed = { key: '长'.repeat(10_000), state: 'waiting', result: null }
  for (let count = 0; count < 1000; count += 1) board.set(entry)
  response.resume()
  await closed
  await web.close()
})
