import { limits } from '../../limits.ts'
import type { PaintedPage, PaintedText } from '../engine/painted.ts'
import { areaOf, type Box, boxOfAll } from '../geometry.ts'
import type { Canvas } from './canvas.ts'
import { isEmpty, isTouched, type Shot, type Sight, sightOf } from './compare.ts'
import { type BoxVerdict, coverage } from './cover.ts'
import type { Glyph } from './model.ts'
import { type Suspect, suspectsOf } from './suspects.ts'
import { reachOfInk } from './things.ts'

/** Pixels that an em should have at least, so that a stroke of a digit has two. */
const pixelsOfEm = 28
const [coarsest, finest] = [1, 8]
/** Of the pixels that may be drawn at once, so that none is over by rounding. */
const nearlyAll = 0.99

/** Around what is compared, in points. */
const around = 2

/** Draws parts of one page at one scale. */
const camera = (page: PaintedPage, suspects: readonly Suspect[]) => {
  const box = boxOfAll(suspects.map(({ glyph }) => glyph.box))
  const frame = {
    left: Math.max(0, box.left - around),
    top: Math.max(0, box.top - around),
    right: Math.min(page.width, box.right + around),
    bottom: Math.min(page.height, box.bottom + around),
  }
  const size = suspects.reduce((least, { glyph }) => Math.min(least, glyph.size), Number.POSITIVE_INFINITY)
  // One small character must not keep a page from being looked at.
  const most = Math.sqrt((limits.pdf.pagePixels * nearlyAll) / areaOf(frame))
  const scale = Math.min(finest, most, Math.max(coarsest, pixelsOfEm / size))
  return (only?: readonly number[]): Shot | null => {
    const drawing = page.draw(frame, scale, only)
    // The frame begins at a whole pixel of the drawn page.
    return (
      drawing && {
        drawing,
        left: Math.round(frame.left * scale) / scale,
        top: Math.round(frame.top * scale) / scale,
        scale,
      }
    )
  }
}

/** Draws the texts of a layer alone, each once. */
const textLayers = ({ glyphs, sources }: Canvas, shoot: (only: readonly number[]) => Shot | null) => {
  const known = new Map<string, Shot | null>()
  return ({ layers, glyph: { faint } }: Suspect): Shot | null => {
    const key = `${[...layers].sort((a, b) => a - b).join()} ${faint}`
    const before = known.get(key)
    if (before !== undefined) return before
    // A watermark is no part of the text upon it.
    const alike = sources.filter(({ layer }, at) => layers.has(layer) && glyphs[at]!.faint === faint)
    const shot = shoot([...new Set(alike.map(({ operator }) => operator))])
    known.set(key, shot)
    return shot
  }
}

/** What a character's outline fills, in square points, where something may hide a part of it in both drawings: a mask. */
const inkDue = ({ font, mode, blended, toPage: [a, b, c, d], size }: PaintedText, { text }: Glyph): number =>
  blended && mode === 0 ? font.inkOf(text) * size ** 2 * Math.abs(a * d - b * c) : 0

/** What the drawn page says of each suspect; null where it could not be drawn. */
const sightsOf = (
  page: PaintedPage,
  canvas: Canvas,
  suspects: readonly Suspect[],
): ReadonlyMap<number, Sight | null> => {
  const shoot = camera(page, suspects)
  const shown = shoot()
  const alone = textLayers(canvas, shoot)
  return new Map(
    suspects.map(suspect => {
      const { at, glyph, bold, tone } = suspect
      const text = shown && alone(suspect)
      const area = inkDue(canvas.sources[at]!, glyph)
      const sight = shown && text && sightOf(shown, text.drawing, { box: glyph.box, bold, tone, area })
      if (sight !== 'unpainted') return [at, sight]
      const { font } = canvas.sources[at]!
      // A font that has a digit would be drawn.
      const isKnown = /\d/u.test(glyph.text) && font.inkOf(glyph.text) > 0
      return [at, font.embedded ? 'hidden' : isKnown ? 'disturbed' : sight]
    }),
  )
}

