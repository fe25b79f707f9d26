import type { LossCodeOf } from '../../losses/index.ts'

/** What extractors leave in a text that the document never printed. */
export interface Artefacts {
  readonly text: string
  readonly marks: readonly LossCodeOf<'text'>[]
}

const PICTURE = /\[(?:image|img|图片|图像)\s?[:：][^[\]\n]{0,200}\]/gi
const BOOKMARK = /\[(?:bookmark|书签)\s?[:：][^[\]\n]{0,200}\]/gi

/** A reference mark after something printed: `16[1]`, `16［1］`, `16[注1]`; years and document numbers are longer. */
const NOTE_MARK = /(\S)\s{0,4}[[［](?:\^|注|note )?\d{1,2}[\]］](?=\s*$)/i

/** Raised and circled digits turn into plain ones when text is normalised: 16① would become 161. */
const RAISED_MARK = /(\d)\s{0,4}[¹²³⁰-⁹①-⑳]{1,2}(?=\s*$)/

/** Longer cells are words, and no mark at their end can turn into a figure. */
const MARKED_CELL_LENGTH = 200

/** Drops pictures and bookmarks; a cell that holds nothing else keeps them, for what it says is not known. */
const withoutObjects = (text: string): Artefacts => {
  if (!text.includes('[')) return { text, marks: [] }
  const marks: LossCodeOf<'text'>[] = []
  const drop = (code: LossCodeOf<'text'>) => () => {
    marks.push(code)
    return ''
  }
  const dropped = text.replace(PICTURE, drop('picture-dropped')).replace(BOOKMARK, drop('bookmark-dropped'))
  if (marks.length === 0 || (dropped.trim() === '' && marks.includes('picture-dropped'))) {
    return { text, marks: [] }
  }
  return { text: dropped, marks }
}

/** Text of a paragraph without extractors' marks. */
export const cleanParagraph = withoutObjects

/** Text of a cell without extractors' marks and note references. */
export const cleanCell = (printed: string): Artefacts => {
  const { text, marks } = withoutObjects(printed)
  if (text.length > MARKED_CELL_LENGTH) return { text, marks }
  const unmarked = text.replace(NOTE_MARK, '$1').replace(RAISED_MARK, '$1')
  return unmarked === text ? { text, marks } : { text: unmarked, marks: [...marks, 'note-mark-dropped'] }
}
