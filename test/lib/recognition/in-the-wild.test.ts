import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readMarkdown, readText } from '../../../lib/readers/text/index.ts'
import { balancedFigures } from '../../support/balanced.ts'
import {
  type DrawnReport,
  type DrawnTable,
  drawReport,
  reportHtml,
  tableHtml,
} from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'

/** Shapes and wordings that real reports have or could have, each once got wrong by a reader of such reports. */

const values = balancedFigures('2021', seeded('in the wild'))
const drawn = drawReport('2021', values)
const amount = 'proactiveDisclosure.administrativeFees.amount'

const fromHtml = (html: string): Report => readReport(documentFromHtml(html, 'html'))
const numbers = (report: Report) =>
  Object.fromEntries([...report.figures].map(([key, { value }]) => [key, value]))
const wrong = (report: Report): string[] =>
  [...report.figures.values()].filter(f => f.state === 'number' && f.value !== values[f.key]).map(f => f.key)
const flagged = (report: Report): Set<string> => new Set(runChecks(report).flatMap(finding => finding.cells))
const relabel = (table: DrawnTable, from: string, to: string): DrawnTable =>
  table.map(row => row.map(cell => (cell.text === from ? { ...cell, text: to } : cell)))
const withTable = (
  form: 'proactiveDisclosure' | 'requests' | 'reconsiderationAndLitigation',
  table: DrawnTable,
): DrawnReport => ({
  ...drawn,
  [form]: table,
})

/** The tables as an extractor flattens them, one row per line; merged cells once, blank behind, or repeated. */
const flatten = (table: DrawnTable, merged: 'once' | 'blank' | 'repeated', separator: string): string => {
  const width = Math.max(...table.map(row => row.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0)))
  const grid: string[][] = table.map(() => Array<string>(width))
  table.forEach((row, r) => {
    let column = 0
    for (const { text, rowSpan = 1, columnSpan = 1 } of row) {
      while (grid[r]![column] !== undefined) column++
      for (let y = 0; y < rowSpan; y++)
        for (let x = 0; x < columnSpan; x++)
          grid[r + y]![column + x] = merged === 'repeated' || (y === 0 && x === 0) ? text : ''
      column += columnSpan
    }
  })
  const rows = merged === 'once' ? table.map(row => row.map(cell => cell.text)) : grid
  return rows.map(row => row.join(separator)).join('\n')
}

const asText = (report: DrawnReport, print: (table: DrawnTable) => string): string =>
  [
    '青禾县数据局2023年政府信息公开工作年度报告',
    '一、总体情况',
    '本局依法公开政府信息。',
    '二、主动公开政府信息情况',
    print(report.proactiveDisclosure),
    '三、收到和处理政府信息公开申请情况',
    print(report.requests),
    '四、政府信息公开行政复议、行政诉讼情况',
    print(report.reconsiderationAndLitigation),
    '五、存在的主要问题及改进情况',
    '解读不足，将加强培训。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n\n')

describe('wordings', () => {
  test.each(['法人和其他组织', '法人及其他组织', '法人或者其他组织', '某某组织', ''])(
    'the group header %j turns no column, flattened or not',
    wording => {
      const report = withTable('requests', relabel(drawn.requests, '法人或其他组织', wording))
      for (const read of [
        fromHtml(reportHtml(report)),
        readReport(readText(asText(report, t => flatten(t, 'once', '\t')))),
      ])
        expect(numbers(read)).toEqual(values)
    },
  )

  test.each([
    ['（七）总计', '（七）合计'],
    ['（七）总计', '(7)总计'],
    ['3.其他', '3、其他'],
    ['3.其他', '（3）其它'],
    ['3.其他', '③其他'],
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.申请人无正当理由逾期不补正'],
    ['（六）其他处理', '（六）其他'],
  ])('%s printed as %s is that row', (from, to) => {
    expect(numbers(fromHtml(reportHtml(withTable('requests', relabel(drawn.requests, from, to)))))).toEqual(
      values,
    )
  })

  test.each([
    ['总计', '合计'],
    ['未经复议直接起诉', '直接起诉'],
    ['复议后起诉', '经复议后起诉'],
  ])('in table 4 %s may be %s', (from, to) => {
    const table = relabel(drawn.reconsiderationAndLitigation, from, to)
    expect(numbers(fromHtml(reportHtml(withTable('reconsiderationAndLitigation', table))))).toEqual(values)
  })

  test.each(['上年处理决定数量', '上年制发件数'])(
    'a label of last year (%s) is not taken for this year’s in silence',
    wording => {
      const from = wording === '上年制发件数' ? '本年制发件数' : '本年处理决定数量'
      const report = fromHtml(
        reportHtml(withTable('proactiveDisclosure', relabel(drawn.proactiveDisclosure, from, wording))),
      )
      const doubtful = [...report.figures.keys()].filter(key =>
        key.endsWith(from === '本年制发件数' ? '.issued' : '.decisions'),
      )
      for (const key of doubtful) expect(flagged(report), key).toContain(key)
    },
  )

  test('不予 never stands for 予以, nor 上年 for 本年, in a row', () => {
    const report = fromHtml(
      reportHtml(
        withTable(
          'requests',
          relabel(drawn.requests, '一、本年新收政府信息公开申请数量', '一、上年新收政府信息公开申请数量'),
        ),
      ),
    )
    expect(report.figures.get('requests.newRequests.total')!.state).toBe('unreadable')
  })
})

