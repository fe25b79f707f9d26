import { limits } from '../../limits.ts'
import { tooComplex } from '../../package/refusals.ts'
import { isPrinted } from '../../story/model.ts'
import { lookBeside } from '../../style/doubts.ts'
import { isMarkBeside, mayBeMark } from '../../style/mark.ts'
import { tooMuchText } from '../../within-limits.ts'
import { newParagraph, type Paragraph, type Piece, type Said } from './model.ts'
import { lossesOf } from './seen.ts'
import { keep, lose, type Slim } from './state.ts'

const digit = /[\d０-９]/

const append = (slim: Slim, paragraph: Paragraph, text: string): void => {
  slim.characters += text.length
  if (slim.characters > limits.characters) throw tooMuchText()
  if (paragraph.breakDue && paragraph.content.length > 0) breakLine(slim)
  paragraph.breakDue = false
  const last = paragraph.content.at(-1)
  if (last?.kind === 'text') last.text += text
  else paragraph.content.push({ kind: 'text', text })
  if (paragraph.start.length < 40) paragraph.start += text.slice(0, 40)
  paragraph.last = text.trimEnd().at(-1) ?? paragraph.last
  if (paragraph.lineBlank && isPrinted(text)) {
    paragraph.lineBlank = false
    paragraph.lines++
  }
  slim.produced++
}

/** The paragraph text goes into; text that stands outside any paragraph begins one. */
const currentParagraph = ({ story, lastParagraph }: Slim): Paragraph => {
  story.paragraph ??= newParagraph(lastParagraph)
  return story.paragraph
}

const write = (slim: Slim, paragraph: Paragraph, { text, doubts, look }: Said): void => {
  if (isPrinted(text)) {
    for (const code of doubts) lose(slim, code, text)
    if (doubts.length > 0) paragraph.doubts = doubts
    if (look !== paragraph.look && paragraph.content.length > 0) {
      if (slim.table) addPiece(slim, paragraph, { kind: 'gap' })
      else if (doubts.length === 0) paragraph.doubts = ['tiny-text-kept']
    }
    paragraph.look = look
  }
  append(slim, paragraph, text)
}

/** Raised marks beside digits would become digits: drops those, keeps other raised text. `next` is what follows. */
export const settleRaised = (slim: Slim, paragraph: Paragraph, next: string): void => {
  if (paragraph.raised.length === 0) return
  const raised = paragraph.raised.splice(0)
  if (isMarkBeside(paragraph.last, next))
    lose(slim, 'superscript-dropped', raised.map(({ text }) => text).join(''))
  else for (const said of raised) write(slim, paragraph, said)
}

/** Adds printed text at the current place, unless its run is hidden, a note mark, or a field's instruction. */
export const say = (slim: Slim, text: string): void => {
  if (text === '') return
  if (slim.story.fields.inInstruction()) {
    slim.story.fields.instruct(text)
    return
  }
  const paragraph = currentParagraph(slim)
  const { run } = paragraph
  if (run.noteMark) {
    lose(slim, 'note-mark-dropped', text)
    return
  }
  const { defaults } = slim.styles
  if (run.hidden ?? defaults.hidden) {
    if (text.trim() !== '') lose(slim, 'hidden-text-dropped', text)
    return
  }
  const isRaised = run.raised ?? defaults.raised
  const doubts = lossesOf(slim, paragraph, text)
  const said = { text, doubts, look: lookBeside(run, doubts) }
  if (isRaised && slim.table && mayBeMark(text)) {
    const last = paragraph.raised.at(-1)
    if (last?.look === said.look) last.text += text
    else paragraph.raised.push(said)
    return
  }
  settleRaised(slim, paragraph, text)
  write(slim, paragraph, said)
  // In a box that is read by its place a mark could not be told from the digits beside it.
  if (run.raised && !slim.table && digit.test(text)) paragraph.doubts = ['superscript-dropped']
}

const addPiece = (slim: Slim, paragraph: Paragraph, piece: Piece): void => {
  keep(slim, 1)
  paragraph.content.push(piece)
}

const sayPiece = (slim: Slim, piece: Piece): Paragraph | undefined => {
  if (slim.story.fields.inInstruction()) return undefined
  const paragraph = currentParagraph(slim)
  if (paragraph.run.hidden) return undefined
  settleRaised(slim, paragraph, '')
  addPiece(slim, paragraph, piece)
  return paragraph
}

/** Begins a new line inside the paragraph. */
export const breakLine = (slim: Slim): void => {
  const paragraph = sayPiece(slim, { kind: 'break' })
  if (paragraph) paragraph.lineBlank = true
}

/** Adds a character of a symbol font, which mammoth knows to translate. */
export const saySymbol = (slim: Slim, font: string, code: string): void => {
  if (++slim.symbols > limits.docx.symbols)
    throw tooComplex(
      `特殊符号超过 ${limits.docx.symbols} 个`,
      `it has more than ${limits.docx.symbols} special symbols`,
    )
  const { run } = currentParagraph(slim)
  const what = `${font} ${code}`
  if (slim.table && !run.hidden) {
    if (run.raised || run.noteMark) {
      lose(slim, run.noteMark ? 'note-mark-dropped' : 'superscript-dropped', what)
      return
    }
    for (const code of lossesOf(slim, currentParagraph(slim), '')) lose(slim, code, what)
    const cell = slim.table.row?.cell
    if (cell) slim.symbolCells.add(cell)
  }
  const paragraph = sayPiece(slim, { kind: 'symbol', font, code })
  if (!paragraph?.lineBlank) return
  paragraph.lineBlank = false
  paragraph.lines++
}
