import { sections } from '../../forms/sections.ts'
import { wordingsOf } from './labels/form-rows.ts'
import { matchInOrder } from './labels/in-order.ts'
import { hanOf, nearest } from './labels/similarity.ts'
import type { ReadLine, ReadPage } from './read-page.ts'

/** A line less alike is another's: titles stand in no grid, and running text speaks of the same things. */
const standing = 0.7
/** Longer lines are running text. */
const longest = 40

/** Titles of sections, with what they should be where they were read with slips. */
const titleOf = ({ text }: ReadLine): { at: number; wording: string; similarity: number }[] =>
  text.length > longest
    ? []
    : sections.flatMap(({ number, ...label }, at) => {
        const numbered = wordingsOf(label).map(wording => `${number}、${wording}`)
        const match = nearest(text, numbered)
        return match.similarity >= standing ? [{ at, ...match }] : []
      })

/** Pages with the titles of their sections in the wording that they are most like, where they stand in the order of the form. */
export const withTitles = (pages: readonly ReadPage[]): ReadPage[] => {
  const lines = pages.flatMap(page => page.lines)
  const found = lines.map(titleOf)
  const candidates = lines.flatMap((_, at) => (found[at]!.length > 0 ? [at] : []))
  const likeness = (row: number, item: number) => found[candidates[row]!]!.find(({ at }) => at === item)
  const matches = matchInOrder({
    rows: candidates.length,
    items: sections.length,
    score: (row, item) => likeness(row, item)?.similarity ?? -1,
    skippedRow: 0,
    skippedItem: 0,
  })
  const titles = new Map(
    matches.flatMap(({ row, item }) => {
      const like = likeness(row, item)!
      const line = lines[candidates[row]!]!
      return hanOf(line.text) === hanOf(like.wording) ? [] : [[line, like.wording] as const]
    }),
  )
  if (titles.size === 0) return [...pages]
  return pages.map(page => ({
    ...page,
    lines: page.lines.map(line => ({ ...line, text: titles.get(line) ?? line.text })),
  }))
}
