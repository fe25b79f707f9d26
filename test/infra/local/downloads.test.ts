import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../infra/local/results/listing.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { writeZip } from '../../../infra/local/web/zip.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let service: Service
let outbox = ''
const files = {
  '青禾县/一 100%#1.html': reportHtml(drawReport('2021', { 'requests.newRequests.total': 3 })),
  '二.html': reportHtml(drawReport('2019', {})),
  '信.txt': '各位同事：请于周五前报送材料。',
}

const get = (path: string) => fetch(new URL(path, service.page))

beforeAll(async () => {
  const root = await temporaryFolder()
  const inbox = join(root, 'inbox')
  outbox = join(root, 'outbox')
  await mkdir(join(inbox, '青禾县'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(inbox, name), text)
  service = await startService({ inbox, outbox, port: 0, say: () => undefined, stillMs: 20 })
  await until(async () => {
    const entries = (await (await get('/api/reports')).json()) as Entry[]
    expect(entries.filter(({ state }) => state === 'done')).toHaveLength(3)
  })
})
afterAll(() => service.close())

const workbookOf = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  return workbook
}

const relsOf = (bytes: Uint8Array): string[] => {
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/_rels/sheet1.xml.rels'])
  return [...xml.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(match => match[1]!)
}

describe('the summary of all current reports', () => {
  test('has them all, the refused one with its reason, and links that the service answers', async () => {
    const response = await get('/summary.xlsx')
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('汇总.xlsx'))
    const bytes = new Uint8Array(await response.arrayBuffer())
    const workbook = await workbookOf(bytes)
    const [reports, , refused] = workbook.worksheets
    expect([7, 8].map(row => reports!.getRow(row).getCell(11 + outputs.length).value)).toEqual([
      '二.html',
      '青禾县/一 100%#1.html',
    ])
    expect(refused!.getCell('B2').value).toBe('信.txt')
    expect(refused!.getCell('F2').value).toBe('not-a-report')
    const links = relsOf(bytes)
    expect(links).toHaveLength(2 * outputs.length)
    for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200])
  })
})

describe('everything in one archive', () => {
  test('holds what the outbox holds, by file, and a summary whose links lead to it', async () => {
    const archive = unzipSync(new Uint8Array(await (await get('/everything.zip')).arrayBuffer()))
    expect(Object.keys(archive).toSorted()).toEqual(
      [
        '信.txt/refusal.json',
        '汇总.xlsx',
        ...outputs.flatMap(({ ending }) => [
          `二.html/二.${ending}`,
          `青禾县/一 100%#1.html/一 100%#1.${ending}`,
        ]),
      ].toSorted(),
    )
    const stored = (await filesBelow(outbox)).find(file => file.endsWith('/二.json'))!
    expect(Buffer.from(archive['二.html/二.json']!)).toEqual(await readFile(join(outbox, stored)))
    for (const link of relsOf(archive['汇总.xlsx']!))
      expect(Object.keys(archive)).toContain(decodeURIComponent(link))
  })

  test('waits for a slow reader and stops for one who has gone', async () => {
    let asked = 0
    const some = function* () {
      for (let index = 0; index < 50; index += 1)
        yield {
          name: `${index}.xlsx`,
          time: new Date(2024, 0),
          bytes: async () => {
            asked += 1
            return new Uint8Array(100_000).fill(index)
          },
        }
    }
    const out = new PassThrough()
    const writing = writeZip(some(), out)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(asked).toBeLessThan(5)
    out.destroy()
    await writing
    expect(asked).toBeLessThan(5)
    const whole = new PassThrough()
    const read = buffer(whole)
    await writeZip(some(), whole)
    whole.end()
    expect(Object.keys(unzipSync(new Uint8Array(await read)))).toHaveLength(50)
  })
})

test('the last events can be read, one for each file', async () => {
  const events = (await (await get('/api/events')).json()) as { subject: string; type: string }[]
  expect(events.map(({ subject }) => subject).toSorted()).toEqual(Object.keys(files).toSorted())
})

test('a result that is gone from the outbox is said to be, not left out', async () => {
  const stored = (await filesBelow(outbox)).find(file => file.endsWith('/二.json'))!
  await rm(join(outbox, stored))
  const workbook = await workbookOf(new Uint8Array(await (await get('/summary.xlsx')).arrayBuffer()))
  const codes = [2, 3].map(row => workbook.worksheets[2]!.getRow(row).getCell(6).value)
  expect(codes).toContain('result-unreadable')
})
