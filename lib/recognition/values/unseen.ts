import { lossKinds } from '../../losses/index.ts'
import { placeKey } from '../../losses/places.ts'
import type { Block } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'

/** The cells and lines of which a part is struck out or not to be seen, by their text: what they say of units is open. */
export const unseenTexts = (blocks: readonly Block[], losses: readonly Loss[]): ReadonlySet<string> => {
  const places = new Set(
    losses.flatMap(({ code, source }) => (source && lossKinds[code].keptUnseen ? [placeKey(source)] : [])),
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
