import type { Flow, Glyph } from '../ink/model.ts'

/** A character seen along its own line: `from`/`to` the way the line runs, `base` counted across the lines, first line first. */
export interface Placed {
  readonly glyph: Glyph
  readonly from: number
  readonly to: number
  readonly base: number
}

/** The base line lies this much above the lower side of a character's box, in ems. */
const belowBase = 0.2

const turned: Readonly<Record<Flow, (glyph: Glyph) => readonly [from: number, to: number, lower: number]>> = {
  0: ({ box }) => [box.left, box.right, box.bottom],
  90: ({ box }) => [box.top, box.bottom, -box.left],
  180: ({ box }) => [-box.right, -box.left, -box.top],
  270: ({ box }) => [-box.bottom, -box.top, box.right],
}

export const place = (glyph: Glyph): Placed => {
  const [from, to, lower] = turned[glyph.flow](glyph)
  return { glyph, from, to, base: lower - belowBase * glyph.size }
}
