import { describe, expect, test } from 'vitest'
import { judge } from '../../../lib/convert.ts'
import type { Problem } from '../../../lib/model/problems.ts'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { reportJson, writeJson } from '../../../lib/writers/json.ts'
import { summaryReport, writeSummary } from '../../../lib/writers/summary/index.ts'
import { csvRows } from '../../support/csv.ts'
import { pageOf } from '../../support/page.ts'
import { xlsxOf } from '../../support/xlsx.ts'
import { samples } from '../writers/samples.ts'

const refusal = async (name: string, bytes: Uint8Array): Promise<Problem> =>
  judge({ name, bytes, sha256: '' }).then(
    () => expect.unreachable('it was read'),
    (error: Problem) => error,
  )
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const rowXml = (cells: readonly string[]) =>
  `<row>${cells.map(cell => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('outputs of ours sent in by mistake are refused with what to send instead', () => {
  for (const [name, judged] of Object.entries(samples)) {
    test(`the page of “${name}”`, async () => {
      const { code, sentence, remedy } = await refusal('报告.html', utf8(pageOf(judged)))
      expect([code, sentence.zh]).toEqual(['not-a-report', '这是本系统生成的核对结果页，不是报告本身。'])
      expect(remedy.zh).toContain('请提交原报告文件')
    })

    test(`the JSON of “${name}”`, async () => {
      const { code, sentence } = await refusal('报告.json', utf8(writeJson(judged)))
      expect([code, sentence.zh]).toEqual([
        'not-a-report',
        '这是本系统生成的数据文件（JSON），不是报告本身。',
      ])
    })
  }

  for (const [name, judged] of Object.entries(samples))
    test(`the CSV of “${name}”, as it is, in the encoding of old Excel, and opened and saved as a workbook`, async () => {
      const csv = writeCsv(judged)
      const cells = csvRows(csv.slice(1))
      const saved = xlsxOf({ sheets: [{ rows: cells.map(rowXml).join('') }] })
      const tabs = `\ufeff${cells.map(row => row.join('\t')).join('\r\n')}`
      const sent = [utf8(csv), saved, utf8(tabs), Buffer.from(tabs, 'utf16le')]
      for (const bytes of sent) {
        const { code, sentence } = await refusal('报告.csv', bytes)
        expect([code, sentence.zh]).toEqual(['not-a-report', '这是本系统生成的数据表（CSV），不是报告本身。'])
      }
    })

  test('the page copied as text', async () => {
    const text = pageOf(samples['clean']!).replace(/<style>.*?<\/style>|<[^>]+>/gsu, '\n')
    expect((await refusal('报告.txt', utf8(text))).sentence.zh).toContain('核对结果页')
  })

  test('a line of events', async () => {
    const line = JSON.stringify({ specversion: '1.0', type: 'gongkai.report.validated.v1', data: {} })
    expect((await refusal('events.ndjson', utf8(`${line}\n${line}\n`))).sentence.zh).toContain('数据文件')
  })

  test('JSON of others is no report either', async () => {
    const { code } = await refusal('x.json', utf8('{"标题":"青禾县数据局2023年政府信息公开工作年度报告"}'))
    expect(code).toBe('format-unsupported')
  })

  test('the summary of several reports', async () => {
    const links = { workbook: 'a.xlsx', page: 'a.html', json: 'a.json' }
    const reports = [summaryReport(reportJson(samples['clean']!), 'a.docx', links)]
    const bytes = await writeSummary({ reports, refusals: [] })
    expect((await refusal('汇总.xlsx', bytes)).sentence.zh).toBe('这是本系统生成的汇总表，不是报告本身。')
  })
})

describe('a roster handed in as a report is refused with the place where it belongs', () => {
  const cells = [['青禾县行政机关名册'], ['单位编号', '名称', '上级'], ['1', '青禾县水务局', '']]
  const csv = cells.map(line => line.join(',')).join('\r\n')
  test.each([
    ['CSV', '名册.csv', utf8(csv)],
    ['CSV without a title, in tabs', '单位.txt', utf8('单位代码\t单位名称\n1\t青禾县水务局\n')],
    ['a workbook', '名册.xlsx', xlsxOf({ sheets: [{ rows: cells.map(rowXml).join('') }] })],
  ])('as %s', async (_, name, bytes) => {
    const { code, sentence, remedy } = await refusal(name, bytes)
    expect([code, sentence.zh]).toEqual(['not-a-report', '这是单位名册，不是一份年度报告。'])
    expect(remedy.zh).toContain('收件文件夹的旁边')
  })
})
