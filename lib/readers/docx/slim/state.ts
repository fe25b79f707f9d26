import type { LossCodeOf } from '../../../losses/index.ts'
import { limits } from '../../limits.ts'
import { tooComplex } from '../../package/refusals.ts'
import type { AttributeValue } from '../../package/walk.ts'
import type { LossLog } from '../loss-log.ts'
import type { Styles } from '../styles.ts'
import { type Cell, newStory, type Paragraph, type Story, type Table } from './model.ts'
import { newPlaces, type Places } from './place-model.ts'

/** Where the pass stands. */
export interface Slim {
  readonly styles: Styles
  readonly log: LossLog
  story: Story
  table: Table | null
  lastParagraph: Paragraph | null
  /** Rises with everything that is carried over. */
  produced: number
  /** Elements to be handed to mammoth. */
  kept: number
  /** Characters of text so far. */
  characters: number
  /** Characters of symbol fonts handed to mammoth. */
  symbols: number
  /** Cells that hold some. */
  readonly symbolCells: Set<Cell>
  /** What stands at a place of its own. */
  readonly places: Places
  /** Text being collected, null while none is wanted. */
  collected: string | null
  readonly drawings: { object: boolean; picture: boolean; what: string }[]
  readonly alternatives: {
    taken: boolean
    before: number
    readonly pictures: number
    readonly silent: boolean
  }[]
  readonly simpleFields: { readonly instruction: string; readonly before: number }[]
  /** Pictures and the like noted as lost. */
  pictures: number
  /** In a second rendering of the same thing, whose pictures were noted with the first. */
  silent: boolean
  /** The formula being read has parts that are not simply one after the other. */
  structured: boolean
}

export const newSlim = (styles: Styles, log: LossLog): Slim => ({
  styles,
  log,
  story: newStory('body', null),
  table: null,
  lastParagraph: null,
  produced: 0,
  kept: 0,
  characters: 0,
  symbols: 0,
  symbolCells: new Set(),
  places: newPlaces(),
  collected: null,
  drawings: [],
  alternatives: [],
  simpleFields: [],
  pictures: 0,
  silent: false,
  structured: false,
})

/** What to do when an element opens; true skips all inside. */
export type Opener = (slim: Slim, value: AttributeValue, path: readonly string[]) => boolean | undefined
export type Closer = (slim: Slim) => void

/** Counts elements for mammoth. Throws Problem `too-complex`. */
export const keep = (slim: Slim, elements: number): void => {
  slim.kept += elements
  slim.produced += elements
  if (slim.kept > limits.kept)
    throw tooComplex(
      `段落、换行和单元格合计超过 ${limits.kept} 个`,
      `its paragraphs, line breaks and cells are more than ${limits.kept}`,
    )
}

/** Notes a loss at `cell`, or else in the cell or paragraph being read. */
export const lose = (slim: Slim, code: LossCodeOf<'office'>, detail = '', cell?: Cell): undefined => {
  const place = cell ?? slim.table?.row?.cell ?? slim.table?.outer?.row?.cell
  const paragraph = cell ? null : (slim.story.paragraph ?? null)
  const line = paragraph && { paragraph, number: paragraph.lines - (paragraph.lineBlank ? 0 : 1) }
  slim.log.add(code, detail, place ?? paragraph ?? slim.lastParagraph ?? undefined, line ?? undefined)
}
