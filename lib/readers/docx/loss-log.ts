import type { Block as DocumentBlock, Loss, Source } from '../../model/document.ts'
import { limits } from '../limits.ts'
import { placeOf } from '../loss-place.ts'
import { type LossCode, lossMessages } from './loss-messages.ts'
import type { Cell, Paragraph } from './slim/model.ts'

/** What a loss is noted at. Its number is known only when the whole document has been written and read. */
export type Anchor = Cell | Paragraph

/** The line being read: what is noted in a table that only frames text belongs to it. */
export interface Line {
  readonly paragraph: Paragraph
  /** Which of its lines with print, from 0. */
  readonly number: number
}

interface Noted {
  readonly code: LossCode
  readonly anchor: Anchor | undefined
  readonly line: Line | undefined
  detail: string
}

/** These may change what a short line above a table says, its unit: listed to the last, as those in cells are. */
const ofWords: ReadonlySet<LossCode> = new Set([
  'hidden-text-dropped',
  'struck-text-kept',
  'white-text-kept',
  'tiny-text-kept',
  'symbol-font-kept',
  'superscript-dropped',
])

export interface LossLog {
  /** Notes one loss; further ones of that code at that place join it. `detail` is what was lost, if it can be told. */
  readonly add: (code: LossCode, detail: string, anchor: Anchor | undefined, line?: Line) => void
  /** The losses, with places as in the finished document. Long series are cut and their rest is counted. */
  readonly losses: (blocks: readonly DocumentBlock[]) => Loss[]
}

/** A line is a paragraph of its own; one without print counts as the last before it. */
const sourceOfLine = ({ paragraph: { number, lines, before }, number: line }: Line): Source | undefined => {
  const paragraph = number === undefined ? before?.number : number + Math.min(line, Math.max(0, lines - 1))
  return paragraph === undefined ? undefined : { kind: 'paragraph', paragraph }
}

/**
 * The anchor's place in the finished document. In a cell that only frames text it is the line; where nothing was
 * printed, the cell or text around it.
 */
const sourceOf = (
  anchor: Anchor | undefined,
  tables: ReadonlyMap<number, DocumentBlock>,
  line?: Line,
): Source | undefined => {
  if (anchor === undefined) return undefined
  if ('kind' in anchor)
    return sourceOfLine(line?.paragraph === anchor ? line : { paragraph: anchor, number: 0 })
  let cell: Cell = anchor
  while (cell.into) cell = cell.into
  const table = cell.table.number === undefined ? undefined : tables.get(cell.table.number)
  if (table?.kind === 'table' && cell.ordinal !== undefined) return table.cells[cell.ordinal]?.source
  return line?.paragraph.number === undefined ? sourceOf(cell.table.within, tables, line) : sourceOfLine(line)
}

interface Located {
  readonly code: LossCode
  readonly source: Source | undefined
  detail: string
}

/** With their places; what was noted in several paragraphs of one cell is one loss. */
const joined = (listed: readonly Noted[], tables: ReadonlyMap<number, DocumentBlock>): readonly Located[] => {
  const cells = new Map<string, Located>()
  const all: Located[] = []
  for (const { code, anchor, line, detail } of listed) {
    const source = sourceOf(anchor, tables, line)
    const key = source?.kind === 'table' ? `${code} ${source.table} ${source.row} ${source.column}` : null
    const before = key === null ? undefined : cells.get(key)
    if (before) before.detail += before.detail.length < 60 ? detail : ''
    else {
      const located = { code, source, detail }
      if (key !== null) cells.set(key, located)
      all.push(located)
    }
  }
  return all
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Collects what the reader could not carry. */
export const lossLog = (): LossLog => {
  const noted = new Map<Anchor | undefined, Map<string, Noted>>()
  const listed: Noted[] = []
  const counts = new Map<LossCode, number>()
  const unlisted = new Map<LossCode, number>()
  return {
    add: (code, detail, anchor, line) => {
      const place = line?.paragraph ?? anchor
      const kind = line === undefined ? code : `${code} ${line.number}`
      const here = noted.get(place) ?? new Map<string, Noted>()
      noted.set(place, here)
      const before = here.get(kind)
      if (before && before.detail.length < 60) before.detail += detail
      if (before) return
      const count = (counts.get(code) ?? 0) + 1
      const note = { code, anchor, line, detail }
      counts.set(code, count)
      here.set(kind, note)
      // Those in cells are listed to the last: a check looks for them at every figure.
      const all = ofWords.has(code) || (anchor !== undefined && !('kind' in anchor))
      if (lossMessages[code].once ? count === 1 : all || count <= limits.lossesOfAKind) listed.push(note)
      else unlisted.set(code, (unlisted.get(code) ?? 0) + 1)
    },
    losses: blocks => {
      const tables = new Map(
        blocks.filter(block => block.kind === 'table').map(table => [table.number, table]),
      )
      const losses = joined(listed, tables).map(({ code, source, detail }): Loss => {
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
