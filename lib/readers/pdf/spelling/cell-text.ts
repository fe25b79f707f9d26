import type { LossCodeOf } from '../../../losses/index.ts'
import { type Box, heightOf, widthOf } from '../geometry.ts'
import type { Flow, Glyph } from '../ink/model.ts'
import { type Line, linesOf } from './lines.ts'
import { type Tracking, untracked } from './tracking.ts'
import { isWide } from './wide.ts'
import { cellPadding, continuation } from './wrap.ts'

/** What stands in a cell. */
export interface CellText {
  readonly text: string
  readonly lines: readonly Line[]
  /** What a line of it may take, along the line. */
  readonly room: number
  readonly losses: readonly LossCodeOf<'pdf'>[]
}

/** How painting went on from character to character: down by about an em, to the right, or back up to a column at the left. */
const steps = (glyphs: readonly Glyph[]): { down: number; right: number; back: number } => {
  const count = { down: 0, right: 0, back: 0 }
  for (let at = 1; at < glyphs.length; at++) {
    const before = glyphs[at - 1]!
    const next = glyphs[at]!
    const dx = (next.box.left - before.box.left) / next.size
    const dy = (next.box.top - before.box.top) / next.size
    if (Math.abs(dx) < 0.3 && dy > 0.7 && dy < 2) count.down += 1
    else if (Math.abs(dy) < 0.3 && dx > 0.3) count.right += 1
    else if (dx < -0.7 && dy < 0.3 && isWide(before.text) && isWide(next.text)) count.back += 1
  }
  return count
}

/**
 * Upright characters written one below the other, in several columns from right to left: told by the order in which
 * they were painted. One column alone reads the same either way.
 */
const asColumns = (glyphs: readonly Glyph[]): readonly Glyph[] => {
  const seen = glyphs.filter(({ text, flow }) => flow === 0 && text.trim() !== '')
  const { down, right, back } = steps(seen)
  return back > 0 && down + back === seen.length - 1 && right === 0
    ? glyphs.map(glyph => ({ ...glyph, flow: 90 }))
    : glyphs
}

/** A label written from top to bottom, one character to a line. */
const isStack = (lines: readonly Line[]): boolean =>
  lines.length > 2 && lines.every(({ text }) => [...text].length === 1 && isWide(text))

const flows: readonly Flow[] = [0, 90, 270, 180]

/** The text of the characters in a cell: wrapped lines joined, paragraphs kept apart. */
export const cellText = (glyphs: readonly Glyph[], box: Box, tracking: Tracking = untracked): CellText => {
  const ordered = asColumns(glyphs)
  let text = ''
  const all: Line[] = []
  let room = widthOf(box)
  for (const flow of flows) {
    const lines = linesOf(
      ordered.filter(glyph => glyph.flow === flow),
      true,
      tracking,
    )
    if (lines.length === 0) continue
    room = flow === 0 || flow === 180 ? widthOf(box) : heightOf(box)
    const stacked = isStack(lines)
    lines.forEach((line, at) => {
      const before = lines[at - 1]
      const next = before && continuation(before, line, { width: room, padding: cellPadding, cell: true })
      text += `${text === '' ? '' : stacked && before ? '' : (next ?? '\n')}${line.text}`
    })
    all.push(...lines)
  }
  return {
    text,
    lines: all,
    room,
    losses: all.flatMap(line => line.losses),
  }
}
