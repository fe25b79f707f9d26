import { sections } from '../../forms/sections.ts'
import { wordingsOf } from './labels/form-rows.ts'
import { matchInOrder } from './labels/in-order.ts'
import { hanOf, nearest, similarity } from './labels/similarity.ts'
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

/** How titles of reports end. */
const ends = ['政府信息公开工作年度报告', '政府信息公开年度报告', '信息公开工作年度报告']
/** The title stands among so many first lines, and not in a text that goes on. */
export const firstLines = 8

/** The text with the end of a title that it is most like, and how like it is; null where it is none. */
export const endedAsTitle = (text: string): { readonly text: string; readonly like: number } | null => {
  const characters = [...text.trim()]
  const [best] = ends
    .flatMap(end =>
      [-1, 0, 1].map(more => {
        const from = Math.max(0, characters.length - end.length - more)
        const like = similarity(characters.slice(from).join(''), end)
        return { text: characters.slice(0, from).join('') + end, like }
      }),
    )
    .sort((a, b) => b.like - a.like)
  return characters.length <= longest && best !== undefined && best.like >= standing ? best : null
}

/** A title in the wording that its end is most like; any other line as it is. */
const withEnd = ({ text, ...line }: ReadLine): ReadLine => {
  const ended = endedAsTitle(text)
  return { ...line, text: ended && ended.like < 1 ? ended.text : text }
}

/** Pages with their titles, of the report and of its sections, in the wording that they are most like, where they stand in the order of the form. */
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
  const first = new Set(lines.slice(0, firstLines))
  const titled = (line: ReadLine): ReadLine => (first.has(line) ? withEnd(line) : line)
  return pages.map(page => ({
    ...page,
    lines: page.lines.map(line => ({
      ...titled(line),
      ...(titles.has(line) ? { text: titles.get(line)! } : {}),
    })),
  }))
}
