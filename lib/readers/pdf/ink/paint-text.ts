import { encloses } from '../engine/outline.ts'
import type { Character, Clip, PaintedText } from '../engine/painted.ts'
import { areaOf, type Box, boxAround, common, heightOf, type Matrix, widthOf } from '../geometry.ts'
import type { Canvas } from './canvas.ts'
import { evenCharacter, isUnreadable } from './characters.ts'
import { isPale, isWhite } from './colour.ts'
import type { Flow } from './model.ts'
import { reachOfInk } from './things.ts'

/** Type reaches so far above and below its line, in ems, whatever the font says of itself. */
const ascent = 0.8
const descent = -0.2

/** sin 3°: scans that were straightened are still askew by less. */
const mostSkew = 0.05

/** Where text runs to on the page; null where it is askew. */
const flowOf = ([a, b, c, d]: Matrix, vertical: boolean): Flow | null => {
  const [x, y] = vertical ? [-c, -d] : [a, b]
  const length = Math.hypot(x, y)
  if (Math.abs(y) <= mostSkew * length) return x >= 0 ? 0 : 180
  if (Math.abs(x) <= mostSkew * length) return y >= 0 ? 90 : 270
  return null
}

/** In ems: a wider character is none. */
const widest = 50

/** Ink less opaque than this leaves nothing that an eye sees on paper. */
const unseenBelow = 0.1

const isInvisible = ({ mode, strokeAlpha, fillAlpha }: PaintedText): boolean =>
  (mode & 3) === 3 || ((mode & 3) === 1 ? strokeAlpha : fillAlpha) < unseenBelow

/** Text less opaque than this is meant to be read through. */
const seeThrough = 0.6

const isFaint = ({ mode, fill, fillAlpha }: PaintedText): boolean =>
  (mode & 3) === 0 && ((isPale(fill) && !isWhite(fill)) || fillAlpha < seeThrough)

/** Less of a character than this is as good as nothing. */
const cutOff = 0.15
/** Where less of its ink than this may be seen, it is not whole. */
const cutInto = 0.88

/** How much of a character's box lies inside what limits painting. */
const shownShare = (box: Box, { box: clip }: Clip): number => {
  if (clip === null || areaOf(box) === 0) return 1
  const seen = common(box, clip)
  return seen === null ? 0 : areaOf(seen) / areaOf(box)
}

/** Places of a character's ink that must lie inside a shape that limits it, in parts of its box. */
const places = [0.2, 0.5, 0.8].flatMap(x => [0.15, 0.45, 0.75].map(y => [x, y] as const))

const isCutByShape = (box: Box, { shapes }: Clip): boolean =>
  shapes.some(parts =>
    places.some(
      ([x, y]) => encloses(parts, box.left + x * widthOf(box), box.top + y * heightOf(box)) !== true,
    ),
  )

const boxOf = ({ toPage: [a, b, c, d], size }: PaintedText, { x, y, width }: Character): Box => {
  const across = Math.min(Math.max(width, 0), widest * Math.abs(size))
  return boxAround([a, b, c, d, x, y], 0, descent * size, size < 0 ? -across : across, ascent * size)
}

const isFiniteBox = ({ left, top, right, bottom }: Box): boolean =>
  Number.isFinite(left) && Number.isFinite(top) && Number.isFinite(right) && Number.isFinite(bottom)

/** Outlines drawn wider than this close what is open in a digit, in ems. */
const widestOutline = 0.16
/** Narrower or smaller type nobody reads, in ems and points. */
const narrowest = 0.15
const smallest = 1

const isBlurred = ({ strokeWidth, toPage: [, , c, d], size, vertical }: PaintedText, box: Box): boolean => {
  const em = Math.abs(size) * Math.hypot(c, d)
  const across = Math.max(widthOf(box), heightOf(box) < em * 0.9 ? heightOf(box) : 0)
  return strokeWidth > widestOutline || em < smallest || (!vertical && across < narrowest * em)
}

/** Puts the characters of a text on the canvas. */
export const paintText = (canvas: Canvas, text: PaintedText): void => {
  const { toPage, size, mode, fill } = text
  const [a, b, c, d] = toPage
  const flow = flowOf(size < 0 ? [-a, -b, -c, -d, 0, 0] : toPage, text.vertical)
  const invisible = isInvisible(text)
  const faint = isFaint(text)
  for (const character of text.characters) {
    const blank = character.text.trim() === ''
    const box = boxOf(text, character)
    const finite = isFiniteBox(box)
    // What is stamped or printed across a table is seen upon and below its figures.
    if (finite && !blank && !invisible && (flow === null || faint))
      canvas.things.add({ operator: text.operator, box, after: Number.POSITIVE_INFINITY, tone: null })
    // A blank that is drawn, and text that is set askew and not read.
    if (finite && !invisible && (blank ? text.font.inkOf(character.text) > 0 : flow === null))
      canvas.sketches.push({ operator: text.operator, box })
    if (flow === null) {
      if (!blank) canvas.askew += 1
      continue
    }
    if (!finite) continue
    const shown = shownShare(box, text.clip)
    const white = (mode & 3) === 0 && isWhite(fill) && !canvas.dark(box)
    const unseen = invisible || white || shown < cutOff
    const glyph = {
      text: evenCharacter(character.text),
      box,
      size: Math.abs(size) * Math.hypot(c, d),
      flow,
    }
    if (invisible && shown >= cutOff) canvas.invisible.push(glyph)
    if (unseen && !blank) canvas.unseen.push(box)
    if (unseen && (!blank || invisible)) continue
    if (!blank && isUnreadable(character.text)) canvas.unreadable += 1
    canvas.glyphs.push({
      ...glyph,
      ...(faint ? { faint: true } : {}),
      ...(isBlurred(text, box) ||
      shownShare(reachOfInk(box), text.clip) < cutInto ||
      text.doubtful ||
      isCutByShape(box, text.clip)
        ? { overdrawn: true }
        : {}),
    })
    canvas.sources.push(text)
  }
}
