import { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'
import { tooLongPiece } from '../within-limits.ts'

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

const tooComplex = (): Problem =>
  new Problem(
    'too-complex',
    {
      zh: `文本超过 ${limits.text.lines} 行或 ${limits.text.cellMarks} 个单元格标记，远超一份年度报告。`,
      en: `The text has more than ${limits.text.lines} lines or ${limits.text.cellMarks} cell marks, far more than an annual report.`,
    },
    {
      zh: '请只提交年度报告正文，一份报告一个文件。',
      en: 'Submit only the annual report itself, one report per file.',
    },
  )

/** Refuses before anything is built: one pass, no copies. */
const guard = (text: string): void => {
  let ends = 0
  let marks = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029) ends += 1
    else if (unit === 0x09 || unit === 0x7c) marks += 1
  }
  if (ends > limits.text.lines || marks > limits.text.cellMarks) throw tooComplex()
}

/** CR CR LF, what Windows makes of CR LF written as text, counts as one line end where every LF is so written. */
const undouble = (text: string): string => {
  if (!text.includes('\r\r\n') || /(?:^|[^\r]|[^\r]\r)\n/.test(text)) return text
  return text.replaceAll('\r\r\n', '\n')
}

/** Lines of a text. CR LF is one line end, a bare CR one, a bare LF one: their number matters in some flavours. */
export const splitLines = (text: string): string[] => {
  guard(text)
  return undouble(text.startsWith('\ufeff') ? text.slice(1) : text).split(LINE_END)
}

/** Lines that patterns may be tried on. Throws Problem `too-complex` where one is longer than any line of a report. */
export const bounded = (lines: readonly string[]): readonly string[] => {
  if (lines.some(line => line.length > limits.pieceCharacters)) throw tooLongPiece()
  return lines
}
