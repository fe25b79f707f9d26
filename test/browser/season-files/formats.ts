import { strToU8, zipSync } from 'fflate'
import { docxOf } from '../../samples/docx-report.ts'
import { type DocParagraph, defTable, docOf, inCell, rowEnd } from '../../support/doc.ts'
import { type DrawnReport, type DrawnTable, reportHtml } from '../../support/form-html.ts'
import { type PdfSetting, reportPdf } from '../../support/pdf-report.ts'
import { seeded } from '../../support/random.ts'
import { xlsxOf } from '../../support/xlsx.ts'

/** Writes an invented report as offices hand them in: the same words and tables in each format. */

type Part = string | DrawnTable

/** What stands in the report, in its order. */
const partsOf = (report: DrawnReport): readonly Part[] => {
  const { authority, year } = report
  return [
    `${authority}${year}年政府信息公开工作年度报告`,
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ...['一、总体情况', '本单位认真履行政府信息公开职责。', '二、主动公开政府信息情况'],
    report.proactiveDisclosure,
    '三、收到和处理政府信息公开申请情况',
    report.requests,
    '四、政府信息公开行政复议、行政诉讼情况',
    report.reconsiderationAndLitigation,
    ...['五、存在的主要问题及改进情况', '公开内容的针对性有待加强。', '六、其他需要报告的事项', '无。'],
    authority,
    `${year + 1}年1月12日`,
  ]
}

interface Slot {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Whether the cell goes over several rows, and whether it began in a row before. */
  readonly tall: boolean
  readonly goesOn: boolean
}

