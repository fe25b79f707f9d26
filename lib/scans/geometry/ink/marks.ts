import type { Grey } from '../../contract.ts'
import { type Component, componentsOf } from '../components.ts'

/** A component with what it weighs: its darkness in pixels of full ink. */
export interface Stroke extends Component {
  readonly mass: number
}

/** What is printed in a picture of a cell. */
export interface Marks {
  readonly strokes: readonly Stroke[]
  /** Of each pixel the label of its stroke; 0 is none. */
  readonly labels: Int32Array
}

/** What may be a stroke's soft middle: pixels that are paler than ink, and not by the rim of the picture. */
interface Soft {
  readonly below: number
  readonly rim: number
}

/** Ink, and the soft pixels beside it: a thin stroke that is seen in pieces hangs together by them. */
const withSoft = (ink: Uint8Array, { width, height, greys }: Grey, { below, rim }: Soft): Uint8Array => {
  const all = ink.slice()
  for (let y = Math.max(1, rim); y < height - Math.max(1, rim); y++)
    for (let x = Math.max(1, rim), at = y * width + x; x < width - Math.max(1, rim); x++, at++) {
      if (ink[at] === 1 || greys[at]! >= below) continue
      const [above, under] = [at - width, at + width]
      const beside =
        ink[at - 1]! +
        ink[at + 1]! +
        ink[above - 1]! +
        ink[above]! +
        ink[above + 1]! +
        ink[under - 1]! +
        ink[under]! +
        ink[under + 1]!
      if (beside > 0) all[at] = 1
    }
  return all
}

/** Components of pixels darker than `ink`, as large as these are, with what they weigh. */
export const marksOf = (grey: Grey, ink: number, soft: Soft | null = null): Marks => {
  const { width, height, greys } = grey
  const dark = new Uint8Array(greys.length)
  for (let at = 0; at < greys.length; at++) if (greys[at]! < ink) dark[at] = 1
  const { components, labels } = componentsOf(soft ? withSoft(dark, grey, soft) : dark, width, height)
  const strokes = components.map(({ label }) => ({
    ...{ label, left: width, top: height, right: 0, bottom: 0, count: 0, mass: 0 },
  }))
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (dark[at] !== 1) continue
      const stroke = strokes[labels[at]! - 1]!
      stroke.left = Math.min(stroke.left, x)
      stroke.right = Math.max(stroke.right, x + 1)
      stroke.top = Math.min(stroke.top, y)
      stroke.bottom = y + 1
      stroke.count++
      stroke.mass += (255 - greys[at]!) / 255
    }
  return { labels, strokes }
}
