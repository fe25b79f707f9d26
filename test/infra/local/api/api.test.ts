import { createHash } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportShown, ReportsShown } from '../../../../infra/local/api/contract.ts'
import { type Service, startService } from '../../../../infra/local/service/service.ts'
import { conforming } from '../../../support/conforming.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

let service: Service
let inbox = ''
beforeAll(async () => {
  const root = await temporaryFolder()
  inbox = join(root, 'inbox')
  await mkdir(inbox)
  const script = new URL('../../../support/fake-worker.ts', import.meta.url)
  const pool = { script, deadlineMs: 5_000 }
  service = await startService({
    inbox,
    outbox: join(root, 'outbox'),
    port: 0,
    say: () => undefined,
    pool,
    stillMs: 50,
  })
})
afterAll(() => service.close())

/** Every answer of these tests is held against the document. */
const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const url = new URL(path, service.page)
  return conforming(init.method ?? 'GET', url, await fetch(url, init))
}
const json = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>

const octets = { 'content-type': 'application/octet-stream' }
const post = (
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  more = '&wait=60',
  headers: Record<string, string> = octets,
) => ask(`/api/v1/reports?name=${encodeURIComponent(name)}${more}`, { method: 'POST', body, headers })

const refused = async (answer: Promise<Response>) => {
  const response = await answer
  const { schema, code, exitCode } = (await response.json()) as Record<string, unknown>
  expect({ schema, exitCode }).toEqual({ schema: 'gongkai.error/1', exitCode: undefined })
  return [response.status, code]
}

describe('a file', () => {
  test('is handed in, waited for, and its outputs fetched', async () => {
    const key = '青禾县/100% (终稿)+1.docx'
    const answer = await post(key, 'wrong figures')
    expect(answer.status).toBe(201)
    const report = (await answer.json()) as ReportShown
    expect(report).toMatchObject({
      ...{ key, state: 'done', outcome: 'validated', verdict: 'invalid', authority: '青禾县数据局' },
      ...{ standing: 'counted', problem: null, counts: { errors: 1 } },
      id: createHash('sha256').update(key).digest('hex').slice(0, 32),
      sha256: createHash('sha256').update('wrong figures').digest('hex'),
    })
    expect(answer.headers.get('location')).toBe(`/api/v1/reports/${report.id}`)
    expect(await json(`/api/v1/reports/${report.id}?wait=5`)).toEqual(report)
    expect(report.outputs.map(({ format }) => format).toSorted()).toEqual(['csv', 'html', 'json', 'xlsx'])
    for (const { href, mediaType, format } of report.outputs) {
      const output = await ask(href)
      expect(output.headers.get('content-type')).toBe(mediaType)
      const roles: Readonly<Record<string, string>> = { html: 'page', xlsx: 'workbook' }
      expect(await output.text()).toContain(`${roles[format] ?? format} of`)
    }
  })

  test('that was handed in before gives the same result; other bytes under its name get a number', async () => {
    const first = await post('same.docx', 'one')
    const again = await post('same.docx', 'one')
    const other = await post('same.docx', 'two')
    expect([first.status, again.status, other.status]).toEqual([201, 200, 201])
    expect(await again.json()).toEqual(await first.json())
    expect(await other.json()).toMatchObject({ key: 'same (2).docx' })
    expect((await readdir(inbox)).filter(name => name.startsWith('.'))).toEqual([])
  })

  test('that takes its time is polled for at the address it is given', async () => {
    const answer = await post('slow.docx', 'slow', '')
    expect(answer.status).toBe(202)
    expect(answer.headers.get('retry-after')).toBe('1')
    const report = await json<ReportShown>(`${answer.headers.get('location')}?wait=60`)
    expect(report).toMatchObject({ key: 'slow.docx', state: 'done', verdict: 'valid' })
  })

  test('that is no report, or that we could not read, says why in its result', async () => {
    const no = (await (await post('bad.docx', 'bad')).json()) as ReportShown
    expect(no).toMatchObject({
      outcome: 'rejected',
      verdict: null,
      problem: { code: 'not-a-report' },
      outputs: [],
    })
    const bug = (await (await post('bug.docx', 'bug')).json()) as ReportShown
    expect(bug).toMatchObject({ outcome: 'failed', problem: { code: 'converter-fault' } })
    expect(await refused(ask(`/api/v1/reports/${no.id}/outputs/json`))).toEqual([404, 'no-such-output'])
    expect(await refused(ask(`/api/v1/reports/${no.id}/outputs/pdf`))).toEqual([404, 'no-such-output'])
  })

  test('that is an archive is through when all in it are, and lists them', async () => {
    const bytes = zipSync({ '甲.docx': strToU8('in one'), 'b/乙.docx': strToU8('wrong') })
    const archive = (await (await post('报送.zip', bytes as Uint8Array<ArrayBuffer>)).json()) as ReportShown
    expect(archive).toMatchObject({
      outcome: 'unpacked',
      archive: { files: 2, verdicts: { valid: 1, invalid: 1 } },
    })
    const { reports } = await json<ReportsShown>(`/api/v1/reports?archive=${archive.id}`)
    expect(reports.map(({ key }) => key)).toEqual(['报送.zip!/b/乙.docx', '报送.zip!/甲.docx'])
  })
})