/** The slots of each row from the left, those of cells from rows before too. */
const slotsOf = (table: DrawnTable): Slot[][] => {
  const rows: Slot[][] = table.map(() => [])
  table.forEach((cells, at) => {
    for (const { text, rowSpan = 1, columnSpan = 1 } of cells) {
      const taken = rows[at]!.toSorted((a, b) => a.from - b.from)
      let from = 0
      for (const slot of taken) if (slot.from <= from && from < slot.to) from = slot.to
      for (let row = at; row < at + rowSpan; row++)
        rows[row]!.push({ text, from, to: from + columnSpan, tall: rowSpan > 1, goesOn: row > at })
    }
  })
  return rows.map(row => row.sort((a, b) => a.from - b.from))
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const doc = (report: DrawnReport): Uint8Array =>
  docOf(
    partsOf(report).flatMap((part): DocParagraph[] => {
      if (typeof part === 'string') return [{ text: `${part}\r` }]
      return slotsOf(part).flatMap(slots => [
        ...slots.map(slot => ({ text: `${slot.goesOn ? '' : slot.text}\x07`, properties: inCell })),
        {
          text: '\x07',
          properties: rowEnd(
            ...defTable(
              [0, ...slots.map(({ to }) => to * 700)],
              slots.map(({ tall, goesOn }) => (tall ? (goesOn ? 0x20 : 0x60) : 0)),
            ),
          ),
        },
      ])
    }),
  )

const rtf = (report: DrawnReport): Uint8Array => {
  const unicode = (text: string): string =>
    text.replace(/[^\x20-\x7e]/gu, each => `\\u${each.charCodeAt(0)}?`)
  const body = partsOf(report).map(part => {
    if (typeof part === 'string') return `\\pard ${unicode(part)}\\par\n`
    const row = (slots: Slot[]): string =>
      `\\trowd${slots
        .map(({ tall, goesOn, to }) => `${tall ? (goesOn ? '\\clvmrg' : '\\clvmgf') : ''}\\cellx${to * 700}`)
        .join('')}\\pard\\intbl ${slots
        .map(({ goesOn, text }) => `${goesOn ? '' : unicode(text)}\\cell `)
        .join('')}\\row\n`
    return slotsOf(part).map(row).join('')
  })
  return strToU8(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${body.join('')}}`)
}

const odt = (report: DrawnReport): Uint8Array => {
  const row = (slots: Slot[], table: Slot[][], at: number): string =>
    `<table:table-row>${slots
      .map(({ text, from, to, goesOn }) => {
        if (goesOn) return '<table:covered-table-cell/>'.repeat(to - from)
        let down = 1
        while (table[at + down]?.some(each => each.goesOn && each.from === from)) down += 1
        const spans = `table:number-columns-spanned="${to - from}" table:number-rows-spanned="${down}"`
        return `<table:table-cell ${spans}><text:p>${escaped(text)}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(to - from - 1)}`
      })
      .join('')}</table:table-row>`
  const body = partsOf(report).map(part =>
    typeof part === 'string'
      ? `<text:p>${escaped(part)}</text:p>`
      : `<table:table>${slotsOf(part)
          .map((slots, at, all) => row(slots, all, at))
          .join('')}</table:table>`,
  )
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    ),
  })
}

const address = (row: number, column: number): string => `${String.fromCharCode(64 + column)}${row}`

const xlsx = (report: DrawnReport): Uint8Array => {
  const rows: string[] = []
  const merged: string[] = []
  const cell = (text: string, column: number): string => {
    const at = address(rows.length + 1, column)
    return /^\d+$/u.test(text)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  }
  for (const part of partsOf(report)) {
    if (typeof part === 'string') {
      rows.push(`<row r="${rows.length + 1}">${cell(part, 1)}</row>`)
      continue
    }
    const table = slotsOf(part)
    const top = rows.length + 1
    table.forEach((slots, at) => {
      for (const { from, to, tall, goesOn } of slots) {
        if (goesOn || (!tall && to - from === 1)) continue
        let down = 0
        while (tall && table[at + down + 1]?.some(each => each.goesOn && each.from === from)) down += 1
        merged.push(`<mergeCell ref="${address(top + at, from + 1)}:${address(top + at + down, to)}"/>`)
      }
      const cells = slots.filter(({ goesOn }) => !goesOn).map(({ text, from }) => cell(text, from + 1))
      rows.push(`<row r="${rows.length + 1}">${cells.join('')}</row>`)
    })
  }
  return xlsxOf({ sheets: [{ rows: rows.join(''), after: `<mergeCells>${merged.join('')}</mergeCells>` }] })
}

const docx = async (report: DrawnReport): Promise<Uint8Array> => {
  const parts = partsOf(report)
  const section = (heading: string, upTo: string) => {
    const own = parts.slice(parts.indexOf(heading) + 1, parts.indexOf(upTo))
    const table = own.find(part => typeof part !== 'string')
    return {
      heading,
      paragraphs: own.filter(part => typeof part === 'string'),
      ...(table ? { table } : {}),
    }
  }
  const headings = parts
    .filter(part => typeof part === 'string')
    .filter(part => /^[一二三四五六]、/u.test(part))
  return docxOf({
    title: String(parts[0]),
    preamble: String(parts[1]),
    sections: headings.map((heading, at) => section(heading, headings[at + 1] ?? report.authority)),
    signature: [String(parts.at(-2)), String(parts.at(-1))],
  })
}

const mht = (report: DrawnReport): Uint8Array =>
  strToU8(
    [
      'From: <Saved by WPS>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----=_Next.1"',
      '',
      '------=_Next.1',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(reportHtml(report)).toString('base64').replace(/.{76}/gu, '$&\r\n'),
      '------=_Next.1--',
      '',
    ].join('\r\n'),
  )

const setting: PdfSetting = {
  ...{ width: 595, height: 842, size: 8, labels: 0.45, padding: 2, rulings: 'lines', align: 'middle' },
  ...{ pieces: 'lines', shuffled: false, spacing: 0, repeat: false, open: false, rotate: 0 },
}

/** Cells apart by tabs, as a table is when it is copied into a text. */
const txt = (report: DrawnReport): Uint8Array =>
  strToU8(
    partsOf(report)
      .map(part =>
        typeof part === 'string'
          ? part
          : slotsOf(part)
              .map(slots => {
                const width = slots.at(-1)!.to
                const cells = Array<string>(width).fill('')
                for (const { text, from, goesOn } of slots) if (!goesOn) cells[from] = text
                return cells.join('\t')
              })
              .join('\r\n'),
      )
      .join('\r\n'),
  )

export const formats = {
  docx,
  doc,
  wps: doc,
  pdf: (report: DrawnReport) => reportPdf(report, setting, seeded(report.authority)),
  html: (report: DrawnReport) => strToU8(reportHtml(report)),
  mht,
  xlsx,
  rtf,
  odt,
  txt,
} as const

export type Format = keyof typeof formats

export const bytesOf = async (format: Format, report: DrawnReport): Promise<Uint8Array> =>
  formats[format](report)
