import type { Origin, Place } from '../geometry.ts'
import type { Block, Cell } from './model.ts'

/** What is drawn at a place of its own: a text, or a shape without one. */
export interface Drawn {
  readonly place: Place
  /** `null`: the file does not say where. */
  readonly origin: Origin | null
  /** Which paragraph of the text it hangs on, and which page of the text that is, as far as breaks are written. */
  readonly anchor: number
  readonly page: number
  /** Its paragraphs; empty for a shape. */
  readonly blocks: Block[]
  /** Where in it text may stand: from the left, the top and the right. */
  readonly insets: readonly [left: number, top: number, right: number]
  /** It has a line around it. */
  readonly outlined: boolean
  /** Its text stands at the top, in the middle or at the bottom of it. */
  readonly vertical: string
  readonly turned: boolean
}

/** A frame, shape or group being read. */
export interface OpenPlace {
  /** A group, whose parts count in units of their own; an anchor, which has a place and no looks; inline: part of a line. */
  readonly kind: 'anchor' | 'inline' | 'group' | 'shape'
  origin: Origin | null
  /** In the units around it. */
  place: Place
  /** Of a group: what its parts count. */
  inner: Place | null
  readonly blocks: Block[]
  insets: [number, number, number]
  outlined: boolean
  /** A line from corner to corner, not a box. */
  line: boolean
  vertical: string
  turned: boolean
}

export interface Places {
  readonly drawn: Drawn[]
  /** Texts that hang on a cell and may lie upon others. */
  readonly overCells: { readonly cell: Cell; readonly blocks: readonly Block[] }[]
  readonly open: OpenPlace[]
  /** Paragraphs of the body so far. */
  flow: number
  page: number
  /** Width and height of the page. */
  size: readonly [number, number]
  axis: 'x' | 'y'
  /** The frame that the last paragraph stood in. */
  frame: string | null
}

/** A4. */
const usualSize = [595, 842] as const
export const nowhere: Place = { left: 0, top: 0, width: 0, height: 0 }

export const newPlaces = (): Places => ({
  drawn: [],
  overCells: [],
  open: [],
  flow: 0,
  page: 1,
  size: usualSize,
  axis: 'x',
  frame: null,
})
