import { middleX, middleY, widthOf } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'

/** The same character painted again nearer than this, in parts of its width and size, is one: bold by double printing, shadows. */
const near = 0.35

/** Characters as a person sees them: those painted twice count once. `11` must not come of a bold `1`. */
export const withoutDoubles = (glyphs: readonly Glyph[]): Glyph[] => {
  const grid = new Map<string, Glyph[]>()
  const slot = (glyph: Glyph, dx: number, dy: number): string =>
    `${glyph.text} ${Math.floor(middleX(glyph.box) / 4) + dx} ${Math.floor(middleY(glyph.box) / 4) + dy}`
  const isDouble = (glyph: Glyph, other: Glyph): boolean =>
    other.flow === glyph.flow &&
    Math.abs(other.size - glyph.size) < 0.25 * glyph.size &&
    Math.abs(middleX(other.box) - middleX(glyph.box)) <= near * widthOf(glyph.box) &&
    Math.abs(middleY(other.box) - middleY(glyph.box)) <= near * glyph.size
  const around = [-1, 0, 1]
  return glyphs.filter(glyph => {
    if (glyph.text.trim() === '') return true
    for (const dx of around)
      for (const dy of around)
        if (grid.get(slot(glyph, dx, dy))?.some(other => isDouble(glyph, other))) return false
    const own = slot(glyph, 0, 0)
    const there = grid.get(own)
    if (there) there.push(glyph)
    else grid.set(own, [glyph])
    return true
  })
}
