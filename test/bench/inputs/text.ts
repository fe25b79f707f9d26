import type { SampleReport } from '../../samples/docx-report.ts'
import { type DrawnTable, tableHtml } from '../../support/form-html.ts'

/** The sample report in the formats that are text. `times` repeats all of it, tables and paragraphs alike. */

const blocks = (
  report: SampleReport,
  times: number,
  paragraph: (text: string) => string,
  table: (drawn: DrawnTable) => string,
): string => {
  const once = [
    paragraph(report.title),
    paragraph(report.preamble),
    ...report.sections.flatMap(section => [
      paragraph(section.heading),
      ...section.paragraphs.map(paragraph),
      ...(section.table ? [table(section.table)] : []),
    ]),
    ...report.signature.map(paragraph),
  ].join('')
  return once.repeat(times)
}

export const htmlOf = (report: SampleReport, times: number): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${report.title}</title></head><body>${blocks(report, times, text => `<p>${text}</p>\n`, tableHtml)}</body></html>`

export const mhtOf = (report: SampleReport, times: number): string => {
  const content = Buffer.from(htmlOf(report, times)).toString('base64').replace(/.{76}/g, '$&\r\n')
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----=_Next.1"',
    '',
    '------=_Next.1',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    content,
    '------=_Next.1--',
    '',
  ].join('\r\n')
}

/** Each row a line, its cells between tabs: what a flattening extractor leaves of a table. */
export const plainTextOf = (report: SampleReport, times: number): string =>
  blocks(
    report,
    times,
    text => `${text}\n`,
    table => table.map(row => `${row.map(({ text }) => text).join('\t')}\n`).join(''),
  )

/** What a span covers repeats its text, as converters to Markdown write it. */
const repeated = (table: DrawnTable): string[][] => {
  const grid: string[][] = table.map(() => [])
  table.forEach((row, at) => {
    let column = 0
    for (const { text, rowSpan = 1, columnSpan = 1 } of row) {
      while (grid[at]![column] !== undefined) column++
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) grid[at + down]![column + right] = text
    }
  })
  return grid
}

const markdownTable = (table: DrawnTable): string => {
  const lines = repeated(table).map(row => `| ${row.join(' | ')} |\n`)
  const rule = `|${'---|'.repeat(repeated(table)[0]!.length)}\n`
  return `${lines[0]}${rule}${lines.slice(1).join('')}\n`
}

export const markdownOf = (report: SampleReport, times: number): string =>
  blocks(report, times, text => `${text}\n\n`, markdownTable)
