import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../lib/convert.ts'
import { nearMisses } from './near-misses.ts'
import { others } from './others.ts'

const judged = (name: string, text: string) =>
  judge({ name, bytes: new TextEncoder().encode(text), sha256: '' })

const html = (text: string): string => {
  const lines = text.split('\n').map(line => line.trim())
  const body = lines.map(line =>
    line.startsWith('|')
      ? /^[|\s-]+$/u.test(line)
        ? ''
        : `<tr>${line
            .replace(/^\||\|$/gu, '')
            .split('|')
            .map(cell => `<td>${cell.trim()}</td>`)
            .join('')}</tr>`
      : `</table><p>${line}</p><table>`,
  )
  return `<!doctype html><html><body><table>${body.join('')}</table></body></html>`
}

describe('documents that are no such report give neither a figure nor a verdict', () => {
  for (const [what, text] of Object.entries({ ...others, ...nearMisses })) {
    test(`${what}, as text`, async () =>
      expect(judged('x.txt', text)).rejects.toMatchObject({ code: 'not-a-report' }))
    test(`${what}, as a page`, async () =>
      expect(judged('x.html', html(text))).rejects.toMatchObject({ code: 'not-a-report' }))
  }

  const notice = fileURLToPath(
    new URL('../../../../shared/cases/text/admission/tongzhi.txt', import.meta.url),
  )
  test.skipIf(!existsSync(notice))('a notice with one sentence that names four things of table 2', () =>
    expect(judged('tongzhi.txt', readFileSync(notice, 'utf8'))).rejects.toMatchObject({
      code: 'not-a-report',
    }),
  )
})

describe('reports from before the forms are not assessable, their text and tables kept', () => {
  const old: Readonly<Record<string, string>> = {
    'with numbered parts': `青禾县2016年政府信息公开工作年度报告

一、概述

全年主动公开信息230条。

二、主动公开情况

三、依申请公开情况`,
    'with parts of their own': `青禾县数据局2012年政府信息公开年度报告

引言

根据条例编制本报告。

（一）主动公开政府信息的情况

全年公开政府信息120条。

（二）政府信息公开的收费及减免情况

全年未收费。`,
    'with the table of indicators': `青禾县教育局2017年政府信息公开工作年度报告

一、总体情况

二、主动公开政府信息情况

| 指标名称 | 计量单位 | 统计数 |
|---|---|---|
| 一、主动公开情况 | —— | —— |
| （一）主动公开政府信息数 | 条 | 1234 |
| 其中：主动公开规范性文件数 | 条 | 3 |
| 制发规范性文件总数 | 件 | 3 |
| 三、依申请公开情况 | —— | —— |
| （一）收到申请数 | 件 | 12 |
| （二）申请办结数 | 件 | 12 |
| 2.同意公开答复数 | 件 | 8 |
| 4.不同意公开答复数 | 件 | 1 |
| 其中：1.涉及国家秘密 | 件 | 0 |
| 2.涉及商业秘密 | 件 | 1 |
| 3.涉及个人隐私 | 件 | 0 |
| 6.申请信息不存在数 | 件 | 2 |
| 四、行政复议数量 | 件 | 1 |
| （一）维持具体行政行为数 | 件 | 1 |
| （二）被依法纠错数 | 件 | 0 |
| 五、行政诉讼数量 | 件 | 0 |
| （一）维持具体行政行为或者驳回原告诉讼请求数 | 件 | 0 |
| 七、依申请公开信息收取的费用 | 万元 | 0 |

三、存在的主要问题和改进措施`,
  }
  for (const [what, text] of Object.entries(old))
    for (const [name, content] of [
      ['x.txt', text],
      ['x.html', html(text)],
    ] as const)
      test(`${what}: ${name}`, async () => {
        const { report, verdict, findings } = await judged(name, content)
        expect(verdict).toBe('notAssessable')
        expect(report.figures.size).toBe(0)
        expect(report.year).toBeLessThan(2019)
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(report.tables.length).toBe(
          content.includes('指标名称') ? 1 : report.tables.filter(({ form }) => form === null).length,
        )
      })
})
