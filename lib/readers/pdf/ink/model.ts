import type { Operator } from '../engine/painted.ts'
import type { Box } from '../geometry.ts'

/** Where a line of text runs to, in degrees clockwise: 0 to the right, 90 down (columns from right to left). */
export type Flow = 0 | 90 | 180 | 270

/** One character as it is seen on a page. White space is kept. */
export interface Glyph {
  readonly text: string
  readonly box: Box
  readonly size: number
  readonly flow: Flow
  /** Pale or half transparent, as watermarks are. */
  readonly faint?: true
  /** A line is drawn through it. */
  readonly struck?: true
  /** Something else is painted over it, or it is cut off in part: nobody can be sure to read it. */
  readonly overdrawn?: true
}

/** A straight line along an axis, drawn as a line, as the edge of a rectangle or as a thin filled area. */
export interface Ruling {
  readonly across: boolean
  /** y of a line across, x of one down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Something drawn that is neither text nor a ruling nor the ground of a cell: it may be a figure made of outlines. */
export interface Sketch {
  readonly operator: Operator
  readonly box: Box
}

/** A piece of what is drawn. */
export interface Mark {
  readonly box: Box
  /** Around all pieces that hang together with it. */
  readonly whole: Box
}

/** What is seen on a page. */
export interface Ink {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
  readonly pictures: readonly Box[]
  /** Where characters stand that are not seen: invisible, or white on white. */
  readonly unseen: readonly Box[]
  /** Where something is drawn among the rulings that is neither text nor ruling nor ground. */
  readonly marks: readonly Mark[]
  /** Its text lies invisibly upon or below a picture of the page, as programs write that recognise scans. */
  readonly onPicture: boolean
  /** Characters set askew, as in watermarks. */
  readonly askew: number
  /** Characters whose meaning the file does not tell. */
  readonly unreadable: number
  /** More shapes than a page of text and tables has; the rest was not looked at. */
  readonly overdrawn: boolean
  readonly broken: boolean
}
