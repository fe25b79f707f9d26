import type { Glyph } from '../ink/model.ts'
import { areOneNumber } from './runs.ts'

interface Filled {
  readonly glyphs: readonly Glyph[]
}

/** Lower sides of characters nearer than this, in ems, are on one line. */
const sameLine = 0.3

/** Characters of cells line by line, left to right, with the cell that each was put into. */
const linesOf = <Cell extends Filled>(cells: readonly Cell[]) => {
  const all = cells
    .flatMap(cell => cell.glyphs.map(glyph => ({ cell, glyph })))
    .filter(({ glyph }) => glyph.flow === 0 && glyph.text.trim() !== '')
    .sort((a, b) => a.glyph.box.bottom - b.glyph.box.bottom)
  const lines: (typeof all)[] = []
  for (const item of all) {
    const line = lines.at(-1)
    const { box, size } = item.glyph
    if (line && box.bottom - line[0]!.glyph.box.bottom <= sameLine * size) line.push(item)
    else lines.push([item])
  }
  return lines.map(line => line.sort((a, b) => a.glyph.box.left - b.glyph.box.left))
}

/**
 * Cells between which a ruling stands where it may as well stand in the middle of a number that found no room: digits at
 * both sides of it are no farther apart than those of one number. In whatever order they were painted.
 */
export const cellsInDoubt = <Cell extends Filled>(cells: readonly Cell[]): ReadonlySet<Cell> => {
  const found = new Set<Cell>()
  for (const line of linesOf(cells))
    line.forEach(({ cell, glyph }, at) => {
      const before = line[at - 1]
      if (!before || before.cell === cell) return
      if (!areOneNumber(line[at - 2]?.glyph, before.glyph, glyph, line[at + 1]?.glyph)) return
      found.add(before.cell)
      found.add(cell)
    })
  return found
}
