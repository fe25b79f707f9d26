import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { figureColumns } from '../../../lib/writers/figure-table.ts'
import { csvRows } from '../../support/csv.ts'
import { judgedOf } from '../../support/judged.ts'
import { reportOf } from '../../support/report.ts'
import { samples } from './samples.ts'
import { opened } from './workbook/open.ts'

const heads = figureColumns.map(({ head }) => head)
const rowsOf = (csv: string) =>
  csvRows(csv)
    .slice(1)
    .map(fields =>
      Object.fromEntries(heads.map((head, at) => [head.split(' ').slice(1).join(' '), fields[at]!])),
    )

const key = 'requests.newRequests.total'

/** The line of a figure that prints the text, in a report of that authority and file. */
const lineOf = (text: string, name?: string) => {
  const judged = judgedOf(
    reportOf({ figures: { [key]: text }, ...(name ? { report: { authority: name } } : {}) }),
  )
  const file = name === undefined ? judged.source : { ...judged.source, name }
  return rowsOf(writeCsv({ ...judged, source: file })).find(row => row['Figure key'] === key)!
}

const withoutMark = (field: string) => field.replace(/^'/, '')

describe('the CSV of all figures', () => {
  test('has the mark by which Excel knows UTF-8, and ends every line as RFC 4180 says', () => {
    const csv = writeCsv(samples['faulty']!)
    expect(new TextEncoder().encode(csv).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.match(/\r?\n/g)!.every(end => end === '\r\n')).toBe(true)
    expect(writeCsv(samples['faulty']!)).toBe(csv)
  })

  test.each(Object.keys(samples))('“%s” has the very rows of the workbook’s last sheet', async name => {
    const [head, ...rows] = csvRows(writeCsv(samples[name]!).slice(1))
    expect(head).toEqual(heads)
    const sheet = (await opened(samples[name]!)).getWorksheet('数据')
    const shown: string[][] = []
    sheet?.eachRow((row, number) => {
      if (number > 1) shown.push(heads.map((_, at) => String(row.getCell(at + 1).value ?? '')))
    })
    expect(rows.map(fields => fields.map(withoutMark))).toEqual(shown)
    expect(rows).toHaveLength(samples[name]!.report.figures.size)
  })

  test.each(Object.keys(samples))('“%s”: every finding is told in the row of each of its cells', name => {
    const judged = samples[name]!
    const rows = new Map(rowsOf(writeCsv(judged)).map(row => [row['Figure key'], row]))
    for (const { check, cells, message } of judged.findings) {
      for (const cell of cells) {
        expect(rows.get(cell)!['Checks']!.split(' ')).toContain(check)
        expect(rows.get(cell)!['Severity']).not.toBe('')
      }
      if (cells[0]) expect(rows.get(cells[0])!['Findings']).toContain(message.zh)
    }
    const flagged = [...rows.values()].filter(row => row['Severity'] !== '')
    expect(new Set(flagged.map(row => row['Figure key']))).toEqual(
      new Set(judged.findings.flatMap(({ cells }) => cells)),
    )
  })
})

describe('a text that a spreadsheet would take for something else', () => {
  test.each([
    ...['=1+1', '+5', '-', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0", '＝1', '－3', "'5"],
    ...[
      '007',
      '1-2',
      '1/2',
      '3月5日',
      '2021年',
      '10:30',
      '1E5',
      '1e-3',
      '50%',
      '12,345',
      '（3）',
      '1.50',
      '１６',
    ],
    ...['9999999999999999', '123456789012', 'TRUE', 'Mar 5', '5-Mar-21', '3 pm', '二〇二一年三月', '￥5'],
  ])('%s stands behind an apostrophe', text => {
    expect(lineOf(text)['Printed']).toBe(`'${text}`)
  })

  test.each([
    ...[
      '16',
      '0',
      '-9',
      '59237.2449',
      '无',
      '/',
      '—',
      '12个',
      '5件（其中"修订",1件）',
      '1.属于国家秘密',
      '约3件',
      'x1',
    ],
  ])('%s does not', text => {
    expect(lineOf(text)['Printed']).toBe(text)
  })

  test('is marked wherever it stands', () => {
    const line = lineOf('1', '=1-2 年报.docx')
    expect([line['Authority'], line['File']]).toEqual(["'=1-2 年报.docx", "'=1-2 年报.docx"])
  })

  test('any text comes back as it was, and none begins as a formula', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'=+-@\'",\r\n\t 0123./年月%eE') }),
    )
    fc.assert(
      fc.property(texts, text => {
        const printed = lineOf('1', text || 'x')['Authority']!
        expect(withoutMark(printed)).toBe(shownIn(text || 'x'))
        expect(printed).not.toMatch(/^[\s]*[=+@＝＋＠]/u)
      }),
      { numRuns: 300 },
    )
  })
})

/** What a cell can hold of a text. */
const shownIn = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