describe('units of money', () => {
  const header = '本年收费金额（单位：万元）'
  test.each([
    ['本年收费金额（单位：万\n元）', 1],
    ['本年收费金额（单位：万　元）', 1],
    ['本年收费金额（单位：元）', 1e-4],
    ['本年收费金额（单位：千元）', 0.1],
  ])('the header %j', (printed, factor) => {
    const report = fromHtml(
      reportHtml(withTable('proactiveDisclosure', relabel(drawn.proactiveDisclosure, header, printed))),
    )
    expect(report.figures.get(amount)!.value).toBeCloseTo(values[amount]! * factor, 10)
  })

  test('two units at once are none', () => {
    const report = fromHtml(
      reportHtml(
        withTable(
          'proactiveDisclosure',
          relabel(drawn.proactiveDisclosure, header, '本年收费金额（元/万元）'),
        ),
      ),
    )
    expect(report.figures.get(amount)!.state).toBe('text')
  })

  test('a unit in the row label or above the table counts; none at all is a warning', () => {
    const bare = relabel(drawn.proactiveDisclosure, header, '本年收费金额')
    const inRow = fromHtml(
      reportHtml(
        withTable('proactiveDisclosure', relabel(bare, '行政事业性收费', '行政事业性收费（单位：元）')),
      ),
    )
    expect(inRow.figures.get(amount)!.value).toBeCloseTo(values[amount]! / 1e4, 10)
    const above = reportHtml(withTable('proactiveDisclosure', bare)).replace(
      tableHtml(bare),
      `<p>单位：元</p>${tableHtml(bare)}`,
    )
    expect(fromHtml(above).figures.get(amount)!.value).toBeCloseTo(values[amount]! / 1e4, 10)
    const none = fromHtml(reportHtml(withTable('proactiveDisclosure', bare)))
    expect(
      runChecks(none)
        .filter(({ check }) => check === 'amount-unit')
        .map(({ severity }) => severity),
    ).toEqual(['warning'])
  })
})

describe('merged cells as extractors print them', () => {
  test.each(['once', 'blank', 'repeated'] as const)('tab-separated rows, merged cells %s', merged => {
    expect(numbers(readReport(readText(asText(drawn, t => flatten(t, merged, '\t')))))).toEqual(values)
  })

  test.each(['blank', 'repeated'] as const)('Markdown, merged cells %s', merged => {
    const print = (table: DrawnTable): string => {
      const [first, ...rest] = flatten(table, merged, ' | ').split('\n')
      return [first, first!.replace(/[^|]+/gu, '---'), ...rest].map(line => `| ${line} |`).join('\n')
    }
    expect(numbers(readReport(readMarkdown(asText(drawn, print))))).toEqual(values)
  })

  test('a blank total column never lets the values slip to the right', () => {
    const blank = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, /^requests.*\.total$/u.test(key) ? '' : value]),
    )
    const report = drawReport('2021', blank)
    for (const trim of [false, true]) {
      const print = (table: DrawnTable): string => {
        const text = flatten(table, 'blank', '\t')
        return trim ? text.replace(/\t+$/gmu, '') : text
      }
      expect(wrong(readReport(readText(asText(report, print))))).toEqual([])
    }
  })
})

