import type { Ink } from '../../pdf/ink/model.ts'
import { holdTables, isFigures } from '../../story/placed.ts'
import type { Drawn } from '../slim/place-model.ts'
import { inkOfPage } from './ink.ts'
import { pagesOf } from './pages.ts'

/** Boxes that hang on a place of their own are laid out by themselves from so many on. */
const leastGroup = 6

const textOf = ({ blocks }: Drawn): string =>
  blocks
    .flatMap(block => (block.kind === 'paragraph' ? block.content : []))
    .map(piece => (piece.kind === 'text' ? piece.text : ' '))
    .join('')

const isFigure = (drawn: Drawn): boolean => isFigures(textOf(drawn))

const isText = ({ blocks }: Drawn): boolean =>
  blocks.length > 0 && blocks.every(block => block.kind === 'paragraph')

/** What stands for the left edge of the text, as long as it has one column. */
const textEdge: ReadonlySet<string> = new Set(['column', 'margin', 'text'])
/** What counts from a letter or a line of the text: where that stands only a program that sets the page knows. */
const unknown: ReadonlySet<string> = new Set(['character', 'char', 'line'])

/** Places that count from the same edge or paragraph can be compared; null where nobody can. */
const keyOf = ({ page, anchor, origin }: Drawn): string | null => {
  if (origin === null || unknown.has(origin.x) || unknown.has(origin.y)) return null
  const down = origin.y === 'paragraph' || origin.y === 'text' ? `paragraph ${anchor}` : origin.y
  return `${page} ${down} ${textEdge.has(origin.x) ? 'text' : origin.x}`
}

/** What is to be read by its place. */
export interface PlacedTexts {
  readonly inks: readonly Ink[]
  /** Figures that stand somewhere, but nobody can tell where: not read. */
  readonly lost: readonly string[]
}

/**
 * The texts of a document that stand at places of their own, as pages of characters and lines. Null where there are
 * few: they are read where the file has them. Marks the paragraphs it takes as read `byPlace`.
 */
export const placedTexts = (drawn: readonly Drawn[], size: readonly [number, number]): PlacedTexts | null => {
  const texts = drawn.filter(isText)
  if (!holdTables(texts.length, texts.filter(isFigure).length)) return null
  const inks: Ink[] = []
  const lost: Drawn[] = []
  const known = drawn.filter(
    item => keyOf(item) !== null && !item.turned && (item.blocks.length === 0 || isText(item)),
  )
  const groups = [...Map.groupBy(known, keyOf).values()]
  const perPage = Map.groupBy(groups, group => group[0]!.page)
  const readable = new Set<Drawn>()
  for (const group of groups) {
    const own = group.filter(isText)
    if (own.length === 0) continue
    const alone = perPage.get(group[0]!.page)!.filter(other => other.some(isText)).length === 1
    const pages = alone || own.length >= leastGroup ? pagesOf(group) : null
    if (pages === null) continue
    for (const page of pages) inks.push(inkOfPage(page, inks.length + 1, size))
    for (const text of own) readable.add(text)
  }
  for (const text of texts) {
    const take = readable.has(text)
    if (!take && isFigure(text)) lost.push(text)
    if (take || isFigure(text))
      for (const block of text.blocks) if (block.kind === 'paragraph') block.byPlace = true
  }
  return { inks, lost: lost.map(textOf) }
}
