import type { Line } from './lines.ts'
import { isWide } from './wide.ts'

/** A cell keeps about this much free at both sides together, in points: Word's default is 10.8. */
export const cellPadding = 12

const isDigit = (character: string): boolean => /[\d０-９.,，．]/u.test(character)
const isLetter = (character: string): boolean => /[\p{Script=Latin}\d]/u.test(character)

const seenOf = (line: Line) => line.placed.filter(({ glyph }) => glyph.text.trim() !== '')

/** Width of what would have to fit behind a line to keep the next one's beginning on it. */
const leadingWidth = (line: Line, whole: boolean): number => {
  const seen = seenOf(line)
  const first = seen[0]!
  if (!whole || isWide(first.glyph.text)) return first.to - first.from
  const end = seen.findIndex(
    (item, at) => at > 0 && (isWide(item.glyph.text) || item.from - seen[at - 1]!.to > 0.15 * line.size),
  )
  return (seen[end < 0 ? seen.length - 1 : end - 1] ?? first).to - first.from
}

/** Lines of one paragraph are no farther apart than this, in ems, unless the whole page is set wider. */
export const farthest = 2.2
/** Digits of one number broken over lines are set close. */
const farthestDigits = 1.8

/** What a line may take, padding included, and how far apart lines may be, in ems. */
export interface Measure {
  readonly width: number
  readonly padding: number
  readonly pitch?: number
  /** In a cell digits below each other may be two numbers: this year’s and last year’s. */
  readonly cell?: boolean
}

/**
 * Whether `next` goes on where `line` ended, because what it begins with found no room behind it. Null where it does not;
 * otherwise what stands between the two.
 */
export const continuation = (
  line: Line,
  next: Line,
  { width, padding, pitch: most = farthest, cell = false }: Measure,
): '' | ' ' | null => {
  const last = line.text.at(-1) ?? ''
  const first = next.text[0] ?? ''
  const pitch = (next.base - line.base) / Math.max(line.size, next.size)
  const digits = isDigit(last) && isDigit(first)
  if (cell && digits) return null
  if (pitch > 0 && pitch > (digits ? farthestDigits : most)) return null
  const words = isLetter(last) && isLetter(first) && !digits
  // Punctuation may not begin a line and takes a character down with it.
  const slackAllowed = digits ? 0 : line.size
  const needed = leadingWidth(next, !digits) + slackAllowed + padding
  if (width - (line.to - line.from) > needed) return null
  return words ? ' ' : ''
}
