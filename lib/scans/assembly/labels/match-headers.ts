import type { Form, FormBlock, Label } from '../../../forms/form.ts'
import { type LayoutCell, layoutOf } from '../../../forms/layout.ts'
import { rememberFor } from '../../../util/remember.ts'
import { type ReadCell, textOf } from '../read-page.ts'
import { wordingsOf } from './form-rows.ts'
import { type Match, matchInOrder } from './in-order.ts'
import { nearestLabel } from './similarity.ts'

/** A cell that is read as a label of the form. */
export interface MatchedCell {
  readonly cell: ReadCell
  readonly wording: string
  readonly similarity: number
}

/** A cell that is read as a header cell of the form. */
export interface MatchedHeader extends MatchedCell {
  readonly header: LayoutCell
}

/** A header cell of a form with all its wordings. */
interface HeaderCell extends LayoutCell {
  readonly wordings: readonly string[]
  /** It says a unit or a sign: a slip may be what is printed. */
  readonly telling: boolean
}

const labelsOf = ({ caption, corner, columns }: FormBlock): readonly Label[] => [
  ...(caption ? [caption] : []),
  ...(corner ? [corner] : []),
  ...columns.flatMap(({ path }) => path),
]

const isHeader = ({ kind }: LayoutCell): boolean =>
  kind === 'caption' || kind === 'corner' || kind === 'columnHeader'

/** Column by column, from the top: so the labels of a header have one order however deep it is. */
const byColumn = (
  a: { readonly column: number; readonly row: number },
  b: { readonly column: number; readonly row: number },
): number => a.column - b.column || a.row - b.row

/** The header cells of each block of a form, in order. */
export const headersOf = rememberFor((form: Form): readonly (readonly HeaderCell[])[] =>
  form.blocks.map((block, at) => {
    const labels = labelsOf(block)
    const telling = new Set<string>(
      block.columns.filter(({ unit, signed }) => unit || signed).map(({ path }) => path.at(-1)!.label),
    )
    return layoutOf(form)
      .cells.filter(cell => cell.block === at && isHeader(cell))
      .map(cell => ({
        ...cell,
        wordings: wordingsOf(labels.find(({ label }) => label === cell.text)!),
        telling: telling.has(cell.text),
      }))
      .sort(byColumn)
  }),
)

/** What is less alike than this is another label, or was not read. */
const leastAlike = 0.3
const skipped = 0.1
/** A label this alike is the form's; so is one between two that are more so. */
const standing = 0.5
const besideStanding = 0.6

/** Which cells of words are which of the form's header cells, in their order. */
export const matchHeader = (cells: readonly ReadCell[], header: readonly HeaderCell[]): MatchedHeader[] => {
  const words = cells.filter(({ content }) => content === 'words').toSorted(byColumn)
  const texts = words.map(textOf)
  const known = texts.map(text => header.map(({ wordings }) => nearestLabel(text, wordings)))
  const likeness = ({ row, item }: Match): number => known[row]![item]!.similarity
  const matches = matchInOrder({
    rows: words.length,
    items: header.length,
    score: (row, item) => known[row]![item]!.similarity - leastAlike,
    skippedRow: skipped,
    skippedItem: skipped,
  })
  /** Whether it is the one cell between two that stand, as it is the one of the form. */
  const isBetween = (at: number): boolean =>
    [matches[at - 1], matches[at + 1]].every(
      (other, side) =>
        other !== undefined &&
        likeness(other) >= besideStanding &&
        other.row === matches[at]!.row + (side === 0 ? -1 : 1) &&
        other.item === matches[at]!.item + (side === 0 ? -1 : 1),
    )
  return matches.flatMap((match, at): MatchedHeader[] => {
    const { row, item } = match
    const best = known[row]!.reduce((most, each) => Math.max(most, each.similarity), 0)
    const own = likeness(match)
    // What is more like another label stands in its own place, whatever the order says.
    if (best > Math.max(own, leastAlike) || (own < standing && !isBetween(at))) return []
    const kept = header[item]!.telling && own < 1
    return [
      {
        cell: words[row]!,
        header: header[item]!,
        wording: kept ? texts[row]! : known[row]![item]!.wording,
        similarity: Math.max(own, standing),
      },
    ]
  })
}
