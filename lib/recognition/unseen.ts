import type { Block, Loss } from '../model/document.ts'

/** Kept as it was read, but struck out or not to be seen: whether it counts is not known. */
const keptUnseen: ReadonlySet<string> = new Set([
  'struck-text-kept',
  'white-text-kept',
  'tiny-text-kept',
  'deleted-text-kept',
  'table-style-kept',
])

/** The cells and lines of which a part is struck out or not to be seen, by their text: what they say of units is open. */
export const unseenTexts = (blocks: readonly Block[], losses: readonly Loss[]): ReadonlySet<string> => {
  const places = new Set(
    losses.flatMap(({ code, source }) => {
      if (!source || !keptUnseen.has(code)) return []
      return source.kind === 'paragraph'
        ? [`${source.paragraph}`]
        : [`${source.table}/${source.row}/${source.column}`]
    }),
  )
  if (places.size === 0) return places
  const texts = blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? places.has(`${block.number}`)
        ? [block.text]
        : []
      : block.cells
          .filter(({ row, column }) => places.has(`${block.number}/${row}/${column}`))
          .map(({ text }) => text),
  )
  return new Set(texts.map(text => text.trim()))
}