describe('the list', () => {
  test('is paged: every file once, in order', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, at) => post(`page/${at}.docx`, `number ${at}`)))
    const keys: string[] = []
    let after = ''
    for (;;) {
      const page = await json<ReportsShown>(`/api/v1/reports?limit=3${after}`)
      keys.push(...page.reports.map(({ key }) => key))
      expect(page.total).toBeGreaterThanOrEqual(7)
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(keys).toEqual(keys.toSorted())
    expect(keys.filter(key => key.startsWith('page/'))).toHaveLength(7)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is filtered as on the page', async () => {
    await Promise.all([post('filter/a.docx', 'fine'), post('filter/b.docx', 'wrong too')])
    const keysOf = async (query: string) =>
      (await json<ReportsShown>(`/api/v1/reports?${query}`)).reports.map(({ key }) => key)
    expect(await keysOf('text=filter/&kind=invalid')).toEqual(['filter/b.docx'])
    expect(await keysOf('text=filter/&check=requests-row-total&standing=all')).toEqual(['filter/b.docx'])
    expect(await keysOf('text=filter/&year=1999')).toEqual([])
    // All reports of these tests are of one unit and year: one of them counts.
    expect(await keysOf('standing=counted')).toHaveLength(1)
    expect((await keysOf('standing=replaced')).length).toBeGreaterThan(1)
    expect(await keysOf('standing=current')).not.toContain((await keysOf('standing=replaced'))[0])
    expect(await keysOf('key=filter/a.docx&key=filter/b.docx&key=none')).toEqual([
      'filter/a.docx',
      'filter/b.docx',
    ])
    expect(await keysOf('text=filter/&standing=excluded')).toEqual([])
  })
})

