import { middleX, middleY } from '../geometry.ts'
import { isDouble } from '../ink/double.ts'
import type { Glyph } from '../ink/model.ts'

/** Characters are looked for in their own square of the page and those around it; so many squares make a column. */
const cell = 4
const columns = 100_000

/** Characters as a person sees them: those painted twice count once. `11` must not come of a bold `1`. */
export const withoutDoubles = (glyphs: readonly Glyph[]): Glyph[] => {
  const grids = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter(glyph => {
    if (glyph.text.trim() === '') return true
    const own = Math.floor(middleX(glyph.box) / cell) * columns + Math.floor(middleY(glyph.box) / cell)
    const grid = grids.get(glyph.text)
    if (!grid) {
      grids.set(glyph.text, new Map([[own, [glyph]]]))
      return true
    }
    for (let dx = -columns; dx <= columns; dx += columns)
      for (let dy = -1; dy <= 1; dy++)
        if (grid.get(own + dx + dy)?.some(other => isDouble(glyph, other))) return false
    const there = grid.get(own)
    if (there) there.push(glyph)
    else grid.set(own, [glyph])
    return true
  })
}
