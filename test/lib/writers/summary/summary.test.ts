import { SaxesParser } from 'saxes'
import { afterEach, describe, expect, it } from 'vitest'
import { reportJson } from '../../../../lib/writers/json.ts'
import { pathLink, summaryReport, writeSummary } from '../../../../lib/writers/summary/index.ts'
import { firstReport, fixedColumns, rowOf } from '../../../../lib/writers/summary/plan.ts'
import { judgedOf } from '../../../support/judged.ts'
import { reportOf } from '../../../support/report.ts'
import { blankSample, cleanSample, faultySample, oldSample, samples } from '../samples.ts'
import { columnOfKey, opened, partsOf, recordOf, rowSaying, shownIn } from './open.ts'

const refusal = {
  name: '信.txt',
  kind: 'rejected',
  reason: {
    code: 'not-a-report',
    sentence: { zh: '这不是年度报告。', en: 'This is no annual report.' },
    remedy: { zh: '请检查文件。', en: 'Check the file.' },
  },
} as const
const all = {
  reports: Object.entries(samples).map(([name, judged]) => recordOf(judged, `${name}.docx`)),
  refusals: [refusal],
}
const names = Object.keys(samples)
const rowOfSample = (sample: string) => firstReport + names.indexOf(sample)
const total = 'requests.newRequests.total'

