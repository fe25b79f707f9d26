import type { Document } from '../model/document.ts'
import { Problem } from '../model/problems.ts'

/**
 * What one document may hold, whatever its format. Sized so that a report of 300 pages passes several times over;
 * every later step takes time and memory in proportion to these and to nothing else.
 */

/** Characters in all. Three hundred full pages have 300,000. */
export const MAX_TEXT = 2_000_000

/** Characters of one paragraph, cell or line. A whole report whose line ends were lost has some 30,000. */
export const MAX_PIECE = 50_000

/** Paragraphs outside tables. Three hundred pages have 9,000. */
export const MAX_PARAGRAPHS = 30_000

/** Cells of all tables. Three hundred pages of nothing but the largest statutory table have 80,000. */
export const MAX_CELLS = 200_000

const remedy = {
  zh: '请只提交年度报告本身，一份报告一个文件，去掉附件和无关内容后重新提交。',
  en: 'Submit the annual report alone, one report per file, without attachments and unrelated content.',
}

const tooMany = (zh: string, en: string): Problem =>
  new Problem(
    'too-complex',
    { zh: `文件远超一份年度报告：${zh}。`, en: `The file is far more than an annual report: ${en}.` },
    remedy,
  )

/** There is more text than any report has. */
export const tooMuchText = (limit: number): Problem =>
  new Problem(
    'too-large',
    {
      zh: `文件的文字超过 ${limit} 字，远超一份年度报告。`,
      en: `The file has more than ${limit} characters of text, far more than an annual report.`,
    },
    remedy,
  )

/** One paragraph, cell or line is longer than any report. */
export const tooLongPiece = (): Problem =>
  tooMany(
    `有一个段落或单元格超过 ${MAX_PIECE} 字`,
    `a paragraph or cell has more than ${MAX_PIECE} characters`,
  )

/** The document as it is, if its size is that of a report. Throws Problem: `too-large`, `too-complex`. */
export const withinBounds = (document: Document): Document => {
  let characters = 0
  let paragraphs = 0
  let cells = 0
  const take = (text: string): void => {
    if (text.length > MAX_PIECE) throw tooLongPiece()
    characters += text.length
  }
  for (const block of document.blocks)
    if (block.kind === 'paragraph') {
      paragraphs++
      take(block.text)
    } else {
      cells += block.cells.length
      for (const cell of block.cells) take(cell.text)
    }
  if (characters > MAX_TEXT) throw tooMuchText(MAX_TEXT)
  if (paragraphs > MAX_PARAGRAPHS)
    throw tooMany(`段落超过 ${MAX_PARAGRAPHS} 个`, `it has more than ${MAX_PARAGRAPHS} paragraphs`)
  if (cells > MAX_CELLS)
    throw tooMany(`单元格超过 ${MAX_CELLS} 个`, `it has more than ${MAX_CELLS} table cells`)
  return document
}
