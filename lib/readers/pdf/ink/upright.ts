import type { Box } from '../geometry.ts'
import type { Flow, Ink, Ruling } from './model.ts'

/** A page turned so that its text runs to the right. */
interface Turn {
  readonly box: (box: Box) => Box
  readonly ruling: (ruling: Ruling) => Ruling
  readonly sideways: boolean
}

/** A page whose text runs down is turned to the left by a quarter, and so on. */
const turns = ({ width, height }: Ink): Readonly<Record<90 | 180 | 270, Turn>> => ({
  90: {
    sideways: true,
    box: ({ left, top, right, bottom }) => ({
      left: top,
      top: width - right,
      right: bottom,
      bottom: width - left,
    }),
    ruling: ({ across, at, from, to }) =>
      across
        ? { across: false, at, from: width - to, to: width - from }
        : { across: true, at: width - at, from, to },
  },
  180: {
    sideways: false,
    box: ({ left, top, right, bottom }) => ({
      left: width - right,
      top: height - bottom,
      right: width - left,
      bottom: height - top,
    }),
    ruling: ({ across, at, from, to }) => {
      const [length, breadth] = across ? [width, height] : [height, width]
      return { across, at: breadth - at, from: length - to, to: length - from }
    },
  },
  270: {
    sideways: true,
    box: ({ left, top, right, bottom }) => ({
      left: height - bottom,
      top: left,
      right: height - top,
      bottom: right,
    }),
    ruling: ({ across, at, from, to }) =>
      across
        ? { across: false, at: height - at, from, to }
        : { across: true, at, from: height - to, to: height - from },
  },
})

/** Text of a page that is set sideways as a whole; on other pages a few labels are. */
const mostText = 0.6

const usualFlow = (ink: Ink): Flow => {
  const seen = ink.glyphs.filter(({ text }) => text.trim() !== '')
  const flows: readonly Flow[] = [90, 180, 270]
  return flows.find(flow => seen.filter(glyph => glyph.flow === flow).length > seen.length * mostText) ?? 0
}

/** A page to be read, and where its places are on the page as it is shown. */
export interface Upright {
  readonly ink: Ink
  readonly toPage: (box: Box) => Box
}

/** A page whose content was drawn sideways, as wide tables are, turned to be read; any other page as it is. */
export const upright = (ink: Ink): Upright => {
  const flow = usualFlow(ink)
  if (flow === 0) return { ink, toPage: box => box }
  const turn = turns(ink)[flow]
  const turned: Ink = {
    ...ink,
    width: turn.sideways ? ink.height : ink.width,
    height: turn.sideways ? ink.width : ink.height,
    glyphs: ink.glyphs.map(glyph => ({
      ...glyph,
      box: turn.box(glyph.box),
      flow: ((glyph.flow - flow + 360) % 360) as Flow,
    })),
    rulings: ink.rulings.map(turn.ruling),
    pictures: ink.pictures.map(turn.box),
    unseen: ink.unseen.map(turn.box),
    marks: ink.marks.map(({ box, whole }) => ({ box: turn.box(box), whole: turn.box(whole) })),
  }
  return { ink: turned, toPage: turns(turned)[(360 - flow) as 90 | 180 | 270].box }
}
