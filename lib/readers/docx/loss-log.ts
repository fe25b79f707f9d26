import type { Block as DocumentBlock, Loss, Source } from '../../document.ts'
import { placeOf } from '../loss-place.ts'
import { limits } from './limits.ts'
import { type LossCode, lossMessages } from './loss-messages.ts'
import type { Cell, Paragraph } from './slim/model.ts'

/** What a loss is noted at. Its number is known only when the whole document has been written and read. */
export type Anchor = Cell | Paragraph

interface Noted {
  readonly code: LossCode
  readonly anchor: Anchor | undefined
  detail: string
}

export interface LossLog {
  /** Notes one loss; further ones of that code at that place join it. `detail` is what was lost, if it can be told. */
  readonly add: (code: LossCode, detail: string, anchor: Anchor | undefined) => void
  /** The losses, with places as in the finished document. Long series are cut and their rest is counted. */
  readonly losses: (blocks: readonly DocumentBlock[]) => Loss[]
}

/** The anchor's place in the finished document; a cell that only frames text counts as the cell or text around it. */
const sourceOf = (
  anchor: Anchor | undefined,
  tables: ReadonlyMap<number, DocumentBlock>,
): Source | undefined => {
  if (anchor === undefined) return undefined
  if ('kind' in anchor) {
    const paragraph = anchor.number ?? anchor.before?.number
    return paragraph === undefined ? undefined : { kind: 'paragraph', paragraph }
  }
  let cell: Cell = anchor
  while (cell.into) cell = cell.into
  const table = cell.table.number === undefined ? undefined : tables.get(cell.table.number)
  if (table?.kind === 'table' && cell.ordinal !== undefined) return table.cells[cell.ordinal]?.source
  return sourceOf(cell.table.within, tables)
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Collects what the reader could not carry. */
export const lossLog = (): LossLog => {
  const noted = new Map<Anchor | undefined, Map<LossCode, Noted>>()
  const listed: Noted[] = []
  const counts = new Map<LossCode, number>()
  const unlisted = new Map<LossCode, number>()
  return {
    add: (code, detail, anchor) => {
      const here = noted.get(anchor) ?? new Map<LossCode, Noted>()
      noted.set(anchor, here)
      const before = here.get(code)
      if (before && before.detail.length < 60) before.detail += detail
      if (before) return
      const count = (counts.get(code) ?? 0) + 1
      const note = { code, anchor, detail }
      counts.set(code, count)
      here.set(code, note)
      // Those in cells are listed to the last: a check looks for them at every figure.
      const inCell = anchor !== undefined && !('kind' in anchor)
      if (lossMessages[code].once ? count === 1 : inCell || count <= limits.lossesOfAKind) listed.push(note)
      else unlisted.set(code, (unlisted.get(code) ?? 0) + 1)
    },
    losses: blocks => {
      const tables = new Map(
        blocks.filter(block => block.kind === 'table').map(table => [table.number, table]),
      )
      const losses = listed.map(({ code, anchor, detail }): Loss => {
        const source = sourceOf(anchor, tables)
        const message = lossMessages[code].message(placeOf(source), clip(detail))
        return source ? { code, message, source } : { code, message }
      })
      for (const [code, more] of unlisted) {
        if (lossMessages[code].once) continue
        const { zh, en } = losses.find(loss => loss.code === code)!.message
        const message = {
          zh: `另有 ${more} 处同类情况。首处：${zh}`,
          en: `${more} more places like this. The first: ${en}`,
        }
        losses.push({ code, message })
      }
      return losses
    },
  }
}
