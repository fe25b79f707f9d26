import type { PaintedText } from '../engine/painted.ts'
import type { Box } from '../geometry.ts'
import { bandsOf, byBand } from './bands.ts'
import type { Canvas } from './canvas.ts'
import { lightness } from './colour.ts'
import { coverage, middle } from './cover.ts'
import { isDouble } from './double.ts'
import type { Glyph, Ruling } from './model.ts'
import { meets, reachOfInk, sharesMost, type Thing, thingsAt } from './things.ts'

/** A character for which there is a reason to look whether it is seen as it is. */
export interface Suspect {
  readonly at: number
  readonly glyph: Glyph
  /** The page has to be drawn to know. */
  readonly doubted: boolean
  /** How light it is painted. */
  readonly tone: number | null
  /** What bears upon it. */
  readonly things: readonly Thing[]
  /** Another text is printed over it. */
  readonly overlapped: boolean
  /** The layers of text that it and its doubles stand in. */
  readonly layers: ReadonlySet<number>
  /** Its outline is painted once more, to make it bold. */
  readonly bold: boolean
  /** Its font draws it with a program, or not at all. */
  readonly drawn: boolean
}

/** Characters that figures are written with. */
const ofFigures = /[\d０-９.．,，%％\-－—一二三四五六七八九十百千万亿零〇两]/u

/** Texts over each other share more than this of the smaller one's middle. */
const shared = 0.12

interface Placed {
  readonly at: number
  readonly glyph: Glyph
  readonly layer: number
}

/** Texts of several layers: which lie over others, and which are printed twice. */
const texts = ({ glyphs, sources }: Canvas) => {
  const several = sources.some(({ layer }) => layer > 0)
  const placed = several
    ? glyphs.flatMap((glyph, at): Placed[] =>
        glyph.text.trim() === '' ? [] : [{ at, glyph, layer: sources[at]!.layer }],
      )
    : []
  const bands = byBand(placed, ({ glyph }) => [glyph.box.top, glyph.box.bottom])
  const alone = { overlapped: false, layers: new Set([0]) }
  return (glyph: Glyph, own: number): { overlapped: boolean; layers: ReadonlySet<number> } => {
    if (!several) return alone
    const layers = new Set([own])
    let overlapped = false
    const core = middle(glyph.box)
    const [first, last] = bandsOf(core.top, core.bottom)
    for (let band = first; band <= last; band++)
      for (const other of bands.get(band) ?? []) {
        if (other.layer === own || !meets(core, other.glyph.box)) continue
        if (isDouble(glyph, other.glyph)) layers.add(other.layer)
        else if (sharesMost(core, middle(other.glyph.box), shared)) overlapped = true
      }
    return { overlapped, layers }
  }
}

/** Whether a line along an axis runs through where the ink of a character may be. */
const rulingsThrough = (rulings: readonly Ruling[]): ((box: Box) => boolean) => {
  const boxes = rulings.map(({ across, at, from, to }) =>
    across ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to },
  )
  const bands = byBand(boxes, ({ top, bottom }) => [top, bottom])
  return box => {
    const core = middle(box)
    const [first, last] = bandsOf(core.top, core.bottom)
    for (let band = first; band <= last; band++)
      if (bands.get(band)?.some(ruling => meets(core, ruling))) return true
    return false
  }
}

const toneOf = ({ fill, fillAlpha, mode, stroke, strokeAlpha }: PaintedText): number | null =>
  (mode & 3) === 1 ? lightness(stroke, strokeAlpha) : lightness(fill, fillAlpha)

const isFaded = ({ fillAlpha, blended, mode }: PaintedText): boolean =>
  blended || ((mode & 3) !== 1 && fillAlpha < 1)

/** The characters of a page for which there is a reason to look, in the order of painting. */
export const suspectsOf = (canvas: Canvas): Suspect[] => {
  const { glyphs, sources, things, strokes, covers } = canvas
  const find = thingsAt(things.all)
  const letterings = thingsAt(canvas.letterings.all)
  const boxesOf = coverage(covers, strokes)
  const isCrossed = rulingsThrough(canvas.rulings)
  const others = texts(canvas)
  return glyphs.flatMap((glyph, at): Suspect[] => {
    if (glyph.text.trim() === '') return []
    const source = sources[at]!
    const tone = toneOf(source)
    const found = find(glyph.box, at, tone).filter(({ operator }) => operator !== source.operator)
    const outlined = letterings(glyph.box, at, null)
    const { overlapped, layers } = others(glyph, source.layer)
    const doubted =
      things.isFull() ||
      found.length > 0 ||
      overlapped ||
      outlined.length > 0 ||
      isFaded(source) ||
      isCrossed(glyph.box) ||
      boxesOf(reachOfInk(glyph.box), at) !== 'free'
    const drawn = source.font.embedded && ofFigures.test(glyph.text) && source.font.inkOf(glyph.text) === 0
    if (!doubted && !drawn) return []
    return [{ at, glyph, tone, doubted, things: found, overlapped, layers, bold: outlined.length > 0, drawn }]
  })
}
