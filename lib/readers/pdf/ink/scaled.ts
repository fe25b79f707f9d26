import { type Box, median } from '../geometry.ts'
import type { Ink } from './model.ts'
import type { Upright } from './upright.ts'

/** Type as small or as large as this is that of a page that was shrunk or blown up as a whole, in points. */
const smallest = 6
const largest = 30
/** What text is set in as a rule. */
const usual = 10

const times = ({ left, top, right, bottom }: Box, scale: number): Box => ({
  left: left * scale,
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
})

/** How much a page must be enlarged for its text to have the usual size; 1 where it nearly has. */
const scaleOf = (ink: Ink): number => {
  const sizes = ink.glyphs.flatMap(({ text, size }) => (text.trim() === '' ? [] : [size]))
  const size = median(sizes)
  return size > 0 && (size < smallest || size > largest) ? usual / size : 1
}

/** A page whose lines and gaps can be measured in points: one shrunk to a fraction, as several on a sheet are, enlarged. */
export const scaled = ({ ink, toPage }: Upright): Upright => {
  const scale = scaleOf(ink)
  if (scale === 1) return { ink, toPage }
  const box = (own: Box): Box => times(own, scale)
  return {
    toPage: own => toPage(times(own, 1 / scale)),
    ink: {
      ...ink,
      width: ink.width * scale,
      height: ink.height * scale,
      glyphs: ink.glyphs.map(glyph => ({ ...glyph, box: box(glyph.box), size: glyph.size * scale })),
      rulings: ink.rulings.map(({ across, at, from, to }) => ({
        across,
        at: at * scale,
        from: from * scale,
        to: to * scale,
      })),
      pictures: ink.pictures.map(box),
      unseen: ink.unseen.map(box),
      marks: ink.marks.map(mark => ({ box: box(mark.box), whole: box(mark.whole) })),
    },
  }
}
