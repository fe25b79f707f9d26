import type { Document } from '../../model/document.ts'
import { limits } from '../limits.ts'
import { documentFromStory } from '../story/document.ts'
import type { StoryLoss } from '../story/model.ts'
import { readBody } from './body.ts'
import { openCompound } from './compound.ts'
import { type Fib, readFib } from './fib.ts'
import { symbolFonts } from './fonts.ts'
import { characterItem, formattedPages, paragraphItem } from './pages.ts'
import { markReader } from './paragraphs.ts'
import { type Piece, readPieces, textBetween } from './pieces.ts'
import { damaged, notWord, tooComplex } from './refusals.ts'
import { placed, plcCount, type Streams, viewOf } from './streams.ts'
import { readStyleSheet } from './style-sheet.ts'

const openStreams = (bytes: Uint8Array): Streams => {
  const file = openCompound(bytes)
  const main = file.stream('WordDocument')
  if (main === null) throw notWord()
  const fib = readFib(main)
  const table = file.stream(fib.tableStream)
  if (table === null) throw damaged('其中没有格式数据', 'it has no table stream')
  return { fib, main, table, data: file.stream('Data') ?? new Uint8Array() }
}

/** Where notes are referred to; the marks themselves may be typed text. */
const noteMarks = (streams: Streams): ReadonlySet<number> =>
  new Set(
    [streams.fib.footnoteMarks, streams.fib.endnoteMarks].flatMap(place => {
      const bytes = placed(streams, place)
      const view = viewOf(bytes)
      if (plcCount(bytes, 2) > limits.doc.notes) throw tooComplex('脚注过多', 'it has too many notes')
      return Array.from({ length: plcCount(bytes, 2) }, (_, index) => view.getUint32(index * 4, true))
    }),
  )

const boxTexts = ({ main, fib }: Streams, pieces: readonly Piece[]): string => {
  const { body, footnotes, headers, comments, endnotes, textBoxes } = (fib satisfies Fib).characters
  if (textBoxes === 0) return ''
  const start = body + footnotes + headers + comments + endnotes
  const text = textBetween(main, pieces, start, start + Math.min(textBoxes, limits.doc.boxCharacters))
  return text.replace(/[\x00-\x1f]+/g, ' ')
}

/**
 * Reads a Word 97–2003 file (.doc, .dot, WPS's .wps) into a Document: body text, tables with their merged cells.
 * Headers, footers, notes, comments and text boxes are not read; tracked changes count as accepted; the saved
 * result of a field is its text. Where the cells of a row do not go with its definition only their order is given.
 * Throws Problem: `file-damaged`, `format-unsupported` (Word 95 and older), `password-protected`, `too-complex`.
 */
export const readDoc = async (bytes: Uint8Array): Promise<Document> => {
  const streams = openStreams(bytes)
  const { fib } = streams
  const pieces = readPieces(streams)
  if (fib.characters.body > pieces.at(-1)!.end) throw damaged('正文不完整', 'its text is cut short')
  const styles = readStyleSheet(streams)
  const charactersAt = formattedPages(streams, fib.characterPages, 1, characterItem)
  const markAt = markReader(streams, formattedPages(streams, fib.paragraphPages, 13, paragraphItem), styles)
  const story = readBody({
    streams,
    pieces,
    styles,
    charactersAt,
    markAt,
    noteMarks: noteMarks(streams),
    symbolFonts: symbolFonts(streams),
  })
  const boxes = boxTexts(streams, pieces)
  const dropped: StoryLoss[] =
    fib.characters.textBoxes === 0 ? [] : [{ code: 'text-box-dropped', detail: boxes }]
  return documentFromStory('doc', story.blocks, [...story.losses, ...dropped], boxes)
}
