import { inEmus, inPoints, type Origin, type Place, placed, type Units, unitsOf } from '../geometry.ts'
import type { Block, Paragraph } from './model.ts'
import type { Closer, Slim } from './state.ts'

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
  blocks: Block[]
  insets: [number, number, number]
  outlined: boolean
  /** A line from corner to corner, not a box. */
  line: boolean
  vertical: string
  turned: boolean
}

export interface Places {
  readonly drawn: Drawn[]
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

/** More boxes than any page-for-page copy of a report has; the rest are read in their order. */
const mostDrawn = 50_000
/** A4. */
const usualSize = [595, 842] as const
/** Where a program leaves room in a text box that says nothing of it. */
const usualInsets = [7.2, 3.6, 7.2] as const

export const nowhere: Place = { left: 0, top: 0, width: 0, height: 0 }

export const newPlaces = (): Places => ({
  drawn: [],
  open: [],
  flow: 0,
  page: 1,
  size: usualSize,
  axis: 'x',
  frame: null,
})

export const openPlace = (
  slim: Slim,
  kind: OpenPlace['kind'],
  place: Place,
  origin: Origin | null,
): undefined => {
  slim.places.open.push({
    kind,
    origin,
    place,
    inner: null,
    blocks: [],
    insets: [...usualInsets],
    outlined: false,
    line: false,
    vertical: 't',
    turned: false,
  })
  return undefined
}

/** The units in which the innermost open thing is placed. */
const unitsAround = (around: readonly OpenPlace[]): Units =>
  around.reduce<Units>((units, { kind, place, inner }) => {
    if (kind === 'anchor') return { ...inEmus, shiftX: place.left, shiftY: place.top }
    if (kind === 'group' && inner) return unitsOf(placed(units, place), inner)
    return units
  }, inPoints)

const note = (slim: Slim, shape: Omit<Drawn, 'anchor' | 'page'>): void => {
  const { places } = slim
  if (places.drawn.length < mostDrawn && slim.table === null)
    places.drawn.push({ ...shape, anchor: places.flow, page: places.page })
}

export const closePlace: Closer = slim => {
  const { places } = slim
  const shape = places.open.pop()
  if (shape?.kind !== 'shape') return
  const outer = places.open[0]
  if (outer?.kind === 'inline') return
  const { blocks, insets, vertical, turned } = shape
  // A shape right in its anchor takes all of it, whatever it says itself.
  const anchor = places.open.length === 1 && outer?.kind === 'anchor' ? outer : null
  const place = anchor ? anchor.place : placed(unitsAround(places.open), shape.place)
  const origin = outer ? outer.origin : shape.origin
  const turnedAround = places.open.some(around => around.turned)
  const outlined = shape.outlined && !shape.line
  note(slim, { place, origin, blocks, insets, outlined, vertical, turned: turned || turnedAround })
}

/** Takes the paragraphs of a text box for the shape being read. */
export const placeBox = (slim: Slim, blocks: readonly Block[]): void => {
  const shape = slim.places.open.at(-1)
  if (shape) shape.blocks = shape.blocks.concat(blocks)
}

/** A paragraph set as a frame at a place of its own (17.3.1.11). */
export interface Frame {
  readonly place: Place
  readonly origin: Origin | null
  /** Equal for the paragraphs of one frame. */
  readonly key: string
}

/** Notes where a finished paragraph of the body stands; those of one frame follow each other. */
export const placeParagraph = (slim: Slim, paragraph: Paragraph): void => {
  const { places } = slim
  const { frame } = paragraph
  const last = places.drawn.at(-1)
  if (frame && last && places.frame === frame.key) last.blocks.push(paragraph)
  else if (frame)
    note(slim, {
      ...frame,
      blocks: [paragraph],
      insets: [0, 0, 0],
      outlined: false,
      vertical: 't',
      turned: false,
    })
  else places.flow++
  places.frame = frame?.key ?? null
  if (paragraph.endsPage) places.page++
}
