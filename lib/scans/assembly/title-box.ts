import { type Box, heightOf } from '../../readers/pdf/geometry.ts'
import type { ReadLine } from './read-page.ts'
import { endedAsTitle, firstLines } from './titles.ts'

/** So many lines above the last of a title may be of it: name, year, and a word broken by the margin. */
const above = 3
/** Longer lines are running text. */
const longest = 40

const yearAlone = /^[（(【[]?[\d〇○零一二三四五六七八九]{4}年?度?[)）】\]]?$/u

/** How much of the paper around the lines is shown, in their heights. */
const rim = 0.4

/** Around the lines that print a title, from the left of the first to the right of the last; null where none does. */
export const titleBox = (lines: readonly ReadLine[]): Box | null => {
  const first = lines.slice(0, firstLines)
  const last = first.findLastIndex(({ text }) => endedAsTitle(text) !== null)
  if (last < 0) return null
  const from =
    first.findLastIndex(({ text }, at) => at < last && (at < last - above || text.length > longest)) + 1
  const below = yearAlone.test(lines[last + 1]?.text.replace(/\s/gu, '') ?? '') ? 1 : 0
  const boxes = lines.slice(from, last + 1 + below).map(({ box }) => box)
  const around = rim * Math.max(...boxes.map(heightOf))
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - around,
    top: Math.min(...boxes.map(({ top }) => top)) - around,
    right: Math.max(...boxes.map(({ right }) => right)) + around,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + around,
  }
}
