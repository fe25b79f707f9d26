import { zipSync } from 'fflate'
import { xlsxOf } from '../../support/xlsx.ts'
import { onePage } from '../forge/pdf.ts'
import { repeat } from '../forge/word.ts'
import { bounded, type HostileCase, hostile } from '../hostile-case.ts'

/** Small files whose cost once grew with the square of something, or with a product that nobody counted. */

const title = '青禾县数据局2023年政府信息公开工作年度报告\n一、总体情况\n'
const text = (what: string, make: () => string): HostileCase => hostile('文本.txt', what, make, bounded)
const page = (what: string, make: () => string): HostileCase => hostile('网页.html', what, make, bounded)

const odt = (body: string): Uint8Array =>
  zipSync({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.text'),
    'content.xml': Buffer.from(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  })

const nestedRows = (depth: number): string =>
  depth === 0
    ? '<text:p>1</text:p>'
    : `<table:table><table:table-row table:number-rows-repeated="20"><table:table-cell>${nestedRows(depth - 1)}</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>`

const cells = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c s="1"><v>0</v></c></row>`).join('')

export const squares: readonly HostileCase[] = [
  text(
    'a list of parts in a sentence of 6,000 marks',
    () => `${title}本报告一部分${repeat('由', 3_000)}${repeat('，', 3_000)}。\n`,
  ),
  text(
    'a thousand sentences, each with 390 其中',
    () => title + repeat(`${repeat('其中1件，', 390)}。\n`, 960),
  ),
  text(
    '其中 and 480 parts, a thousand times',
    () => title + repeat(`其中${repeat('甲1件，', 480)}。\n`, 900),
  ),
  page(
    'a style of 1.5 MB that says text-decoration and never line-through',
    () => `<p style="${repeat('text-decoration:', 100_000)}">1</p>`,
  ),
  page(
    '60,000 white spans, one in another, in a cell',
    () => `<table><tr><td>数量<td>${repeat('<span style="color:white">', 60_000)}1</table>`,
  ),
  page(
    'a style sheet of comments that never end',
    () => `<style>${repeat('/*', 250_000)}</style><table><tr><td>数量<td>1</table>`,
  ),
  page(
    'a style sheet without a rule',
    () => `<style>${repeat('a ', 250_000)}</style><table><tr><td>数量<td>1</table>`,
  ),
  page(
    'a style sheet of rules that never end',
    () => `<style>${repeat('.a{color:', 55_000)}</style><table><tr><td>数量<td class="a">1</table>`,
  ),
  hostile(
    '归档.mht',
    '60 MB of marks that stand at no line',
    () => `Content-Type: multipart/related; boundary="a"\n\n${repeat('x--a', 15_000_000)}`,
    bounded,
  ),
  hostile(
    '文档.rtf',
    'a cell of two million raised and lowered figures',
    () => `{\\rtf1 \\trowd\\cellx9000\\intbl ${repeat('\\super 1\\nosupersub ', 700_000)}\\cell\\row}`,
    bounded,
  ),
  hostile(
    '文档.rtf',
    '200,000 different words, each cut before a figure',
    () => {
      const name = (at: number) =>
        [...at.toString(26).padStart(5, '0')]
          .map(c => String.fromCharCode(97 + Number.parseInt(c, 26)))
          .join('')
      const words = Array.from({ length: 200_000 }, (_, at) => name(at))
      return `{\\rtf1 ${words.map(word => `\\${word}\n1`).join('')}${words
        .slice(0, 60_000)
        .map(word => `\\z${word}1\\z${word}1\\z${word}1 `)
        .join('')}}`
    },
    bounded,
  ),
  hostile('文档.odt', 'six nested tables, each of whose rows is repeated', () => odt(nestedRows(6)), bounded),
  hostile(
    '文档.odt',
    'a cell of 10,000 paragraphs, 800 times in each of 100 rows',
    () =>
      odt(
        `<table:table><table:table-row table:number-rows-repeated="100"><table:table-cell table:number-columns-repeated="800">${repeat('<text:p/>', 10_000)}</table:table-cell></table:table-row></table:table>`,
      ),
    bounded,
  ),
  hostile(
    '表格.xlsx',
    'a format of 200 KB in 60,000 cells',
    () => xlsxOf({ sheets: [{ rows: cells(60_000) }], formats: [repeat('[Red]', 40_000)] }),
    bounded,
  ),
  hostile(
    '表格.xlsx',
    'a format of 200 sections in 60,000 cells',
    () => xlsxOf({ sheets: [{ rows: cells(60_000) }], formats: [repeat(';', 200)] }),
    bounded,
  ),
  hostile(
    '表格.xlsx',
    '180 sheets, each with one cell at the top and one far below',
    () =>
      xlsxOf({
        sheets: Array.from({ length: 180 }, () => ({
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="190000"><c r="A190000"><v>2</v></c></row>',
        })),
      }),
    bounded,
  ),
  hostile(
    '年报.pdf',
    '49,000 lines of one figure in the margin of a page',
    () =>
      onePage(
        `BT /F 1 Tf ${Array.from({ length: 49_000 }, (_, at) => `1 0 0 1 50 ${(at * 0.003).toFixed(3)} Tm (1) Tj`).join(' ')} ET`,
      ),
    bounded,
  ),
  hostile(
    '年报.pdf',
    '990 boxes beside each other',
    () =>
      onePage(
        Array.from(
          { length: 990 },
          (_, at) => `${10 + (at % 33) * 17} ${20 + Math.floor(at / 33) * 25} 15 20 re S`,
        ).join(' '),
      ),
    bounded,
  ),
  hostile(
    '年报.pdf',
    'the word stream seven million times',
    () => `%PDF-1.7\n${repeat('stream ', 7_000_000)}\n%%EOF`,
    bounded,
  ),
]
