import type { Document } from '../model/document.ts'
import { Problem } from '../model/problems.ts'
import { limits } from './limits.ts'

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
export const tooMuchText = (): Problem =>
  new Problem(
    'too-large',
    {
      zh: `文件的文字超过 ${limits.characters} 字，远超一份年度报告。`,
      en: `The file has more than ${limits.characters} characters of text, far more than an annual report.`,
    },
    remedy,
  )

/** One paragraph, cell or line is longer than any report. */
export const tooLongPiece = (): Problem =>
  tooMany(
    `有一个段落或单元格超过 ${limits.pieceCharacters} 字`,
    `a paragraph or cell has more than ${limits.pieceCharacters} characters`,
  )

/** The document as it is, if its size is that of a report. Throws Problem: `too-large`, `too-complex`. */
export const withinLimits = (document: Document): Document => {
  let characters = 0
  let paragraphs = 0
  let tables = 0
  let cells = 0
  const take = (text: string): void => {
    if (text.length > limits.pieceCharacters) throw tooLongPiece()
    characters += text.length
  }
  for (const block of document.blocks)
    if (block.kind === 'paragraph') {
      paragraphs++
      take(block.text)
    } else {
      tables++
      cells += block.cells.length
      for (const cell of block.cells) take(cell.text)
    }
  if (characters > limits.characters) throw tooMuchText()
  if (paragraphs > limits.paragraphs)
    throw tooMany(`段落超过 ${limits.paragraphs} 个`, `it has more than ${limits.paragraphs} paragraphs`)
  if (tables > limits.tables)
    throw tooMany(`表格超过 ${limits.tables} 张`, `it has more than ${limits.tables} tables`)
  if (cells > limits.cells)
    throw tooMany(`单元格超过 ${limits.cells} 个`, `it has more than ${limits.cells} table cells`)
  return document
}
