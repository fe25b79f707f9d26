import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells, formKeys as forms } from '../../../lib/forms/form.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { type DrawnTable, drawReport } from '../../support/form-html.ts'
import { pageOf, type SectionBlock, sectionsOf } from '../../support/section-blocks.ts'

/** Copies of a table: of another year, blank, or with other figures and nothing that tells which is meant. */

const keys = Object.values(editionById('2021').forms).flatMap(form => formCells(form).map(({ key }) => key))
const values = Object.fromEntries(keys.map((key, at) => [key, 1_001 + at]))
const old = Object.fromEntries(keys.map((key, at) => [key, 5_001 + at]))
const drawn = drawReport('2021', values)
const before = drawReport('2021', old)
const blank = drawReport('2021', Object.fromEntries(keys.map(key => [key, ''])))

const read = (page: string): Report => readReport(documentFromHtml(page, 'html'))
const numbers = (report: Report) =>
  Object.fromEntries([...report.figures].map(([key, { value }]) => [key, value]))
const wrong = (report: Report): string[] =>
  [...report.figures.values()].filter(f => f.state === 'number' && f.value !== values[f.key]).map(f => f.key)
const checksOf = (report: Report): string[] => runChecks(report).map(({ check }) => check)
const titled = (title: string, table: DrawnTable): DrawnTable => [[{ text: title, columnSpan: 99 }], ...table]

describe.each(forms)('%s', form => {
  const page = (blocks: readonly SectionBlock[], annex: readonly SectionBlock[] = []): string =>
    pageOf({ ...sectionsOf(drawn), [form]: blocks }, 2023, annex)

  test.each([
    [
      'lines above',
      [{ line: '2022年' }, { table: before[form] }, { line: '2023年' }, { table: drawn[form] }],
    ],
    [
      'this year first',
      [{ line: '2023年度情况' }, { table: drawn[form] }, { line: '2022年度情况' }, { table: before[form] }],
    ],
    [
      'only the old one named',
      [{ line: '附：2022年数据' }, { table: before[form] }, { line: '如下表。' }, { table: drawn[form] }],
    ],
    [
      'words for years',
      [{ line: '上年数据' }, { table: before[form] }, { line: '本年度' }, { table: drawn[form] }],
    ],
    ['a row across', [{ table: titled('2022年', before[form]) }, { table: titled('2023年', drawn[form]) }]],
  ])('the report’s year is read and said: %s', (_, blocks) => {
    const report = read(page(blocks))
    expect(numbers(report)).toEqual(values)
    expect(checksOf(report)).toContain('table-passed-over')
  })

  test('a blank form before the filled one is passed over, and said', () => {
    for (const line of ['（样表）', '如下：']) {
      const report = read(
        page([{ line }, { table: blank[form] }, { line: '本年情况如下' }, { table: drawn[form] }]),
      )
      expect(numbers(report)).toEqual(values)
      expect(checksOf(report)).toContain('table-passed-over')
    }
  })

  test.each([
    ['nothing named', [{ table: before[form] }, { line: '又' }, { table: drawn[form] }]],
    [
      'both of the year',
      [{ line: '2023年' }, { table: before[form] }, { line: '2023年' }, { table: drawn[form] }],
    ],
    [
      'both of other years',
      [{ line: '2021年' }, { table: before[form] }, { line: '2022年' }, { table: drawn[form] }],
    ],
  ])('copies that differ without proof give no figure: %s', (_, blocks) => {
    expect(wrong(read(page(blocks)))).toEqual([])
  })

  test('the only table, of another year by its caption, is flagged at every cell', () => {
    const report = read(page([{ line: '2022年' }, { table: drawn[form] }]))
    const flagged = runChecks(report).find(({ check }) => check === 'table-of-another-year')
    expect(flagged?.cells.length).toBe([...report.figures.keys()].filter(key => key.startsWith(form)).length)
  })

  test('last year’s table in an annex changes nothing', () => {
    const report = read(page([{ table: drawn[form] }], [{ line: '附：上年情况' }, { table: before[form] }]))
    expect(numbers(report)).toEqual(values)
  })
})

describe('two years side by side', () => {
  test('columns by year under each heading of table 2 are read by the report’s year', () => {
    const header = (text: string): DrawnTable => [
      [
        { text: '信息内容', rowSpan: 2 },
        { text, columnSpan: 2 },
      ],
      [{ text: '2022年' }, { text: '2023年' }],
    ]
    const row = (label: string, key: string): DrawnTable[number] => [
      { text: label },
      { text: String(old[key]) },
      { text: String(values[key]) },
    ]
    const table: DrawnTable = [
      [{ text: '第二十条第（六）项', columnSpan: 3 }],
      ...header('本年处理决定数量'),
      row('行政处罚', 'proactiveDisclosure.administrativePenalty.decisions'),
      row('行政强制', 'proactiveDisclosure.administrativeCompulsion.decisions'),
    ]
    const cut = drawn.proactiveDisclosure.slice(0, 7)
    const fees = drawn.proactiveDisclosure.slice(-3)
    const blocks = [{ table: cut }, { table }, { table: fees }]
    const report = read(pageOf({ ...sectionsOf(drawn), proactiveDisclosure: blocks }, 2023))
    expect(wrong(report)).toEqual([])
    expect(report.figures.get('proactiveDisclosure.administrativePenalty.decisions')?.value).toBe(
      values['proactiveDisclosure.administrativePenalty.decisions'],
    )
    const unknown = read(pageOf({ ...sectionsOf(drawn), proactiveDisclosure: blocks }, 2024))
    expect(
      unknown.figures.get('proactiveDisclosure.administrativePenalty.decisions')?.value ?? null,
    ).toBeNull()
  })

  test.each([
    [['2022年', '2023年'], true],
    [['2023', '2022'], true],
    [['上年', '本年'], true],
    [['2021年', '2022年'], false],
  ])('every column of table 3 once for each of %j', (names, known) => {
    const ofYear = (name: string, y: number, x: number): string =>
      (/^(?:2023|本)/u.test(name) ? drawn : before).requests[y]![x]!.text
    const table = drawn.requests.flatMap((row, y): DrawnTable => {
      const wide = row.flatMap((cell, x): DrawnTable[number] => {
        if (/^\d+$/u.test(cell.text)) return names.map(name => ({ text: ofYear(name, y, x) }))
        if (y === 0 && x === 0) return [{ ...cell, rowSpan: 4 }]
        return [y < 3 ? { ...cell, columnSpan: 2 * (cell.columnSpan ?? 1) } : cell]
      })
      const years = Array.from({ length: 7 }, () => names.map(text => ({ text }))).flat()
      return y === 2 ? [wide, years] : [wide]
    })
    const report = read(pageOf({ ...sectionsOf(drawn), requests: [{ table }] }, 2023))
    expect(wrong(report)).toEqual([])
    if (known) expect(numbers(report)).toEqual(values)
    if (known) expect(checksOf(report)).toContain('table-passed-over')
  })

  test('rows by year of table 4', () => {
    const [first, second, third, last] = drawn.reconsiderationAndLitigation
    const table: DrawnTable = [
      [{ text: '年度', rowSpan: 3 }, ...first!],
      second!,
      third!,
      [{ text: '2022年' }, ...before.reconsiderationAndLitigation[3]!],
      [{ text: '2023年' }, ...last!],
    ]
    const report = read(pageOf({ ...sectionsOf(drawn), reconsiderationAndLitigation: [{ table }] }, 2023))
    expect(numbers(report)).toEqual(values)
  })
})
