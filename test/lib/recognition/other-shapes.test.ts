import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readText } from '../../../lib/readers/text/index.ts'
import { type DrawnTable, drawReport } from '../../support/form-html.ts'
import { pageOf, sectionsOf, turned } from '../../support/section-blocks.ts'

/** The same tables set another way: on their side, upright, apart, their groups in another order. */

const editions = ['2019', '2021'] as const
const numbered = (id: (typeof editions)[number]): Record<string, number> => {
  const keys = Object.values(editionById(id).forms).flatMap(form => formCells(form).map(({ key }) => key))
  return Object.fromEntries(keys.map((key, at) => [key, 1_001 + at]))
}
const values = numbered('2021')
const drawn = drawReport('2021', values)

const read = (page: string): Report => readReport(documentFromHtml(page, 'html'))
const numbers = (report: Report) =>
  Object.fromEntries([...report.figures].map(([key, { value }]) => [key, value]))
const wrong = (report: Report): string[] =>
  [...report.figures.values()].filter(f => f.state === 'number' && f.value !== values[f.key]).map(f => f.key)

describe.each(editions)('edition %s', edition => {
  const own = numbered(edition)
  const report = drawReport(edition, own)
  test.each(['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation'] as const)(
    '%s on its side',
    form => {
      const page = pageOf({ ...sectionsOf(report), [form]: [{ table: turned(report[form]) }] }, report.year)
      expect(numbers(read(page))).toEqual(own)
    },
  )
})

const groups = [
  ['行政复议', 'reconsideration'],
  ['未经复议直接起诉', 'directLitigation'],
  ['复议后起诉', 'litigationAfterReconsideration'],
] as const
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const resultKeys = ['upheld', 'corrected', 'otherOutcome', 'pending', 'total']
const figure = (group: string, result: string): string =>
  String(values[`reconsiderationAndLitigation.${group}.${result}`])
const withFourth = (...tables: readonly DrawnTable[]): Report =>
  read(pageOf({ ...sectionsOf(drawn), reconsiderationAndLitigation: tables.map(table => ({ table })) }, 2023))

describe('table 4', () => {
  test('set upright: category, result, count', () => {
    const rows = groups.flatMap(([label, group]) =>
      results.map((result, at) => [
        ...(at === 0 ? [{ text: label, rowSpan: 5 }] : []),
        { text: result },
        { text: figure(group, resultKeys[at]!) },
      ]),
    )
    expect(numbers(withFourth([[{ text: '类别' }, { text: '结果' }, { text: '件数' }], ...rows]))).toEqual(
      values,
    )
  })

  test('results below, groups beside', () => {
    const table = [
      [{ text: '结果' }, ...groups.map(([text]) => ({ text }))],
      ...results.map((text, at) => [
        { text },
        ...groups.map(([, group]) => ({ text: figure(group, resultKeys[at]!) })),
      ]),
    ]
    expect(numbers(withFourth(table))).toEqual(values)
  })

  test('three tables of five, each under its group', () => {
    const tables = groups.map(
      ([text, group]): DrawnTable => [
        [{ text, columnSpan: 5 }],
        results.map(result => ({ text: result })),
        resultKeys.map(key => ({ text: figure(group, key) })),
      ],
    )
    expect(numbers(withFourth(...tables))).toEqual(values)
    expect(numbers(withFourth(...tables.toReversed()))).toEqual(values)
  })

  test('groups in another order are read by their headers', () => {
    for (const order of [
      [1, 2, 0],
      [2, 1, 0],
      [0, 2, 1],
    ]) {
      const own = order.map(at => groups[at]!)
      const litigation = { text: '行政诉讼', columnSpan: 10 }
      const first = { text: '行政复议', columnSpan: 5 }
      const table: DrawnTable = [
        order[0] === 0 ? [first, litigation] : [litigation, first],
        own.flatMap(([text]): DrawnTable[number] =>
          text === '行政复议'
            ? results.map(result => ({ text: result, rowSpan: 2 }))
            : [{ text, columnSpan: 5 }],
        ),
        own.flatMap(([text]) => (text === '行政复议' ? [] : results.map(result => ({ text: result })))),
        own.flatMap(([, group]) => resultKeys.map(key => ({ text: figure(group, key) }))),
      ]
      expect(numbers(withFourth(table))).toEqual(values)
      const flat = table.map(row => row.map(({ text }) => text).join('\t')).join('\n')
      const text = `青禾县数据局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\n${flat}\n`
      const flattened = readReport(readText(text))
      expect(wrong(flattened)).toEqual([])
      expect(flattened.figures.get('reconsiderationAndLitigation.reconsideration.upheld')?.value).toBe(
        values['reconsiderationAndLitigation.reconsideration.upheld'],
      )
    }
  })

  test('without the label 行政复议 its columns are those left over', () => {
    const table = drawn.reconsiderationAndLitigation.map(row =>
      row.map(cell => (cell.text === '行政复议' ? { ...cell, text: '' } : cell)),
    )
    expect(numbers(withFourth(table))).toEqual(values)
  })

  test('a header torn over a full row is read where its letters tell the order', () => {
    const cut = (text: string, parts: number): { text: string }[] =>
      Array.from({ length: parts }, (_, at) => ({
        text: text.slice(Math.ceil((at * text.length) / parts), Math.ceil(((at + 1) * text.length) / parts)),
      }))
    const table: DrawnTable = [
      [...cut('行政复议', 5), ...cut('行政诉讼', 10)],
      [...cut('', 5), ...cut('未经复议直接起诉', 5), ...cut('复议后起诉', 5)],
      [...results, ...results, ...results].map(text => ({ text })),
      groups.flatMap(([, group]) => resultKeys.map(key => ({ text: figure(group, key) }))),
    ]
    expect(numbers(withFourth(table))).toEqual(values)
  })

  test('a header that names no group tells no order', () => {
    const table: DrawnTable = [
      [...results, ...results, ...results].map(text => ({ text })),
      groups.flatMap(([, group]) => resultKeys.map(key => ({ text: figure(group, key) }))),
    ]
    const report = withFourth(table)
    expect(
      report.figures.get('reconsiderationAndLitigation.reconsideration.upheld')?.value ?? null,
    ).toBeNull()
    expect(runChecks(report).map(({ check }) => check)).toContain('table-unreadable')
  })
})
