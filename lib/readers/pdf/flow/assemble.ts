import type { Block } from '../../../model/document.ts'
import type { Source } from '../../../model/source.ts'
import type { LossList } from '../losses.ts'
import type { TableDraft } from '../tables/draft.ts'
import { assembleTable } from './assemble-table.ts'
import type { PageFlow, TextLine } from './items.ts'
import { measures } from './measure.ts'
import { type DraftParagraph, paragraphsOf } from './paragraphs.ts'
import { type Entry, sequence } from './sequence.ts'
import { gatherUnruled } from './unruled.ts'

/** Stretches of lines, and the tables between them. */
const stretches = (entries: readonly Entry[]): (TextLine[] | TableDraft)[] => {
  const all: (TextLine[] | TableDraft)[] = []
  for (const entry of entries) {
    const last = all.at(-1)
    if (entry.kind === 'table') all.push(entry.draft)
    else if (Array.isArray(last)) last.push(entry)
    else all.push([entry])
  }
  return all
}

/** The blocks of the document in reading order. What could not be carried goes to `losses`. */
export const assemble = (pages: readonly PageFlow[], losses: LossList): Block[] => {
  const blocks: Block[] = []
  const byPage = measures(pages)
  const flows = new Map(pages.map(flow => [flow.page, flow]))
  const onPictures = new Set(
    pages.filter(({ lost }) => lost.includes('picture-text-kept')).map(({ page }) => page),
  )
  let paragraphs = 0
  let tables = 0

  const addParagraph = ({ text, title, losses: found }: DraftParagraph): void => {
    if (text.trim() === '') return
    paragraphs += 1
    const source: Source = { kind: 'paragraph', paragraph: paragraphs }
    for (const code of new Set(found)) losses.place(code, source)
    blocks.push({ kind: 'paragraph', number: paragraphs, text: text.trim(), ...(title ? { level: 1 } : {}) })
  }

  const addLines = (lines: readonly TextLine[]): void => {
    let waiting: TextLine[] = []
    const flush = (): void => {
      for (const paragraph of paragraphsOf(waiting, page => byPage.get(page)!)) addParagraph(paragraph)
      waiting = []
    }
    for (const item of gatherUnruled(lines)) {
      if (item.kind === 'line') waiting.push(item)
      if (item.kind !== 'unruled') continue
      flush()
      for (const line of item.lines) losses.page('table-without-rulings', line.page)
      const text = item.lines.map(({ line }) => line.text).join('\n')
      addParagraph({ text, title: false, losses: item.lines.flatMap(({ line }) => line.losses) })
    }
    flush()
  }

  const addTable = (draft: TableDraft): void => {
    tables += 1
    const { table, drafts } = assembleTable(draft, tables, (page, box) => flows.get(page)!.toPage(box))
    blocks.push(table)
    table.cells.forEach(({ source }, at) => {
      for (const code of new Set(drafts[at]!.losses)) losses.place(code, source)
    })
    const unseen = drafts.findIndex(({ page }) => onPictures.has(page))
    if (unseen >= 0) losses.place('picture-text-kept', table.cells[unseen]!.source)
  }

  for (const stretch of stretches(sequence(pages)))
    if (Array.isArray(stretch)) addLines(stretch)
    else addTable(stretch)
  return blocks
}
