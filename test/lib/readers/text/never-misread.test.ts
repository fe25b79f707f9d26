import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown, readText } from '../../../../lib/readers/text/index.ts'
import { rowsOf, tablesOf } from './rows.ts'

/** A table of labels and values; an empty string is a blank cell. */
interface Sheet {
  readonly values: readonly (readonly string[])[]
  readonly phantom: number
}

const labels = ['甲类', '乙类', '丙类', '丁类', '戊类', '己类', '庚类', '辛类']
const sheets: fc.Arbitrary<Sheet> = fc.integer({ min: 2, max: 15 }).chain(width =>
  fc.record({
    values: fc.array(
      fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('0', '7', '-') }, fc.constant('')), {
        minLength: width,
        maxLength: width,
      }),
      { minLength: 3, maxLength: labels.length },
    ),
    phantom: fc.integer({ min: 0, max: 3 }),
  }),
)

const header = ({ values }: Sheet): string[] => ['内容', ...values[0]!.map((_, at) => `第${at + 1}列名`)]
const bodyOf = (sheet: Sheet): string[][] => sheet.values.map((row, at) => [labels[at]!, ...row])
const rowsWithHeader = (sheet: Sheet): string[][] => [['第一项'], header(sheet), ...bodyOf(sheet)]
const widthOf = (sheet: Sheet): number => header(sheet).length + sheet.phantom
const filler = (cells: readonly string[], sheet: Sheet): string => '|'.repeat(widthOf(sheet) - cells.length)
const shown = (cells: readonly string[]): string[] => cells.filter(cell => cell !== '')

const tab = (sheet: Sheet) =>
  rowsWithHeader(sheet)
    .map(row => row.map(cell => `\t${cell}\n`).join(''))
    .join('\n')
const clipboard = (sheet: Sheet) =>
  rowsWithHeader(sheet)
    .map(row => `${row.join('\t')}\n`)
    .join('')
const markdown = (sheet: Sheet) => {
  const [, head, ...rows] = rowsWithHeader(sheet).map(row => `| ${row.join(' | ')} |`)
  return [head, `|${'---|'.repeat(header(sheet).length)}`, ...rows].join('\n')
}
const spacedBy = (cell: number, row: number) => (sheet: Sheet) =>
  [...rowsWithHeader(sheet), ...Array(4).fill(['末类', ...sheet.values[0]!.map(() => '1')])]
    .map(cells => cells.join('\n'.repeat(cell)))
    .join('\n'.repeat(row))

const pipes = (mark: string, keepsBlanks: boolean, glued: boolean) => (sheet: Sheet) =>
  rowsWithHeader(sheet)
    .map(row => {
      const cells = keepsBlanks ? row : shown(row)
      const lines = cells.map(cell => (cell === '' ? '|' : `${cell} |`))
      const fill = filler(cells, sheet)
      if (fill === '') return `${mark}${lines.join('\n')}`
      return `${mark}${lines.join('\n')}${glued ? ' ' : '\n'}${fill}`
    })
    .join('\n')
const pipeLines = (keepsBlanks: boolean) => (sheet: Sheet) =>
  rowsWithHeader(sheet)
    .map(row => {
      const cells = keepsBlanks ? row : shown(row)
      return `${cells.join(' | ')} | ${filler(cells, sheet)}`
    })
    .join('\n')

/** The values that stand after each label in its row. */
const read = (text: string, sheet: Sheet, reader = readText): (readonly string[] | undefined)[] => {
  const rows = tablesOf(reader(text)).flatMap(rowsOf)
  return sheet.values.map((_, at) => rows.find(row => row[0] === labels[at])?.slice(1))
}

describe('a row is read right, or with another number of cells', () => {
  test.each<[string, (sheet: Sheet) => string]>([
    ['TAB', tab],
    ['rows of tabs', clipboard],
    ['LINE 3/5', spacedBy(3, 5)],
    ['LINE 2/3', spacedBy(2, 3)],
    ['LINE 2/4', spacedBy(2, 4)],
    ['PIPE marked, blanks shown', pipes('|\n', true, true)],
    ['PIPE marked, blanks dropped', pipes('|\n', false, true)],
    ['PIPE marked, fillers on their own line, blanks shown', pipes('|\n', true, false)],
    ['PIPE marked, fillers on their own line, blanks dropped', pipes('|\n', false, false)],
    ['PIPE unmarked, blanks shown', pipes('', true, false)],
    ['PIPE unmarked, blanks dropped', pipes('', false, false)],
    ['PIPE unmarked, glued, blanks shown', pipes('', true, true)],
    ['PIPE unmarked, glued, blanks dropped', pipes('', false, true)],
    ['pipe lines, blanks shown', pipeLines(true)],
    ['pipe lines, blanks dropped', pipeLines(false)],
  ])('%s', (_, print) => {
    fc.assert(
      fc.property(sheets, sheet => {
        read(print(sheet), sheet).forEach((values, at) => {
          if (values?.length === sheet.values[at]!.length) expect(values).toEqual(sheet.values[at])
        })
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, (sheet: Sheet) => string, typeof readText]>([
    ['TAB', tab, readText],
    ['rows of tabs', clipboard, readText],
    ['Markdown', markdown, readMarkdown],
  ])('%s loses no blank cell', (_, print, reader) => {
    fc.assert(
      fc.property(sheets, sheet => {
        expect(read(print(sheet), sheet, reader)).toEqual(sheet.values)
      }),
      { numRuns: 200 },
    )
  })

  test('no text is lost or changed in order, whatever stands in the file', () => {
    const piece = fc.constantFrom(
      '|',
      ' | ',
      '||',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '\r\r\r',
      '0',
      '12',
      '项目',
      '一、总',
      '好。',
      ' ',
    )
    const visible = (text: string) => text.replace(/[\s|]/g, '')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), pieces => {
        const text = pieces.join('')
        const blocks = readText(text).blocks
        const out = blocks.map(block =>
          block.kind === 'table' ? block.cells.map(cell => cell.text).join('') : block.text,
        )
        expect(visible(out.join(''))).toBe(visible(text))
      }),
      { numRuns: 1500 },
    )
  })
})
