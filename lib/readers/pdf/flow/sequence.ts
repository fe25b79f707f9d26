import { draftOf, type TableDraft } from '../tables/draft.ts'
import { joinPart } from '../tables/join.ts'
import type { PageFlow, TextLine } from './items.ts'

/** The document from top to bottom: lines of text and whole tables. */
export type Entry = TextLine | { readonly kind: 'table'; readonly draft: TableDraft }

/** A frame around text is no table; its text is read as such. */
const withoutBoxes = (entry: Entry): Entry[] => {
  if (entry.kind === 'line' || entry.draft.cells.length > 1) return [entry]
  const [cell] = entry.draft.cells
  return cell!.lines.map(line => ({ kind: 'line', page: cell!.page, line }))
}

const hasText = (entry: Entry): boolean =>
  entry.kind === 'line' || entry.draft.cells.some(cell => cell.text.trim() !== '')

/** Lines of a header or footer that could not be told as such stand between two parts, no more of them than this. */
const mostBetween = 3

/** The last table, where only so few lines came after it. */
const lastTable = (entries: readonly Entry[]): number => {
  const at = entries.findLastIndex(entry => entry.kind === 'table')
  return entries.length - at - 1 <= mostBetween ? at : -1
}

/** Puts pages together: what of a table stands at the top of a page goes on where nothing but the table ended the page before. */
export const sequence = (pages: readonly PageFlow[]): Entry[] => {
  const entries: Entry[] = []
  for (const item of pages.flatMap(page => page.items)) {
    if (item.kind === 'line') {
      entries.push(item)
      continue
    }
    const at = lastTable(entries)
    const before = entries[at]
    const joined =
      before?.kind === 'table' && before.draft.last.page === item.page - 1
        ? joinPart(before.draft, item.part)
        : null
    const apart = at < entries.length - 1
    // With text between them two tables are one only if a row is cut between them.
    if (joined === null || (apart && !joined.cut)) entries.push({ kind: 'table', draft: draftOf(item.part) })
    else entries.splice(at, entries.length - at, ...entries.slice(at + 1), { kind: 'table', draft: joined })
  }
  return entries.filter(hasText).flatMap(withoutBoxes)
}
