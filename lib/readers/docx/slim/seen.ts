import { black, type Colour, isUnseen, white } from '../../story/colour.ts'
import { isPlain, type Look } from '../look.ts'
import type { LossCode } from '../loss-messages.ts'
import { partsAt, type TablePart } from '../table-style.ts'
import type { Cell, Paragraph, Table } from './model.ts'
import type { Slim } from './state.ts'

const digit = /[\d０-９]/
const nothing: readonly LossCode[] = []
const noPart: TablePart = { look: {} }

/** How the table's style may set the cell being read. */
const partsOf = (table: Table, cell: Cell): readonly TablePart[] => {
  const { style, look, row, rows } = table
  cell.parts ??=
    style === undefined
      ? [noPart]
      : partsAt(style, look, {
          row: rows.length === 0,
          column: row!.cells.length === 0 && row!.before === 0,
        })
  return cell.parts
}

/** The ground below a run, from the text outwards to the page. */
const groundOf = (table: Table | null, part: TablePart, paragraph: Paragraph, look: Look): Colour => {
  const own = look.highlight ?? look.shading ?? paragraph.shading
  if (own !== null && own !== undefined) return own
  let ground = table?.row?.cell?.shading ?? table?.row?.shading ?? part.shading ?? table?.shading
  for (let outer = table?.outer; ground == null && outer; outer = outer.outer)
    ground = outer.row?.cell?.shading ?? outer.shading
  return ground ?? white
}

const isLost = (look: Look, ground: Colour): boolean =>
  look.unfilled === true ||
  (typeof look.colour === 'number' && isUnseen(look.colour, ground)) ||
  // Automatic colour turns white on dark shading, but stays black under a marker.
  (look.colour == null && typeof look.highlight === 'number' && isUnseen(black, look.highlight))

/**
 * Why a person who looks at the page might not read this text as we do: it cannot be seen, is struck, too small, or
 * prints as something else. Found are the losses to note; their names also tell which texts must not run together.
 */
export const doubtsAbout = (slim: Slim, paragraph: Paragraph, text: string): readonly LossCode[] => {
  const { table, styles } = slim
  const { run } = paragraph
  const cell = table?.row?.cell
  const { defaults } = styles
  const flat = paragraph.flat || table?.row?.flat === true
  const styled = table?.style?.speaks === true
  if (!styled && !flat && table?.row?.turned !== true && isPlain(run) && isPlain(defaults)) return nothing
  const parts = table && cell ? partsOf(table, cell) : [noPart]
  const found = new Set<LossCode>()
  const digits = digit.test(text)
  for (const part of parts) {
    const look: Look = styled ? { ...defaults, ...part.look, ...run } : { ...defaults, ...run }
    if (look.struck) found.add('struck-text-kept')
    if (isLost(look, groundOf(table, part, paragraph, look))) found.add('white-text-kept')
    if (look.tiny || flat) found.add('tiny-text-kept')
    if (look.symbols && digits) found.add('symbol-font-kept')
    if (look.stacked && table) found.add('stacked-text-kept')
    if (look.rightToLeft && digits && table) found.add('direction-ignored')
    if (run.hidden === undefined && part.look.hidden) found.add('table-style-kept')
    if (run.shifted === undefined && part.look.shifted) found.add('table-style-kept')
  }
  if (table?.row?.turned && digits) found.add('direction-ignored')
  return [...found]
}