describe('what is wrong with a request is said', () => {
  test.each([
    ['year=20x3', 'parameter-wrong'],
    ['year=2023&year=2024', 'parameter-wrong'],
    ['kind=fine', 'parameter-wrong'],
    ['standing=there', 'parameter-wrong'],
    ['limit=0', 'parameter-wrong'],
    ['limit=1001', 'parameter-wrong'],
    ['limit=1e2', 'parameter-wrong'],
    ['page=2', 'parameter-wrong'],
    ['check=nope', 'parameter-wrong'],
    ['after=%E4%B8%AD', 'parameter-wrong'],
  ])('of the list: %s', async (query, code) => {
    expect(await refused(ask(`/api/v1/reports?${query}`))).toEqual([400, code])
  })

  test.each([
    ['/api/v1', 404, 'no-such-address'],
    ['/api/v1/', 404, 'no-such-address'],
    ['/api/v1/report', 404, 'no-such-address'],
    ['/api/v1/reports/', 404, 'no-such-address'],
    ['/api/v1/reports/none', 404, 'no-such-report'],
    ['/api/v1/reports/%zz', 404, 'no-such-address'],
    ['/api/v1/reports?archive=none', 404, 'no-such-report'],
    ['/api/v1/reports/none?wait=121', 400, 'parameter-wrong'],
    ['/api/v1/reports/none/outputs/json', 404, 'no-such-report'],
    ['/api/v1/seasons/2023', 404, 'no-such-season'],
    ['/api/v1/seasons/2023/files/..%2f..%2fx', 404, 'no-such-season'],
  ])('at %s', async (path, status, code) => {
    expect(await refused(ask(path))).toEqual([status, code])
  })

  test.each([
    ['DELETE', '/api/v1/reports', 'GET, HEAD', 'POST'],
    ['PUT', '/api/v1/health', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/version', 'GET, HEAD'],
    ['POST', '/metrics', 'GET, HEAD'],
  ])('%s %s is not taken', async (method, path, ...allowed) => {
    const answer = await ask(path, { method })
    expect(answer.status).toBe(405)
    expect(new Set(answer.headers.get('allow')?.split(', '))).toEqual(new Set(allowed.join(', ').split(', ')))
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })

  test('of a file: its name, its type, its size', async () => {
    expect(await refused(post('', 'x'))).toEqual([400, 'name-wrong'])
    expect(await refused(post('a/b/c/d/e/f/g/h/i.docx', 'x'))).toEqual([400, 'name-wrong'])
    expect(await refused(post('~$lock.docx', 'x'))).toEqual([400, 'name-left-alone'])
    const sent = { method: 'POST', body: 'x', headers: octets }
    expect(await refused(ask('/api/v1/reports?name=%ff%fe.txt', sent))).toEqual([400, 'name-wrong'])
    expect(await refused(post(`${'a'.repeat(100_000)}.txt`, 'x'))).toEqual([400, 'name-wrong'])
    const packed = { ...octets, 'content-encoding': 'gzip' }
    expect(await refused(post('x.docx', 'x', '', packed))).toEqual([415, 'encoding-wrong'])
    expect(await refused(post('x.docx', 'x', '&wait=soon'))).toEqual([400, 'parameter-wrong'])
    const large = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(await refused(post('large.docx', large))).toEqual([413, 'too-large'])
    const pieces = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(8 * 1024 * 1024)),
    })
    const endless = { method: 'POST', body: pieces, headers: octets, duplex: 'half' } as RequestInit
    const answer = await ask('/api/v1/reports?name=endless.docx', endless).catch(() => null)
    // Whoever sends without end may see the connection end before the answer.
    if (answer) expect(answer.status).toBe(413)
    expect((await readdir(inbox)).filter(name => /^\.|large|endless/u.test(name))).toEqual([])
  })
})

describe('a page of another site', () => {
  const raw = (headers: Record<string, string>, method = 'POST', path = '/api/v1/reports?name=evil.docx') =>
    new Promise<number>((resolve, reject) => {
      const asked = request(new URL(path, service.page), { method, headers }, response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      asked.on('error', reject)
      asked.end(method === 'POST' ? 'x' : undefined)
    })

  // What a browser sends without asking us first: forms, beacons, and fetch without a type.
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'cannot hand in a file of type %j',
    async type => {
      expect(await raw(type === '' ? {} : { 'content-type': type })).toBe(415)
      expect(await readdir(inbox)).not.toContain('evil.docx')
    },
  )

  test('gets no leave to send another type, and reads nothing', async () => {
    const origin = 'https://evil.example'
    const preflight = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    expect(await raw(preflight, 'OPTIONS')).toBe(403)
    expect(await raw({ ...octets, origin })).toBe(403)
    expect(await raw({ ...octets, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await raw({ ...octets, host: 'evil.example' })).toBe(403)
    expect(await raw({ host: 'evil.example' }, 'GET', '/api/v1/reports')).toBe(403)
    expect(await raw({ host: 'evil.example' }, 'GET', '/metrics')).toBe(403)
    expect(await readdir(inbox)).not.toContain('evil.docx')
  })
})

test('says what it is, how it is, what it checks and counts', async () => {
  expect(await json('/api/v1/version')).toMatchObject({ name: 'gongkai', api: 'v1' })
  expect(await json('/api/v1/health')).toMatchObject({ status: 'ok' })
  expect(await json<{ checks: unknown[] }>('/api/v1/checks')).toMatchObject({ checks: expect.any(Array) })
  expect(await json('/api/v1/seasons')).toMatchObject({ state: 'no-roster', seasons: [] })
  expect(await json('/openapi.json')).toMatchObject({ openapi: '3.1.0' })
  expect((await ask('/api/v1/health', { method: 'HEAD' })).status).toBe(200)
  await post('counted.docx', 'wrong and counted')
  const text = await (await ask('/metrics')).text()
  expect(text).toMatch(/^gongkai_reports_total\{outcome="validated",verdict="invalid"\} [1-9]/mu)
  expect(text).toMatch(/^gongkai_conversion_seconds_bucket\{le="\+Inf"\} [1-9]/mu)
})
