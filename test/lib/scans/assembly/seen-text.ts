import { openPages } from '../../../../lib/readers/pdf/engine/open.ts'
import { ruledPage } from '../../../../lib/readers/pdf/flow/ruled-page.ts'
import { type Box, holds } from '../../../../lib/readers/pdf/geometry.ts'
import { inkOf } from '../../../../lib/readers/pdf/ink/interpret.ts'
import type { Ink } from '../../../../lib/readers/pdf/ink/model.ts'
import { type Line, linesOf } from '../../../../lib/readers/pdf/spelling/lines.ts'
import type { Sight } from '../../../../lib/scans/assembly/index.ts'
import type {
  Grey,
  LineCrop,
  LineReader,
  OpenPictures,
  StraightPage,
} from '../../../../lib/scans/contract.ts'

/** A PDF with text as pictures of its pages would be seen, and readers that know what is printed: slips are up to the test. */

const paper: Grey = { width: 1, height: 1, greys: new Uint8Array([255]) }

const pixelsToPoint = 200 / 72

/** What a reader makes of a line that says so. */
export type Slips = (text: string) => string

export interface SeenText {
  readonly pictures: OpenPictures
  readonly sight: Sight
}

export interface Seeing {
  readonly words?: Slips
  readonly figures?: Slips
  readonly dpi?: number
}

const same: Slips = text => text

export const seenText = async (
  bytes: Uint8Array,
  { words = same, figures = same, dpi = 200 }: Seeing = {},
): Promise<SeenText> => {
  const file = await openPages(bytes, inkOf)
  file.close()
  const inks = file.pages.filter((ink): ink is Ink => ink !== null)
  const texts = new WeakMap<LineCrop, string>()
  const cropOf = ({ box, text, size }: Line): LineCrop => {
    const crop = { box, raw: paper, clean: paper, digitHeight: size * 0.7 * pixelsToPoint }
    texts.set(crop, text)
    return crop
  }
  const straight = (ink: Ink): StraightPage => {
    const { grids } = ruledPage(ink)
    const outside = ink.glyphs.filter(({ box }) => !grids.some(grid => holds(grid.box, box)))
    return {
      page: ink.page,
      width: ink.width,
      height: ink.height,
      scale: pixelsToPoint,
      grey: paper,
      bilevel: false,
      rulings: ink.rulings,
      cells: grids.flatMap(({ cells }) => cells.map(({ box }) => box)),
      lines: linesOf(outside, false).map(({ box }) => box),
      onOriginal: ({ left, top, right, bottom }) => [left, top, right, bottom],
    }
  }
  const inkAt = ({ page }: StraightPage): Ink => inks.find(ink => ink.page === page)!
  const linesIn = (page: StraightPage, cell: Box): LineCrop[] =>
    linesOf(
      inkAt(page).glyphs.filter(({ box }) => holds(cell, box)),
      false,
    ).map(cropOf)
  const reader = (name: string, family: string, slips: Slips): LineReader => ({
    name,
    family,
    read: async lines => lines.map(line => ({ text: slips(texts.get(line) ?? ''), confidence: 0.99 })),
  })
  return {
    pictures: {
      count: inks.length,
      picture: page => {
        const ink = inks.find(each => each.page === page)
        return ink ? { page, width: ink.width, height: ink.height, dpi, grey: paper } : null
      },
      close: () => {},
    },
    sight: {
      turned: picture => picture,
      straighten: ({ page }) => straight(inks.find(ink => ink.page === page)!),
      inkOf: (page, cell) => {
        const lines = linesIn(page, cell)
        return { printed: lines.length > 0 ? 'ink' : 'blank', lines }
      },
      lineAt: (page, line) => linesIn(page, line)[0] ?? cropOf({ box: line, text: '', size: 10 } as Line),
      readers: {
        figures: [reader('own', 'own', figures), reader('other', 'other', figures)],
        words: reader('words', 'other', words),
      },
    },
  }
}
