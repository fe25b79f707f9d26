import { limits } from '../../limits.ts'
import type { Place } from '../geometry.ts'
import type { Drawn } from '../slim/place-model.ts'

/** What stands on one page, in the units of one origin. */
export interface PlacedPage {
  readonly texts: readonly Drawn[]
  readonly shapes: readonly Drawn[]
}

/** Boxes go on down the page; one this much higher, in points, begins a column or a page. */
const jump = 100
/** So few boxes between two jumps are a header, a footer or a page number. */
const fewBoxes = 3
/** Boxes that share more than this part of the smaller one cannot be read both. */
const shared = 0.5

const overlaps = (a: Place, b: Place): boolean => {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return false
  return width * height > shared * Math.min(a.width * a.height, b.width * b.height)
}

const collide = (some: readonly Drawn[], others: readonly Drawn[]): boolean =>
  some.some(({ place }) => others.some(other => other !== undefined && overlaps(place, other.place)))

const collideWithin = (texts: readonly Drawn[]): boolean =>
  texts.some(({ place }, at) => texts.slice(at + 1, at + 400).some(other => overlaps(place, other.place)))

const textsOf = (drawn: readonly Drawn[]): Drawn[] => drawn.filter(({ blocks }) => blocks.length > 0)

/** Stretches that go on down the page, in the order of the file. */
const stretches = (drawn: readonly Drawn[]): Drawn[][] => {
  const all: Drawn[][] = []
  let lowest = Number.NEGATIVE_INFINITY
  for (const item of drawn) {
    if (all.length === 0 || item.place.top < lowest - jump) {
      all.push([])
      lowest = Number.NEGATIVE_INFINITY
    }
    all.at(-1)!.push(item)
    lowest = Math.max(lowest, item.place.top)
  }
  return all
}

/**
 * Stretches of a few boxes put to the next, or the one before: they stand at the edge of its page. One that lies upon
 * both is a page with little on it.
 */
const withoutSmall = (all: readonly (readonly Drawn[])[]): (readonly Drawn[])[] => {
  const isFree = (stretch: readonly Drawn[], other: readonly Drawn[] | undefined): boolean =>
    other !== undefined && !collide(textsOf(stretch), textsOf(other))
  const out: (readonly Drawn[])[] = []
  let waiting: readonly Drawn[] = []
  all.forEach((stretch, at) => {
    const own = [...waiting, ...stretch]
    waiting = []
    if (textsOf(stretch).length > fewBoxes) out.push(own)
    else if (isFree(own, all[at + 1])) waiting = own
    else if (isFree(own, out.at(-1))) out.push([...out.pop()!, ...own])
    else out.push(own)
  })
  return out
}

/**
 * Boxes that all hang on one place of the text, which may be those of several pages: some programs hang all pages of a
 * document on its first paragraph. They are pages where each stretch lies upon the one before, and one page where none
 * does; otherwise nobody can tell, and the answer is null.
 */
export const pagesOf = (drawn: readonly Drawn[]): readonly PlacedPage[] | null => {
  if (drawn.length > limits.docx.placed || textsOf(drawn).length > limits.docx.placedTexts) return null
  const all = withoutSmall(stretches(drawn))
  const upon = all.slice(1).map((stretch, at) => collide(textsOf(stretch), textsOf(all[at]!)))
  const one = upon.every(each => !each)
  if (!one && !upon.every(each => each)) return null
  const pages = one ? [all.flat()] : all
  if (pages.some(page => collideWithin(textsOf(page)))) return null
  return pages.map(page => ({
    texts: textsOf(page),
    shapes: page.filter(({ blocks, outlined }) => blocks.length === 0 || outlined),
  }))
}