describe('the summary', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it('gives the same bytes in every time zone, and every part is well-formed', async () => {
    process.env['TZ'] = 'Asia/Shanghai'
    const here = await writeSummary(all)
    process.env['TZ'] = 'Pacific/Apia'
    expect(await writeSummary(all)).toEqual(here)
    for (const [part, content] of await partsOf(all)) {
      const parser = new SaxesParser()
      parser.on('error', error => {
        throw new Error(`${part}: ${error.message}`)
      })
      parser.write(content).close()
      expect(content).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('has a row for each report with every figure of its edition, as it stands', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    for (const [name, { report }] of Object.entries(samples)) {
      const seen = new Map<string, unknown>()
      sheet.getRow(rowOf.key).eachCell((head, column) => {
        const cell = sheet.getRow(rowOfSample(name)).getCell(column)
        const isOutside = cell.fill?.type === 'pattern' && cell.fill.fgColor?.argb === 'FFE7E6E6'
        if (column > fixedColumns.length && !isOutside) seen.set(String(head.value), cell.value)
      })
      expect([...seen.keys()].toSorted()).toEqual([...report.figures.keys()].toSorted())
      for (const [key, { state, value, text, entered }] of report.figures)
        expect([key, seen.get(key)]).toEqual([
          key,
          state === 'number'
            ? value
            : state === 'missing'
              ? '（缺）'
              : state === 'blank'
                ? entered
                  ? '（空白，录）'
                  : null
                : text,
        ])
    }
  })

  it('names each figure by table, row and column in Chinese', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    const column = columnOfKey(sheet, 'requests.outcomes.denied.stateSecret.otherOrganization')
    const { group, upper, lower } = rowOf
    expect([group, upper, lower].map(row => sheet.getRow(row).getCell(column).master.value)).toEqual([
      '三、收到和处理政府信息公开申请情况（2021版、2019版）',
      '（三）不予公开 1.属于国家秘密',
      '法人或其他组织—其他\n2021版\n2019版',
    ])
    const only = columnOfKey(sheet, 'requests.outcomes.other.undivided.total')
    expect(sheet.getRow(upper).getCell(only).master.value).toBe('（六）其他处理')
    expect(sheet.getRow(lower).getCell(only).value).toBe('总计\n2019版')
  })

  it('never adds figures that editions label differently, though their keys agree', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    const key = 'proactiveDisclosure.administrativeLicensing.decisions'
    const titles = [0, 1].map(
      nth => sheet.getRow(rowOf.group).getCell(columnOfKey(sheet, key, nth)).master.value,
    )
    expect(titles).toEqual(['二、主动公开政府信息情况（2021版）', '二、主动公开政府信息情况（2019版）'])
    expect(() => columnOfKey(sheet, key, 2)).toThrow()
    expect(() => columnOfKey(sheet, total, 1)).toThrow()
  })

  it('adds up numbers alone, by live formulas, and counts what is none', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    const column = columnOfKey(sheet, total)
    expect(shownIn(rowSaying(sheet, /^2020 年度合计/).getCell(column))).toBe(17)
    const sum = rowSaying(sheet, /^2023 年度合计/).getCell(column)
    expect(shownIn(sum)).toBe(16 + 16 + 5 + 16)
    expect(sum.formula).toMatch(/SUMIF\(\$C\$7:\$C\$12,2023,\$[A-Z]+\$7:\$[A-Z]+\$12\)/)
    const lacks = rowSaying(sheet, /^2023 年度不是数字/)
    expect(shownIn(lacks.getCell(column))).toBe(0)
    expect(shownIn(lacks.getCell(columnOfKey(sheet, 'requests.newRequests.naturalPerson')))).toBe(1)
    expect(sheet.getCell('E1').value).toMatch(/不通过 1.*另有未受理 1 份.*格不是数字（空白 \d+/)
  })

  it('never adds years together, nor a report whose year is not known to any', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    expect(() => rowSaying(sheet, /^合计 Sum/)).toThrow()
    expect(sheet.getCell('E2').value).toMatch(/不跨年度相加/)
    const unknown = { ...recordOf(cleanSample, 'x.docx'), year: null }
    const reports = [recordOf(cleanSample, 'a.docx'), recordOf(cleanSample, 'b.docx'), unknown]
    const mixed = (await opened({ reports, refusals: [] })).getWorksheet('汇总')!
    const sum = rowSaying(mixed, /^2023 年度合计 Sum（2 份）/).getCell(columnOfKey(mixed, total))
    expect(shownIn(sum)).toBe(32)
    expect(rowSaying(mixed, /^年度未读出（1 份）/).getCell(4).value).toMatch(/不计入/)
    const one = (await opened({ reports: reports.slice(0, 2), refusals: [] })).getWorksheet('汇总')!
    const plain = rowSaying(one, /^合计 Sum/).getCell(columnOfKey(one, total))
    expect(shownIn(plain)).toBe(32)
    expect(plain.formula).toMatch(/^IF\(COUNT\((\$[A-Z]+\$7:\$[A-Z]+\$8)\)=0,"",SUM\(\1\)\)$/)
  })

  it('prints each table from a page of its own, names and heads on every page, keys on none', async () => {
    const parts = await partsOf(all)
    const xml = parts.get('xl/worksheets/sheet1.xml')!
    expect(xml).toMatch(/<row r="3"[^>]* hidden="1">/)
    const breaks = [...xml.matchAll(/<brk id="(\d+)"/gu)].map(([, id]) => Number(id) + 1)
    const sheet = (await opened(all)).getWorksheet('汇总')!
    const titles = breaks.map(column => String(sheet.getRow(rowOf.group).getCell(column).value)[0])
    expect(new Set(titles)).toEqual(new Set(['二', '三', '四']))
    expect(sheet.pageSetup.printTitlesRow).toBe('4:6')
    expect(sheet.pageSetup.printTitlesColumn).toBe('A:C')
  })

  it('shows nothing, not zero, as the sum of nothing but blanks', async () => {
    const sheet = (await opened({ reports: [recordOf(blankSample)], refusals: [] })).getWorksheet('汇总')!
    const column = columnOfKey(sheet, 'requests.newRequests.naturalPerson')
    expect(sheet.getRow(firstReport).getCell(column).value).toBeNull()
    expect(shownIn(rowSaying(sheet, /^合计 Sum/).getCell(column))).toBe('')
  })

  it('shows what was typed in as a number with our mark, adds it, and says in a note what had been read', async () => {
    const sheet = (await opened(all)).getWorksheet('汇总')!
    const cell = sheet.getRow(rowOfSample('entered')).getCell(columnOfKey(sheet, total))
    expect(cell.value).toBe(16)
    expect(cell.numFmt).toBe('General" 录"')
    expect(JSON.stringify(cell.note)).toContain('李敏 2024-02-01 对照原件录入 16（原未能读出）')
    const clean = sheet.getRow(rowOfSample('clean')).getCell(columnOfKey(sheet, total))
    expect([clean.numFmt, clean.note]).toEqual([undefined, undefined])
  })

  it('says beside each finding what was decided about it, where anybody decides', async () => {
    const record = recordOf(faultySample)
    const [finding] = record.findings
    const decided = { decision: '已说明', reason: '=附件已更正', by: '李敏', at: '2024-02-01T18:00:00.000Z' }
    const reports = [{ ...record, decisions: new Map([[finding!.id, decided]]) }]
    const sheet = (await opened({ reports, refusals: [] })).getWorksheet('核对发现')!
    const heads = sheet.getRow(1).values as (string | undefined)[]
    const at = heads.findIndex(head => head?.startsWith('处理'))
    expect(heads.slice(at, at + 4).map(head => head!.split('\n')[0])).toEqual([
      '处理',
      '理由',
      '经办人',
      '时间',
    ])
    const shown: unknown[][] = []
    sheet.eachRow((row, number) => {
      if (number > 1) shown.push([0, 1, 2, 3].map(each => row.getCell(at + each).value))
    })
    expect(shown.filter(each => each[0] !== null)).toEqual([['已说明', '=附件已更正', '李敏', '2024-02-02']])
    const plain = (await opened({ reports: [record], refusals: [] })).getWorksheet('核对发现')!
    expect((plain.getRow(1).values as string[]).some(head => head?.startsWith('处理'))).toBe(false)
  })

  it('adds amounts exactly', async () => {
    const key = 'proactiveDisclosure.administrativeFees.amount'
    const reports = [0.1, 0.2].map(value => recordOf(judgedOf(reportOf({ figures: { [key]: value } }))))
    const sheet = (await opened({ reports, refusals: [] })).getWorksheet('汇总')!
    expect(shownIn(rowSaying(sheet, /^合计 Sum/).getCell(columnOfKey(sheet, key)))).toBe(0.3)
  })

  it('warns of what would count twice, and of tables that are not in the sums', async () => {
    const reports = [recordOf(cleanSample, 'a.docx'), recordOf(oldSample), recordOf(cleanSample, 'b.docx')]
    const sheet = (await opened({ reports, refusals: [] })).getWorksheet('汇总')!
    const remarks = [7, 8, 9].map(row => sheet.getRow(row).getCell(fixedColumns.length).value)
    expect(remarks[0]).toMatch(/第 3 份.*重复计入/)
    expect(remarks[1]).toMatch(/没有可读的表：二.*三.*四/)
    expect(remarks[2]).toMatch(/第 1 份.*重复计入/)
    expect(rowSaying(sheet, /^2023 年度合计/).getCell(4).value).toMatch(/重复计入/)
  })

  it('lists the findings of all reports under one filter, each with the way to its cell and back', async () => {
    const workbook = await opened(all)
    const sheet = workbook.getWorksheet('核对发现')!
    const count = Object.values(samples).reduce((sum, { findings }) => sum + findings.length, 0)
    expect(sheet.autoFilter).toBe(`A1:N${count + 1}`)
    const xml = (await partsOf(all)).get('xl/worksheets/sheet2.xml')!
    const links = new Map(
      [...xml.matchAll(/<hyperlink ref="([A-Z]+\d+)"[^>]*? location="([^"]*)"/g)].map(([, cell, target]) => [
        cell!,
        target!.replaceAll('&apos;', "'"),
      ]),
    )
    const first = names.indexOf('contradictory')
    expect(sheet.getCell('H2').value).toBe('正文称收到申请 22 件，表中为 16 件。')
    const reports = workbook.getWorksheet('汇总')!
    const cell = reports.getRow(firstReport + first).getCell(columnOfKey(reports, total))
    expect(links.get('G2')).toBe(`'汇总'!${cell.address}`)
    expect(links.get('A2')).toBe(`'汇总'!A${firstReport + first}`)
    expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFE08A' } })
  })

  it('lists the files that gave nothing, with the reason', async () => {
    const sheet = (await opened(all)).getWorksheet('未受理')!
    expect([2, 4, 5, 6].map(column => sheet.getRow(2).getCell(column).value)).toEqual([
      '信.txt',
      '这不是年度报告。',
      '请检查文件。',
      'not-a-report',
    ])
    const none = await opened({ reports: [], refusals: [] })
    expect(none.worksheets.map(each => each.getCell(each.name === '汇总' ? 'A7' : 'A2').value)).toEqual([
      '没有可汇总的报告 No reports',
      '没有发现问题 Nothing found',
      '没有未受理的文件 No file was refused',
    ])
  })

  it('leads to the outputs of each report', async () => {
    const rels = (await partsOf(all)).get('xl/worksheets/_rels/sheet1.xml.rels')!
    expect(rels).toContain('Target="clean.docx/一.xlsx" TargetMode="External"')
    expect(pathLink('年报 50%#1?.docx/<a>"b:c\\d.xlsx')).toBe(
      '年报%2050%25%231%3F.docx/%3Ca%3E%22b%3Ac%5Cd.xlsx',
    )
    expect(pathLink('javascript:alert(1)')).not.toContain(':')
  })

  it('shows as text whatever documents hold', async () => {
    const hostile = '=HYPERLINK("http://evil.example","<script>")'
    const judged = judgedOf(reportOf({ figures: { [total]: hostile }, report: { authority: hostile } }), [
      {
        id: 'x',
        check: 'x',
        severity: 'error',
        outcome: 'broken',
        message: { zh: hostile, en: hostile },
        cells: [total],
        evidence: [{ quote: hostile }],
      },
    ])
    const input = {
      reports: [recordOf(judged, hostile)],
      refusals: [{ ...refusal, name: hostile }],
    }
    const workbook = await opened(input)
    let met = 0
    for (const sheet of workbook.worksheets)
      sheet.eachRow(row => {
        row.eachCell(cell => {
          if (cell.value !== hostile) return
          met += 1
          expect([cell.address, cell.numFmt]).toEqual([cell.address, '@'])
        })
      })
    expect(met).toBeGreaterThanOrEqual(8)
    for (const [part, content] of await partsOf(input))
      if (part.includes('worksheets/sheet')) expect(content).not.toMatch(/<f>[^<]*evil/)
  })

  it('refuses what is no report of a schema it knows', () => {
    const links = { workbook: '', page: '', json: '' }
    const json = { ...reportJson(faultySample), schema: 'gongkai.report/3' }
    expect(() => summaryReport(json, 'x', links)).toThrow(/schema/)
    for (const schema of ['gongkai.report/1', 'gongkai.report/2'])
      expect(summaryReport({ ...json, schema }, 'x', links).verdict).toBe(json.verdict)
  })
})
