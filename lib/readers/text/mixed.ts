import { moved } from '../../losses/moved.ts'
import type { Block, Document } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'
import type { Source } from '../../model/source.ts'

/** Lines of one kind that follow one another: HTML tables, or anything else. */
interface Part {
  readonly kind: 'html' | 'lines'
  readonly lines: readonly string[]
}

/** Cuts text or Markdown with tables written as HTML into what is HTML and what is not. */
export const partsOf = (lines: readonly string[]): Part[] => {
  const parts: { kind: Part['kind']; lines: string[] }[] = []
  let depth = 0
  for (const line of lines) {
    const opened = line.match(/<table[\s>]/gi)?.length ?? 0
    const closed = line.match(/<\/table\s{0,4}>/gi)?.length ?? 0
    const kind = depth === 0 && opened === 0 ? 'lines' : 'html'
    const last = parts[parts.length - 1]
    if (last?.kind === kind) last.lines.push(line)
    else parts.push({ kind, lines: [line] })
    depth = Math.max(depth + opened - closed, 0)
  }
  return parts
}

/** How many paragraphs and tables stand before a part. */
interface Before {
  readonly paragraphs: number
  readonly tables: number
}

const shifted = (source: Source, { paragraphs, tables }: Before): Source => {
  if (source.kind === 'paragraph') return { ...source, paragraph: source.paragraph + paragraphs }
  return { ...source, table: source.table + tables }
}

const movedBlock = (block: Block, before: Before): Block =>
  block.kind === 'paragraph'
    ? { ...block, number: block.number + before.paragraphs }
    : {
        ...block,
        number: block.number + before.tables,
        cells: block.cells.map(cell => ({ ...cell, source: shifted(cell.source, before) })),
      }

const movedLoss = (loss: Loss, before: Before): Loss =>
  loss.source === undefined ? loss : moved(loss, shifted(loss.source, before))

/** One document of its parts, their paragraphs and tables numbered through. */
export const joined = (parts: readonly Document[]): Document => {
  const blocks: Block[] = []
  const losses: Loss[] = []
  let before: Before = { paragraphs: 0, tables: 0 }
  for (const part of parts) {
    for (const block of part.blocks) blocks.push(movedBlock(block, before))
    for (const loss of part.losses) losses.push(movedLoss(loss, before))
    const tables = part.blocks.filter(block => block.kind === 'table').length
    before = {
      paragraphs: before.paragraphs + part.blocks.length - tables,
      tables: before.tables + tables,
    }
  }
  return { format: 'markdown', blocks, losses }
}
