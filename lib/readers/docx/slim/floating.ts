import type { StoryPlaces } from '../../story/document.ts'
import { type Floating, fewLines, onePage } from '../../story/floating.ts'
import type { Block, Cell, Paragraph } from './model.ts'
import type { Drawn, Places } from './place-model.ts'

/** What stands at the same place however the text runs. */
const byPage: ReadonlySet<string> = new Set(['page', 'margin', 'topMargin', 'bottomMargin'])
/** Points; a box moved farther lies upon another cell than that it hangs on. */
const leastShift = 30

interface Held {
  readonly blocks: readonly Block[]
}

const paragraphsOf = ({ blocks }: Held): Paragraph[] => blocks.filter(block => block.kind === 'paragraph')

const textOf = (drawn: Held): string =>
  paragraphsOf(drawn)
    .map(({ content }) => content.map(piece => (piece.kind === 'text' ? piece.text : ' ')).join(''))
    .join(' ')

const isFromPage = ({ origin }: Pick<Drawn, 'origin'>): boolean => origin === null || byPage.has(origin.y)

/** Whether a box that hangs on a cell may lie upon others; one that says no size is drawn nowhere. */
export const leavesCell = (drawn: Pick<Drawn, 'origin' | 'place' | 'blocks'>): boolean => {
  const { left, top, width, height } = drawn.place
  if (drawn.blocks.length === 0 || (width === 0 && height === 0)) return false
  return isFromPage(drawn) || Math.abs(left) > leastShift || Math.abs(top) > leastShift
}

const tableOf = (cell: Cell, written: StoryPlaces): number | undefined => {
  const source = written.cells.get(cell.into ?? cell)
  const { within } = cell.table
  if (source?.kind === 'table') return source.table
  return within && !('kind' in within) ? tableOf(within, written) : undefined
}

/** The text boxes and frames that are read where the file has them, though they stand at a place of their own. */
export const floatingOf = ({ drawn, overCells }: Places, written: StoryPlaces): readonly Floating[] => [
  ...drawn.flatMap((box): Floating[] => {
    const [first] = paragraphsOf(box)
    if (!first || first.byPlace) return []
    const numberOf = (paragraph: Paragraph | null) =>
      paragraph === null ? undefined : written.paragraphs.get(paragraph)?.number
    const paragraph = numberOf(first) ?? numberOf(first.before)
    if (paragraph === undefined) return []
    return [{ text: textOf(box), at: { paragraph }, reach: isFromPage(box) ? onePage : fewLines }]
  }),
  ...overCells.flatMap(({ cell, blocks }): Floating[] => {
    const table = tableOf(cell, written)
    return table === undefined ? [] : [{ text: textOf({ blocks }), at: { table }, reach: 0 }]
  }),
]
