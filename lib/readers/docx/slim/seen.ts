import type { LossCodeOf } from '../../../losses/index.ts'
import { type Colour, white } from '../../style/colour.ts'
import { doubtsAbout } from '../../style/doubts.ts'
import { type Look, sightOf } from '../../style/look.ts'
import { isPlain } from '../look.ts'
import { partsAt, type TablePart } from '../table-style.ts'
import type { Cell, Paragraph, Table } from './model.ts'
import type { Slim } from './state.ts'

const digit = /[\d０-９]/
const nothing: readonly LossCodeOf<'office'>[] = []
const noPart: TablePart = { look: {} }

/** How the table's style may set the cell being read. */
const partsOf = (table: Table, cell: Cell): readonly TablePart[] => {
  const { style, look, row, lines } = table
  cell.parts ??=
    style === undefined
      ? [noPart]
      : partsAt(style, look, {
          row: lines.length === 0,
          column: row!.cells.length === 0 && row!.before === 0,
        })
  return cell.parts
}

/** The ground below a run, from its paragraph outwards to the page. */
const groundOf = (table: Table | null, part: TablePart, paragraph: Paragraph): Colour => {
  if (paragraph.shading !== null) return paragraph.shading
  let ground = table?.row?.cell?.shading ?? table?.row?.shading ?? part.shading ?? table?.shading
  for (let outer = table?.outer; ground == null && outer; outer = outer.outer)
    ground = outer.row?.cell?.shading ?? outer.shading
  return ground ?? white
}

/**
 * Why a person who looks at the page might not read this text as we do, however its table's style may set it. Found
 * are the losses to note; their names also tell which texts must not run together.
 */
export const lossesOf = (slim: Slim, paragraph: Paragraph, text: string): readonly LossCodeOf<'office'>[] => {
  const { table, styles } = slim
  const { run } = paragraph
  const cell = table?.row?.cell
  const { defaults } = styles
  const flat = paragraph.flat || table?.row?.flat === true
  const styled = table?.style?.speaks === true
  if (!styled && !flat && table?.row?.turned !== true && isPlain(run) && isPlain(defaults)) return nothing
  const parts = table && cell ? partsOf(table, cell) : [noPart]
  const found = new Set<LossCodeOf<'office'>>()
  for (const part of parts) {
    const look: Look = styled ? { ...defaults, ...part.look, ...run } : { ...defaults, ...run }
    const sight = sightOf(look, groundOf(table, part, paragraph), flat)
    for (const doubt of doubtsAbout(sight, text, table !== null)) found.add(doubt)
    if (run.hidden === undefined && part.look.hidden) found.add('table-style-kept')
    if (run.raised === undefined && part.look.raised) found.add('table-style-kept')
  }
  if (table?.row?.turned && digit.test(text)) found.add('direction-ignored')
  return [...found]
}