describe('tables of others', () => {
  test('a trend of three years in the same section is no part of the table', () => {
    const trend =
      '<table><tr><td>项目</td><td>2021</td><td>2022</td><td>2023</td></tr><tr><td>本年新收政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td></tr><tr><td>上年结转政府信息公开申请数量</td><td>4</td><td>5</td><td>6</td></tr></table>'
    const table = tableHtml(drawn.requests)
    for (const html of [`${table}<p>近三年对比</p>${trend}`, `${trend}${table}`])
      expect(numbers(fromHtml(reportHtml(drawn).replace(table, html)))).toEqual(values)
  })

  test('another year’s report behind it gives the first one no figure', () => {
    const other = reportHtml(drawReport('2021', balancedFigures('2021', seeded('another year')))).replaceAll(
      '2023',
      '2024',
    )
    const first = reportHtml(drawn).replace(tableHtml(drawn.reconsiderationAndLitigation), '<p>无。</p>')
    const report = fromHtml(`${first}${other}`)
    expect(wrong(report)).toEqual([])
    expect(report.editions.reconsiderationAndLitigation).toBeNull()
    expect(runChecks(report).map(({ check }) => check)).toContain('report-repeated')
  })

  test('an annex with a unit’s table 4 does not stand in for the report’s own', () => {
    const table = tableHtml(drawn.reconsiderationAndLitigation)
    const html = reportHtml(drawn)
      .replace(table, '<p>无。</p>')
      .replace('</body>', `<p>附：某乡情况</p>${table}</body>`)
    expect(fromHtml(html).editions.reconsiderationAndLitigation).toBeNull()
  })

  test('all three forms in one table are three forms', () => {
    const one = tableHtml([
      ...drawn.proactiveDisclosure,
      ...drawn.requests,
      ...drawn.reconsiderationAndLitigation,
    ])
    const html = reportHtml(drawn)
      .replace(tableHtml(drawn.proactiveDisclosure), one)
      .replace(tableHtml(drawn.requests), '')
      .replace(tableHtml(drawn.reconsiderationAndLitigation), '')
    expect(wrong(fromHtml(html))).toEqual([])
  })
})

describe('words and lines in the place of figures', () => {
  test.each(['不涉及', '约5', '1 234', '详见附件'])('%s is text, and its row is not lost', word => {
    const report = fromHtml(
      reportHtml(drawReport('2021', { ...values, 'requests.newRequests.naturalPerson': word })),
    )
    expect(report.figures.get('requests.newRequests.naturalPerson')).toMatchObject({
      state: 'text',
      value: null,
    })
    expect(report.figures.get('requests.newRequests.total')!.value).toBe(values['requests.newRequests.total'])
  })

  test('a table scattered into lines is read by its labels, and every cell of it is in doubt', () => {
    const lines = (table: DrawnTable): string =>
      table.map(row => row.map(cell => cell.text).join('\n')).join('\n')
    const report = readReport(readText(asText(drawn, lines)))
    expect(wrong(report)).toEqual([])
    const doubtful = flagged(report)
    for (const [key, { state }] of report.figures)
      if (state === 'number' && !key.startsWith('reconsideration')) expect(doubtful, key).toContain(key)
  })

  test('an askew header never turns the columns', () => {
    const askew = drawn.requests.map((row, at) => (at === 1 ? [{ text: '' }, ...row] : row))
    expect(wrong(fromHtml(reportHtml(withTable('requests', askew))))).toEqual([])
  })

  test('groups of table 4 as rows, and a label before its values', () => {
    const prefix = 'reconsiderationAndLitigation'
    const of = (group: string): string =>
      ['upheld', 'corrected', 'otherOutcome', 'pending', 'total']
        .map(result => `<td>${values[`${prefix}.${group}.${result}`]}</td>`)
        .join('')
    const rows = `<table><tr><td>项目</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>行政复议</td>${of('reconsideration')}</tr><tr><td>未经复议直接起诉</td>${of('directLitigation')}</tr><tr><td>复议后起诉</td>${of('litigationAfterReconsideration')}</tr></table>`
    const table = tableHtml(drawn.reconsiderationAndLitigation)
    expect(numbers(fromHtml(reportHtml(drawn).replace(table, rows)))).toEqual(values)
    const labelled = drawn.reconsiderationAndLitigation.map((row, at) =>
      at === 3 ? [{ text: '数量' }, ...row] : at === 0 ? [{ text: '项目', rowSpan: 3 }, ...row] : row,
    )
    expect(numbers(fromHtml(reportHtml(withTable('reconsiderationAndLitigation', labelled))))).toEqual(values)
  })
})

test('a number merged over two rows is neither the one row’s nor the other’s', () => {
  const at = drawn.requests.findIndex(row => row.some(({ text }) => text.includes('本年新收')))
  const value = drawn.requests[at]!.findIndex(({ text }) => /^\d+$/.test(text))
  const merged = drawn.requests.map((row, index) => {
    if (index === at) return row.map((each, column) => (column === value ? { ...each, rowSpan: 2 } : each))
    if (index !== at + 1) return row
    const first = row.findIndex(({ text }) => /^\d+$/.test(text))
    return row.toSpliced(first, 1)
  })
  const report = fromHtml(reportHtml(withTable('requests', merged)))
  for (const key of ['requests.newRequests.naturalPerson', 'requests.carriedOver.naturalPerson']) {
    expect(report.figures.get(key)).toMatchObject({ state: 'unreadable', value: null })
    expect(flagged(report)).toContain(key)
  }
  expect(wrong(report)).toEqual([])
})