/** Of characters whose font is not drawn: whether what bears upon them is drawn in their place. Null: it could not be. */
const touchedAmong = (page: PaintedPage, suspects: readonly Suspect[]): ReadonlySet<number> | null => {
  const things = new Set(suspects.flatMap(({ things: found }) => found.map(({ operator }) => operator)))
  if (suspects.length === 0 || things.size === 0) return new Set()
  const shot = camera(page, suspects)([...things])
  if (shot === null) return null
  return new Set(suspects.flatMap(({ at, glyph }) => (isTouched(shot, reachOfInk(glyph.box)) ? [at] : [])))
}

export interface Seen {
  readonly glyphs: readonly Glyph[]
  /** Where characters stand that are not seen. */
  readonly hidden: readonly Box[]
}

/**
 * One of each character of a font without its outline: a glyph that paints nothing is nowhere seen, and one that could
 * not be drawn may be any.
 */
const emptyGlyphs = (
  page: PaintedPage,
  canvas: Canvas,
  suspects: readonly Suspect[],
): ReadonlyMap<number, 'hidden' | 'touched'> => {
  const groups = Map.groupBy(
    suspects.filter(({ drawn }) => drawn),
    ({ at, glyph }) => canvas.sources[at]!.font.identity + glyph.text,
  )
  const found = new Map<number, 'hidden' | 'touched'>()
  for (const group of groups.values()) {
    const shot = camera(page, [group[0]!])([canvas.sources[group[0]!.at]!.operator])
    if (shot !== null && !isEmpty(shot, reachOfInk(group[0]!.glyph.box))) continue
    for (const { at } of group) found.set(at, shot === null ? 'touched' : 'hidden')
  }
  return found
}

/**
 * What of the characters of a page is seen, those marked that nobody can be sure to read. Where something bears upon
 * characters the page is drawn, and compared with what their text paints alone; other pages are not drawn.
 */
export const seenGlyphs = (page: PaintedPage, canvas: Canvas): Seen => {
  const suspects = suspectsOf(canvas)
  if (suspects.length === 0) return { glyphs: canvas.glyphs, hidden: [] }
  const verdictOf = coverage(canvas.covers, canvas.strokes)
  const empty = emptyGlyphs(page, canvas, suspects)
  const doubted = suspects.filter(({ doubted: is }) => is)
  const sights = doubted.length === 0 ? new Map<number, null>() : sightsOf(page, canvas, doubted)
  const unpainted = doubted.filter(({ at }) => sights.get(at) === 'unpainted')
  const touched = touchedAmong(page, unpainted)
  const judge = ({ at, glyph, overlapped, things }: Suspect): BoxVerdict => {
    const boxes = verdictOf(glyph.box, at)
    if (empty.get(at) === 'hidden') return 'hidden'
    const sight = sights.get(at)
    if (sight === 'clear') return 'free'
    if (sight === 'hidden') return 'hidden'
    if (boxes === 'hidden') return boxes
    // What could not be looked at is not sure to be seen.
    if (sight === 'disturbed' || sight === null || empty.has(at)) return 'touched'
    if (overlapped) return 'touched'
    const drawn = sight === 'unpainted' && touched !== null
    return (drawn ? touched.has(at) : things.length > 0) ? 'touched' : boxes
  }
  const verdicts = new Map(suspects.map(suspect => [suspect.at, judge(suspect)]))
  const hidden: Box[] = []
  const glyphs = canvas.glyphs.flatMap((glyph, at): Glyph[] => {
    const verdict = verdicts.get(at)
    if (verdict === 'hidden') {
      hidden.push(glyph.box)
      return []
    }
    return [verdict === 'touched' ? { ...glyph, overdrawn: true } : glyph]
  })
  return { glyphs, hidden }
}
