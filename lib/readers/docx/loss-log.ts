import { lossCollector } from '../../losses/collector.ts'
import type { LossCodeOf } from '../../losses/index.ts'
import type { Loss } from '../../model/loss.ts'
import type { Source } from '../../model/source.ts'
import type { StoryPlaces } from '../story/document.ts'
import type { Cell, Paragraph } from './slim/model.ts'

/** What a loss is noted at. Its number is known only when the whole document has been written. */
export type Anchor = Cell | Paragraph

/** The line being read: what is noted in a table that only frames text belongs to it. */
export interface Line {
  readonly paragraph: Paragraph
  /** Which of its lines with print, from 0. */
  readonly number: number
}

interface Noted {
  readonly code: LossCodeOf<'office'>
  readonly anchor: Anchor | undefined
  readonly line: Line | undefined
  readonly detail: string
}

export interface LossLog {
  /** Notes one loss; `detail` is what was lost, if it can be told. */
  readonly add: (code: LossCodeOf<'office'>, detail: string, anchor: Anchor | undefined, line?: Line) => void
  /** The losses, with places as in the finished document. */
  readonly losses: (written: StoryPlaces) => readonly Loss[]
}

/** A line is a paragraph of its own; one without print counts as the last before it. */
const sourceOfLine = ({ paragraph, number: line }: Line, { paragraphs }: StoryPlaces): Source | undefined => {
  const first = paragraphs.get(paragraph)?.number
  const before = paragraph.before ? paragraphs.get(paragraph.before)?.number : undefined
  const number = first === undefined ? before : first + Math.min(line, Math.max(0, paragraph.lines - 1))
  return number === undefined ? undefined : { kind: 'paragraph', paragraph: number }
}

/**
 * The anchor's place in the finished document. In a cell that only frames text it is the line; where nothing was
 * printed, the cell or text around it.
 */
const sourceOf = (anchor: Anchor | undefined, written: StoryPlaces, line?: Line): Source | undefined => {
  if (anchor === undefined) return undefined
  if ('kind' in anchor)
    return sourceOfLine(line?.paragraph === anchor ? line : { paragraph: anchor, number: 0 }, written)
  let cell: Cell = anchor
  while (cell.into) cell = cell.into
  const source = written.cells.get(cell)
  if (source) return source
  const printed = line && written.paragraphs.get(line.paragraph)?.number !== undefined
  return printed ? sourceOfLine(line, written) : sourceOf(cell.table.within, written, line)
}

/** Collects what the reader could not carry. */
export const lossLog = (): LossLog => {
  const noted: Noted[] = []
  return {
    add: (code, detail, anchor, line) => {
      noted.push({ code, detail, anchor, line })
    },
    losses: written => {
      const losses = lossCollector('office')
      for (const { code, detail, anchor, line } of noted)
        losses.add(code, sourceOf(anchor, written, line), detail)
      return losses.all()
    },
  }
}
