import { lossCollector } from '../../losses/collector.ts'
import type { LossCodeOf } from '../../losses/index.ts'
import type { Block } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'
import { isPrinted } from '../story/model.ts'
import type { FinishTable } from './table-builder.ts'
import { type TextFlow, textFlow } from './text-flow.ts'

export interface BlockWriter {
  readonly blocks: readonly Block[]
  readonly losses: () => readonly Loss[]
  /** Takes the text outside tables. */
  readonly flow: TextFlow
  /** Ends the paragraph being read. Blank paragraphs are none. */
  readonly endParagraph: (level?: number) => void
  /** Notes a loss in the paragraph being read, or after the last one if nothing else stands here. */
  readonly lose: (code: LossCodeOf<'web'>) => void
  /** Numbers the table that `finish` makes, and takes its losses. */
  readonly table: (finish: FinishTable) => void
}

/** Numbers paragraphs and tables and keeps them in reading order. */
export const blockWriter = (): BlockWriter => {
  const blocks: Block[] = []
  const losses = lossCollector('web')
  const flow = textFlow()
  const waiting: LossCodeOf<'web'>[] = []
  let paragraphs = 0
  let tables = 0
  return {
    blocks,
    losses: losses.all,
    flow,
    endParagraph: level => {
      const text = flow.take()
      if (isPrinted(text))
        blocks.push({
          kind: 'paragraph',
          number: ++paragraphs,
          text,
          ...(level === undefined ? {} : { level }),
        })
      for (const code of waiting.splice(0))
        losses.add(code, paragraphs === 0 ? undefined : { kind: 'paragraph', paragraph: paragraphs })
    },
    lose: code => {
      waiting.push(code)
    },
    table: finish => {
      const finished = finish(++tables)
      blocks.push(finished.table)
      for (const [code, source] of finished.losses) losses.add(code, source)
    },
  }
}
