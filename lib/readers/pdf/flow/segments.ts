import type { Line } from '../spelling/lines.ts'

/** A stretch of a line without a wide gap. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A gap as wide as this, in ems, separates columns; no spacing within a sentence is. */
const columnGap = 1.5

/** A line cut at its wide gaps. */
export const segmentsOf = (line: Line): Segment[] => {
  const segments: { from: number; to: number; text: string }[] = []
  for (const { glyph, from, to } of line.placed) {
    if (glyph.text.trim() === '') continue
    const last = segments.at(-1)
    if (last && from - last.to <= columnGap * line.size) {
      last.to = Math.max(last.to, to)
      last.text += glyph.text
    } else segments.push({ from, to, text: glyph.text })
  }
  return segments
}
