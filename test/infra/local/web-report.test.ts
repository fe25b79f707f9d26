import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../infra/local/results/entry.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import type { ReportView } from '../../../infra/local/web/report/view.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { grid, latin, pdfOf, text } from '../../support/pdf.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

/** A sum that does not hold. */
const broken = reportHtml(drawReport('2021', { 'requests.newRequests.total': '9' }))
const key = '甲局 2021.html'

let service: Service
beforeAll(async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  await writeFile(join(inbox, key), broken)
  await writeFile(join(inbox, '通知.txt'), '关于报送材料的通知')
  const content = [text(60, 60, '年度报告'), latin(60, 80, '12'), ...grid(60, 100, [90], [['1']])]
  await writeFile(join(inbox, '页.pdf'), pdfOf([{ content }, { content: [latin(60, 80, '3')] }]))
  service = await startService({ inbox, outbox, port: 0, say: () => undefined, stillMs: 50 })
  await until(async () => {
    const entries = (await (await fetch(new URL('/api/reports', service.page))).json()) as Entry[]
    expect(entries.filter(({ state }) => state === 'done')).toHaveLength(3)
  })
}, 90_000)
afterAll(() => service?.close())

const get = (path: string, query: Readonly<Record<string, string>>) =>
  fetch(new URL(`${path}?${new URLSearchParams(query)}`, service.page))

const viewOf = async (of: string): Promise<ReportView> =>
  (await (await get('/api/report', { key: of })).json()) as ReportView

const act = (acts: readonly object[]) =>
  fetch(new URL('/api/acts', service.page), {
    method: 'POST',
    headers: { 'x-gongkai': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ by: '张三', acts }),
  })

describe('a report beside its original', () => {
  test('has its tables in the layout of the form, and every finding with the cells it names', async () => {
    const { report, entry } = await viewOf(key)
    expect(entry.result?.verdict).toBe('invalid')
    expect(report!.forms.map(({ recognised }) => recognised)).toEqual([true, true, true])
    const html = report!.forms.map(each => each.html).join('')
    for (const cell of Object.keys(report!.cells)) expect(html).toContain(`<td id="${cell}"`)
    const [first] = report!.findings
    expect(first).toMatchObject({ number: '1', under: false, severity: 'error', decision: null })
    for (const { cells } of report!.findings)
      for (const cell of cells) expect(report!.cells[cell]).toBeDefined()
    expect(report!.cells['requests.newRequests.total']).toMatchObject({
      text: '9',
      source: { kind: 'table', table: 2 },
      entered: null,
    })
  })

  test('shows a decision with who took it and why, and what was entered is told at its cell', async () => {
    const { report } = await viewOf(key)
    const { sha256 } = report!.source
    const { id } = report!.findings[0]!
    const decided = { kind: 'decided', finding: id, sha256, decision: 'explained', reason: '口径不同' }
    expect((await act([decided])).status).toBe(200)
    expect((await viewOf(key)).report!.findings[0]!.decision).toMatchObject({
      decision: 'explained',
      reason: '口径不同',
      by: '张三',
    })
    expect((await act([{ ...decided, decision: null }])).status).toBe(200)
    expect((await viewOf(key)).report!.findings[0]!.decision).toBeNull()
  })

  test('is said to give nothing where the file was refused', async () => {
    const { report, entry } = await viewOf('通知.txt')
    expect(report).toBeNull()
    expect(entry.result?.reason?.code).toBe('not-a-report')
  })

  test.each(['', '../desk.ndjson', '甲局', '%00'])('is none for the key %j', async of => {
    for (const path of ['/api/report', '/original', '/original/pages', '/original/page'])
      expect((await get(path, { key: of, page: '1', scale: '2' })).status).toBe(404)
  })

  test('comes with the file itself, to be saved and never shown', async () => {
    const response = await get('/original', { key })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/u)
    expect(await response.text()).toBe(broken)
  })

  test('has no pages where its format has none', async () => {
    expect(await (await get('/original/pages', { key })).json()).toMatchObject({ pages: [] })
  })
})

describe('a page of an original', () => {
  const pages = async () =>
    (await (await get('/original/pages', { key: '页.pdf' })).json()) as { sha256: string }

  test('is a picture, or told not to be one', async () => {
    const { sha256 } = await pages()
    const drawn = await get('/original/page', { key: '页.pdf', page: '2', scale: '1', sha256 })
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png'])
    // Its Chinese is in a font that is not in the file.
    const without = await get('/original/page', { key: '页.pdf', page: '1', scale: '1', sha256 })
    expect([without.status, await without.json()]).toEqual([422, { without: 'font' }])
  })

  test.each([
    ['0', '1'],
    ['-1', '1'],
    ['1.5', '1'],
    ['99999', '1'],
    ['', '1'],
    ['1', '0'],
    ['1', '100'],
    ['1', '1e9'],
    ['1', ''],
  ])('is none for page %j at a scale of %j', async (page, scale) => {
    const { sha256 } = await pages()
    expect((await get('/original/page', { key: '页.pdf', page, scale, sha256 })).status).toBe(400)
  })

  test('is none of other bytes than those meant', async () => {
    const asked = { key: '页.pdf', page: '2', scale: '1', sha256: 'a'.repeat(64) }
    expect((await get('/original/page', asked)).status).toBe(404)
  })
})
