import type { Document } from '../model/document.ts'
import type { DrawnPlace, PagePlace } from '../model/picture.ts'

/** A file that was read. One of a format with pages holds them until it is closed, to have places of them drawn. */
export interface OpenDocument {
  readonly document: Document
  /** Pictures of places, each answered in its turn; none of a format without pages. Never throws. */
  readonly draw: (places: readonly PagePlace[]) => readonly DrawnPlace[]
  /** To be called once, whatever became of the document. Never throws. */
  readonly close: () => void
}

/** One of a format without pages: there is nothing to hold. */
export const withoutPages = (document: Document): OpenDocument => ({
  document,
  draw: () => [],
  close: () => {},
})
