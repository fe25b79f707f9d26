import type { LossCodeOf } from '../../losses/index.ts'
import type { Table } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { type RawRow, tableFromRows } from '../story/grid.ts'
import { type SeenText, seenText } from './seen-text.ts'
import type { Look } from './style/look.ts'
import { type TextFlow, textFlow } from './text-flow.ts'
import { attribute, type Element } from './walk.ts'

/** A cell being read. */
export interface OpenCell {
  readonly flow: TextFlow
  readonly text: SeenText
  readonly losses: Set<LossCodeOf<'web'>>
  /** Something is drawn over it that is not followed. */
  covered: boolean
}

interface ReadCell {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly losses: ReadonlySet<LossCodeOf<'web'>>
}

interface Group {
  readonly name: string
  readonly rows: ReadCell[][]
}

/**
 * HTML's "rules for parsing non-negative integers": `3px` is 3, what is none counts as 1. What is a cell by its role
 * alone says its span in words of ARIA.
 */
const spanOf = (element: Element, name: string): number => {
  const written = attribute(element, name) ?? attribute(element, `aria-${name}`)
  const digits = /^[ \t\n\f\r]*\+?(\d+)/.exec(written ?? '')?.[1]
  return digits === undefined ? 1 : Number.parseInt(digits.slice(0, 9), 10)
}

/** A table's first `thead` is printed at its top and its first `tfoot` at its end, wherever they are written. */
const inPrintedOrder = (groups: readonly Group[]): Group[] => {
  const head = groups.find(({ name }) => name === 'thead')
  const foot = groups.find(({ name }) => name === 'tfoot')
  const others = groups.filter(group => group !== head && group !== foot)
  return [head, ...others, foot].filter(group => group !== undefined)
}

/** Gives the table under its number, and the losses met in its cells. */
export type FinishTable = (number: number) => {
  readonly table: Table
  readonly losses: readonly (readonly [LossCodeOf<'web'>, Source])[]
}

export interface TableBuilder {
  readonly startGroup: (name: string) => void
  readonly startRow: () => void
  readonly startCell: (look: Look, keepsStruck: boolean, unread: boolean) => OpenCell
  readonly endCell: (element: Element, cell: OpenCell) => void
  readonly finish: FinishTable
}

/** Collects the rows of one table. `groupsEndSpans`: whether a row span ends with its row group. */
export const tableBuilder = (groupsEndSpans: boolean): TableBuilder => {
  const groups: Group[] = []
  const rowOf = ({ rows }: Group): ReadCell[] => rows.at(-1) ?? rows[rows.push([]) - 1]!
  const group = (): Group => groups.at(-1) ?? groups[groups.push({ name: 'tbody', rows: [] }) - 1]!
  return {
    startGroup: name => groups.push({ name, rows: [] }),
    startRow: () => group().rows.push([]),
    startCell: (look, keepsStruck, unread) => {
      const flow = textFlow()
      const losses = new Set<LossCodeOf<'web'>>()
      const lose = (code: LossCodeOf<'web'>): void => {
        losses.add(code)
      }
      return { flow, losses, covered: false, text: seenText({ flow, lose, cell: look, keepsStruck, unread }) }
    },
    endCell: (element, { flow, losses }) =>
      rowOf(group()).push({
        text: flow.take(),
        rowSpan: spanOf(element, 'rowspan'),
        columnSpan: spanOf(element, 'colspan'),
        losses,
      }),
    finish: number => {
      const printed = inPrintedOrder(groups)
      const rows: RawRow[] = printed.flatMap((group, index) =>
        group.rows.map(cells => (groupsEndSpans ? { cells, group: index } : { cells })),
      )
      const table = tableFromRows(rows, number)
      const read = printed.flatMap(group => group.rows.flat())
      const losses = table.cells.flatMap(({ source }, index) =>
        [...read[index]!.losses].map(code => [code, source] as const),
      )
      return { table, losses }
    },
  }
}
