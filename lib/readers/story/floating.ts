import { lossCollector } from '../../losses/collector.ts'
import type { Block, Table } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'

/** A text box that may lie upon a table: figures typed over others cannot be told from the place they cover. */
export interface Floating {
  readonly text: string
  /** The paragraph of the Document it stands at, or the table whose cell it hangs on. */
  readonly at: { readonly paragraph: number } | { readonly table: number }
  /** How much text may stand between it and a table it lies upon. */
  readonly reach: number
}

/** Characters: a few lines; a page. */
export const fewLines = 200
export const onePage = 1500

/** Numbers that are no figure of a table: years and dates, documents, notes, pages. */
const ordinary =
  /[12]\d{3}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|(?:附[件表]|注)\s*\d+|第\s*\d+\s*[页期号]|[〔[(（]\d{4}[〕\])）]\s*\d+\s*号/gu

/** Whether a figure of a table may be covered by one in this text. */
export const holdsFigures = (text: string): boolean => /[\d０-９]/u.test(text.replace(ordinary, ''))

/** The nearest table in one direction, if no more than so much text stands before it, and those it runs on in. */
const nearest = (blocks: readonly Block[], from: number, step: 1 | -1, reach: number): readonly Table[] => {
  const found: Table[] = []
  let passed = 0
  for (let at = from; at >= 0 && at < blocks.length && passed <= reach; at += step) {
    const block = blocks[at]!
    // A table that a page break parts, or one in a cell, which stands behind the table around it.
    if (block.kind === 'table') found.push(block)
    else if (found.length > 0) break
    else passed += block.text.length
  }
  return found
}

const tablesNear = (blocks: readonly Block[], places: Places, { at, reach }: Floating): readonly Table[] => {
  if ('table' in at) {
    const own = places.tables.get(at.table)
    return own ? [own] : []
  }
  if (reach === Number.POSITIVE_INFINITY) return [...places.tables.values()]
  const from = places.paragraphs.get(at.paragraph) ?? -1
  return [...nearest(blocks, from - 1, -1, reach), ...nearest(blocks, from + 1, 1, reach)]
}

interface Places {
  readonly paragraphs: ReadonlyMap<number, number>
  readonly tables: ReadonlyMap<number, Table>
}

/** One loss for each table that boxes with figures may lie upon, at its first cell: which cells they cover nobody can tell. */
export const floatingLosses = (blocks: readonly Block[], floating: readonly Floating[]): readonly Loss[] => {
  const boxes = floating.filter(({ text }) => holdsFigures(text))
  if (boxes.length === 0) return []
  const places: Places = {
    paragraphs: new Map(
      blocks.flatMap((block, at) => (block.kind === 'paragraph' ? [[block.number, at]] : [])),
    ),
    tables: new Map(blocks.flatMap(block => (block.kind === 'table' ? [[block.number, block]] : []))),
  }
  const losses = lossCollector('office')
  for (const box of boxes)
    for (const { cells } of tablesNear(blocks, places, box))
      if (cells[0]) losses.add('box-over-table', cells[0].source, ` ${box.text}`)
  return losses.all()
}
