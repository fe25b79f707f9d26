import type { Document } from '../model/document.ts'
import type { DrawnPlace, NoPicture, PagePlace, PageSize } from '../model/picture.ts'

/** A character as it is seen on a page. */
export interface PrintedCharacter {
  readonly text: string
  readonly box: PagePlace['box']
}

/** A page with what is printed on it. */
export interface PrintedPage extends PageSize {
  /** Line by line, as far as lines can be told. */
  readonly lines: readonly (readonly PrintedCharacter[])[]
  /** The same as the file has them, whatever their places. */
  readonly asWritten: readonly PrintedCharacter[]
  /** Why a picture of it would not show it; null where it does. */
  readonly without: NoPicture | null
}

/** A file that was read. One of a format with pages holds them until it is closed, to have places of them drawn. */
export interface OpenDocument {
  readonly document: Document
  /** Pictures of places, each answered in its turn; none of a format without pages. Never throws. */
  readonly draw: (places: readonly PagePlace[]) => readonly DrawnPlace[]
  /** Its pages, those aside that cannot be read; none of a format without pages. Throws where they cannot be looked at. */
  readonly pages: () => readonly PrintedPage[]
  /** To be called once, whatever became of the document. Never throws. */
  readonly close: () => void
}

/** One of a format without pages: there is nothing to hold. */
export const withoutPages = (document: Document): OpenDocument => ({
  document,
  draw: () => [],
  pages: () => [],
  close: () => {},
})
