import { moved } from '../../losses/moved.ts'
import type { Block, Document } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'
import type { Source } from '../../model/source.ts'

/** A document that stands within another, before the block of that index. */
export interface Inserted {
  readonly at: number
  readonly document: Document
}

/** New numbers for the paragraphs and tables of one document, by the old ones. */
interface Numbers {
  readonly paragraphs: Map<number, number>
  readonly tables: Map<number, number>
}

const newNumbers = (): Numbers => ({ paragraphs: new Map(), tables: new Map() })

const renumbered = (source: Source, { paragraphs, tables }: Numbers): Source =>
  source.kind === 'paragraph'
    ? { ...source, paragraph: paragraphs.get(source.paragraph) ?? source.paragraph }
    : { ...source, table: tables.get(source.table) ?? source.table }

const lossOf = (loss: Loss, numbers: Numbers): Loss =>
  loss.source ? moved(loss, renumbered(loss.source, numbers)) : loss

/** One document of several, paragraphs and tables counted through, in the order they stand. */
export const withInserted = (outer: Document, inserted: readonly Inserted[]): Document => {
  const blocks: Block[] = []
  const losses: Loss[] = []
  let paragraphs = 0
  let tables = 0
  const add = (from: readonly Block[], numbers: Numbers): void => {
    for (const block of from)
      if (block.kind === 'paragraph') {
        numbers.paragraphs.set(block.number, ++paragraphs)
        blocks.push({ ...block, number: paragraphs })
      } else {
        numbers.tables.set(block.number, ++tables)
        const cells = block.cells.map(cell => ({ ...cell, source: renumbered(cell.source, numbers) }))
        blocks.push({ ...block, number: tables, cells })
      }
  }
  const own = newNumbers()
  let from = 0
  for (const { at, document } of inserted) {
    add(outer.blocks.slice(from, at), own)
    from = at
    const numbers = newNumbers()
    add(document.blocks, numbers)
    for (const loss of document.losses) losses.push(lossOf(loss, numbers))
  }
  add(outer.blocks.slice(from), own)
  return { ...outer, blocks, losses: [...outer.losses.map(loss => lossOf(loss, own)), ...losses] }
}
