import { middleX, middleY, widthOf } from '../geometry.ts'
import type { Glyph } from './model.ts'

/** The same character painted again nearer than this, in parts of its width and size, is one: bold by double printing, shadows. */
const near = 0.35

/** Whether a character is printed a second time, to make it bold or for its shadow. */
export const isDouble = (glyph: Glyph, other: Glyph): boolean =>
  other.text === glyph.text &&
  other.flow === glyph.flow &&
  Math.abs(other.size - glyph.size) < 0.25 * glyph.size &&
  Math.abs(middleX(other.box) - middleX(glyph.box)) <= near * widthOf(glyph.box) &&
  Math.abs(middleY(other.box) - middleY(glyph.box)) <= near * glyph.size
