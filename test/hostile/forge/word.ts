import { cell, docxOf, paragraph, partsOf, row, run, table } from '../../support/docx.ts'
import type { DrawnTable } from '../../support/form-html.ts'
import { drawForm } from '../../support/form-html.ts'
import { type ForgedEnd, type ForgedEntry, forgeZip } from './zip.ts'

const titleText = '青禾县数据局2023年政府信息公开工作年度报告'

/** A title with two sections, which make any Word file a report, so that it goes through every stage. */
export const title = [titleText, '一、总体情况', '二、主动公开政府信息情况']
  .map(text => paragraph(run(text)))
  .join('')

export const repeat = (text: string, times: number): string => text.repeat(times)

/** A drawn table as Word writes it: merged cells by gridSpan and vMerge. */
export const wordTable = (drawn: DrawnTable): string => {
  const open = new Map<number, { rows: number; span: number }>()
  return table(
    ...drawn.map(cells => {
      const out: string[] = []
      let column = 1
      const fill = (): void => {
        for (let held = open.get(column); held && held.rows > 0; held = open.get(column)) {
          held.rows--
          out.push(cell('', `<w:gridSpan w:val="${held.span}"/><w:vMerge/>`))
          column += held.span
        }
      }
      for (const { text, rowSpan = 1, columnSpan = 1 } of cells) {
        fill()
        const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
        out.push(cell(text, `<w:gridSpan w:val="${columnSpan}"/>${merge}`))
        if (rowSpan > 1) open.set(column, { rows: rowSpan - 1, span: columnSpan })
        column += columnSpan
      }
      fill()
      return row(out)
    }),
  )
}

/** The body of a small report with the requests table of 2021. */
export const reportBody = (): string =>
  title +
  paragraph(run('三、收到和处理政府信息公开申请情况')) +
  wordTable(drawForm('2021', 'requests', { 'requests.newRequests.naturalPerson': 7 }))

/** A Word file with that body, titled as a report. */
export const wordFile = (body: string, styles = ''): Uint8Array => docxOf(title + body, styles)

/** The parts of a Word file as entries of a forged archive, some of them replaced or lied about. */
export const forgedWord = (
  changes: Readonly<Record<string, Partial<ForgedEntry>>> = {},
  more: readonly ForgedEntry[] = [],
  end: ForgedEnd = {},
): Uint8Array => {
  const entries = Object.entries(partsOf(reportBody())).map(
    ([name, data]): ForgedEntry => ({ name, data, ...changes[name] }),
  )
  return forgeZip([...entries, ...more], end)
}

/** A Word file whose main part is that XML. */
export const wordWithDocument = (document: string | Uint8Array): Uint8Array =>
  forgedWord({ 'word/document.xml': { data: document } })

/** The main part with that body, as XML to be spoilt. */
export const documentXml = (body: string): string => partsOf(body)['word/document.xml']!
