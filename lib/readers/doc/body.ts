import { limits } from '../limits.ts'
import { fieldStack } from '../story/fields.ts'
import type { StoryBlock, StoryLoss } from '../story/model.ts'
import { paragraphBuilder } from '../story/paragraph.ts'
import { wordTables } from '../story/word-tables.ts'
import { white } from '../style/colour.ts'
import { sightOf } from '../style/look.ts'
import { tooLongPiece } from '../within-limits.ts'
import { applyCharacters, type Characters, plainCharacters, type StyleSheet } from './characters.ts'
import type { StretchAt } from './pages.ts'
import type { MarkAt } from './paragraphs.ts'
import { type Piece, pieceText } from './pieces.ts'
import { damaged, tooComplex } from './refusals.ts'
import { markCharacter } from './special-characters.ts'
import type { Streams } from './streams.ts'

/** A report of 300 pages, each run a word, has 150,000. */
const MOST_RUNS = 500_000

/** Bytes of modifiers applied to runs in all; such a report has 8 MB. One long list may belong to many pieces. */
const MOST_FORMATTING = 32 * 1024 * 1024

const CELL = 0x07
const SECTION = 0x0c
const PARAGRAPH = 0x0d
/** The marks among the characters below U+0020, and the left bracket that a symbol may hide in. */
const ENDS = [CELL, SECTION, PARAGRAPH]

export interface BodyContext {
  readonly streams: Streams
  readonly pieces: readonly Piece[]
  readonly styles: StyleSheet
  readonly charactersAt: StretchAt
  readonly markAt: MarkAt
  /** Where footnotes and endnotes are referred to by marks that the author typed. */
  readonly noteMarks: ReadonlySet<number>
  /** Fonts in which digits look like something else. */
  readonly symbolFonts: ReadonlySet<number>
}

/** A stretch of text that is set alike. */
interface Run {
  readonly start: number
  readonly text: string
  readonly own: readonly Uint8Array[]
  readonly piece: Piece
}

/** The runs of the text before `end`, piece by piece. */
const runsOf = function* ({ streams, pieces, charactersAt }: BodyContext, end: number): Generator<Run> {
  for (const piece of pieces) {
    const { at, bytesPerCharacter: unit } = piece
    const last = Math.min(piece.end, end)
    for (let start = piece.start; start < last; ) {
      const position = at + (start - piece.start) * unit
      const stretch = charactersAt(position)
      const length = stretch === null ? last - start : Math.max(1, Math.floor((stretch.to - position) / unit))
      const stop = Math.min(last, start + length)
      const own = stretch === null ? [piece.modifiers] : [stretch.modifiers, piece.modifiers]
      yield { start, text: pieceText(streams.main, piece, start, stop), own, piece }
      start = stop
    }
  }
}

/** Reads the body text: paragraphs, and tables as the marks of cells and rows say. Throws Problem. */
export const readBody = (
  context: BodyContext,
): { blocks: readonly StoryBlock[]; losses: readonly StoryLoss[] } => {
  const { markAt, styles, noteMarks, symbolFonts } = context
  const builder = paragraphBuilder()
  const fields = fieldStack()
  const tables = wordTables(() => damaged('表格的行没有结束标记', 'a row of a table has no end mark'))
  let waiting: Run[] = []

  const endParagraph = (position: number, piece: Piece, end: number): void => {
    const mark = markAt(position, piece.modifiers)
    const style = styles.get(mark.style)?.characters ?? plainCharacters
    let last: Characters = style
    for (const run of waiting) {
      last = applyCharacters(style, run.own, styles)
      const sight = sightOf({ ...last, symbols: symbolFonts.has(last.font) }, white)
      for (let index = 0; index < run.text.length; index++)
        markCharacter(run.text, index, last, sight, noteMarks.has(run.start + index), builder, fields)
    }
    waiting = []
    if (end === CELL && mark.depth === 0)
      throw damaged('单元格不在表格中', 'a cell stands outside of any table')
    const inTable = mark.depth > 0
    const cellEnd = end === CELL || (inTable && mark.innerCellEnd)
    if (cellEnd || mark.rowEnd) fields.endAll(builder.said(), builder.lose)
    // The mark itself deleted: the next paragraph goes on in this one (as in ECMA-376 17.13.5.15).
    if (last.deleted && end === PARAGRAPH && !cellEnd && !mark.rowEnd) return
    if (mark.numbered) builder.number()
    const paragraph = builder.end(inTable, inTable ? undefined : mark.level, mark.placed)
    tables.paragraph(mark.depth, paragraph)
    if (mark.rowEnd) tables.row(mark.depth, mark.row, last.deleted === true)
    if (cellEnd && !mark.rowEnd) tables.cell(mark.depth)
  }

  let runs = 0
  let formatting = 0
  let length = 0
  for (const run of runsOf(context, context.streams.fib.characters.body)) {
    const { start, text, piece } = run
    if (++runs > MOST_RUNS) throw tooComplex('文字片段过多', 'its text is in too many pieces')
    formatting += run.own.reduce((sum, list) => sum + list.length, 0)
    if (formatting > MOST_FORMATTING)
      throw tooComplex('格式数据过多', 'it has more formatting than any report')
    length += text.length
    let from = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > PARAGRAPH || !ENDS.includes(code)) continue
      const position = piece.at + (start + index - piece.start) * piece.bytesPerCharacter
      waiting.push({ ...run, start: start + from, text: text.slice(from, index) })
      endParagraph(position, piece, code)
      from = index + 1
      length = text.length - from
    }
    if (length > limits.pieceCharacters) throw tooLongPiece()
    if (from < text.length) waiting.push({ ...run, start: start + from, text: text.slice(from) })
  }
  if (waiting.length > 0) throw damaged('正文在段落中间结束', 'its text ends within a paragraph')
  return tables.finish()
}
