import { SaxesParser } from 'saxes'
import { afterEach, describe, expect, it } from 'vitest'
import { writeJson } from '../../../../lib/writers/json.ts'
import { writeWorkbook } from '../../../../lib/writers/workbook/index.ts'
import { judgedOf } from '../../../support/judged.ts'
import { pageOf } from '../../../support/page.ts'
import { reportOf } from '../../../support/report.ts'
import { faultySample, oldSample, samples, tableOf } from '../samples.ts'
import { linksOf, opened, partsOf } from './open.ts'

describe('writeWorkbook', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it('gives the same bytes at every time and in every time zone, and so do the other writers', async () => {
    const outputs = []
    for (const place of ['Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia']) {
      process.env['TZ'] = place
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(place)
      const workbook = await writeWorkbook(faultySample)
      outputs.push([Buffer.from(workbook).toString('base64'), writeJson(faultySample), pageOf(faultySample)])
    }
    expect(outputs[1]).toEqual(outputs[0])
    expect(outputs[2]).toEqual(outputs[0])
  })

  for (const [name, sample] of Object.entries(samples))
    it(`${name}: every part is well-formed, and every link leads to a sheet`, async () => {
      const parts = await partsOf(sample)
      const sheets = (await opened(sample)).worksheets.map(sheet => sheet.name)
      for (const [part, content] of parts) {
        const parser = new SaxesParser()
        parser.on('error', error => {
          throw new Error(`${part}: ${error.message}`)
        })
        parser.write(content).close()
        expect(content).not.toMatch(/undefined|NaN|\[object/)
      }
      for (const sheet of sheets)
        for (const target of (await linksOf(sample, sheet)).values())
          expect(sheets).toContain(/^'(.*)'![A-Z]+\d+$/.exec(target)![1])
    })

  it('has the sheets a reader expects, in order', async () => {
    expect((await opened(faultySample)).worksheets.map(({ name }) => name)).toEqual([
      '概览',
      '主动公开',
      '依申请公开',
      '复议诉讼',
      '表1 索引号',
      '数据',
    ])
    expect((await opened(oldSample)).worksheets.map(({ name }) => name)).toEqual(['概览', '表1 指标'])
  })

  it('survives texts that no cell can hold', async () => {
    const long = '长'.repeat(40_000)
    const rows = [
      ['\u0000a\u0008b', '_x0041_'],
      ['\ud800半', long],
      ['a\r\nb', '<&>"\''],
    ]
    const judged = judgedOf(
      reportOf({ report: { title: '\u0001年\ufffe报', tables: [{ table: tableOf(1, rows), form: null }] } }),
    )
    const sheet = (await opened(judged)).worksheets.find(({ name }) => name.startsWith('表1'))!
    expect(sheet.getCell('A3').value).toBe('ab')
    expect(sheet.getCell('B3').value).toBe('_x0041_')
    expect(sheet.getCell('A4').value).toBe('\ufffd半')
    const cut = String(sheet.getCell('B4').value)
    expect(cut).toHaveLength(32_767)
    expect(cut).toMatch(/^长{100}.*已截断/s)
    expect(sheet.getCell('A5').value).toBe('a\nb')
    expect(sheet.getCell('B5').value).toBe('<&>"\'')
  })
})
