import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '../model/problems.ts'
import { decode } from '../readers/format/encoding.ts'
import { firstSheetRows } from '../readers/xlsx/rows.ts'
import { listKind } from './list-kind.ts'
import type { Line, LineProblem } from './roster/line.ts'

export type LinesRead = { readonly lines: readonly Line[] } | { readonly problems: readonly LineProblem[] }

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Our own CSV puts an apostrophe before what a spreadsheet would take for something else. */
const cellOf = (text: string): string => text.replace(/^'/u, '').trim()

/** What may part the cells of a line, the usual first. Aliases in a cell are parted by semicolons too. */
const separators = [[',', '\t'], [';'], ['；'], ['，'], ['|']] as const
const linesLookedAt = 20

/** The one that most of the first lines have. */
const separatorOf = (text: string): readonly string[] => {
  const lines = text.split('\n', linesLookedAt)
  const counts = separators.map(marks => lines.filter(line => marks.some(mark => line.includes(mark))).length)
  return separators[counts.indexOf(Math.max(...counts))]!
}

const csvLines = (text: string): readonly Line[] => {
  const parsed = parse(text, {
    bom: true,
    delimiter: [...separatorOf(text)],
    info: true,
    relax_column_count: true,
  }) as unknown as readonly Parsed[]
  return parsed.map(({ record, info }) => ({
    line: info.lines - record.join('').split('\n').length + 1,
    cells: record.map(cellOf),
  }))
}

const notCsv = ({ message, lines }: CsvError): LineProblem => ({
  line: Number(lines ?? 1),
  code: 'csv-damaged',
  message: {
    zh: '这一行的引号不成对，无法分清各列。请用电子表格软件打开后重新另存为 CSV 或 .xlsx。',
    en: `The columns of this line cannot be told: ${message}. Open the file in a spreadsheet and save it anew.`,
  },
})

/** The lines of a list that a person keeps, by its content: CSV in UTF-8 or GBK, or the first sheet of a workbook. */
export const linesOf = (bytes: Uint8Array): LinesRead => {
  try {
    const kind = listKind(bytes, () => decode(bytes).text)
    if (typeof kind === 'object') return { problems: [{ line: 1, code: 'no-list', message: kind.not }] }
    return { lines: kind === 'workbook' ? firstSheetRows(bytes) : csvLines(decode(bytes).text) }
  } catch (error) {
    if (error instanceof CsvError) return { problems: [notCsv(error)] }
    if (!(error instanceof Problem)) throw error
    const { code, sentence, remedy } = error
    const message = { zh: `${sentence.zh}${remedy.zh}`, en: `${sentence.en} ${remedy.en}` }
    return { problems: [{ line: 1, code, message }] }
  }
}
