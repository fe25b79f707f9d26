import { limits } from '../../limits.ts'
import { inEmus, inPoints, type Origin, type Place, placed, type Units, unitsOf } from '../geometry.ts'
import { leavesCell } from './floating.ts'
import type { Block, Paragraph } from './model.ts'
import type { Drawn, OpenPlace } from './place-model.ts'
import { type Closer, lose, type Slim } from './state.ts'

/** Where a program leaves room in a text box that says nothing of it. */
const usualInsets = [7.2, 3.6, 7.2] as const

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

/** A line or area drawn in a cell may lie over its text; figures of it are said, whatever the drawing is. */
const noteInCell = (slim: Slim, shape: Omit<Drawn, 'anchor' | 'page'>): void => {
  const cell = slim.table?.row?.cell
  if (cell && shape.blocks.length === 0) lose(slim, 'shape-over-text')
  else if (cell && leavesCell(shape) && slim.places.overCells.length < limits.docx.drawn)
    slim.places.overCells.push({ cell, blocks: shape.blocks })
}

const note = (slim: Slim, shape: Omit<Drawn, 'anchor' | 'page'>): void => {
  const { places } = slim
  if (slim.table) noteInCell(slim, shape)
  else if (places.drawn.length < limits.docx.drawn)
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
  for (const block of blocks) shape?.blocks.push(block)
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
