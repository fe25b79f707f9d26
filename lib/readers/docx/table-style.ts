import type { AttributeValue } from '../package/walk.ts'
import type { Colour } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { isOn } from './look.ts'

/** What a table style says of text, and of the ground it gives cells. */
export interface TablePart {
  readonly look: Look
  readonly shading?: Colour | null
}

/** A table style: of the whole table, and of certain rows, columns and corners by their names (17.18.89). */
export interface TableStyle extends TablePart {
  readonly parts: ReadonlyMap<string, TablePart>
  /** Says something of text in some part; most only draw lines. */
  readonly speaks: boolean
}

/** Which parts of its style a table takes up (17.4.56). */
export type TableLook = (part: string) => boolean

const maskOf: Readonly<Record<string, readonly [attribute: string, bit: number, off: boolean]>> = {
  firstRow: ['firstRow', 0x20, false],
  lastRow: ['lastRow', 0x40, false],
  firstCol: ['firstColumn', 0x80, false],
  lastCol: ['lastColumn', 0x100, false],
  band1Horz: ['noHBand', 0x200, true],
  band2Horz: ['noHBand', 0x200, true],
  band1Vert: ['noVBand', 0x400, true],
  band2Vert: ['noVBand', 0x400, true],
}

/** `w:tblLook`, by its attributes or as one number. Corners go by what they belong to, and need not be told apart. */
export const tableLookOf = (value: AttributeValue): TableLook => {
  const mask = Number.parseInt(value('val') ?? '0', 16)
  return part => {
    const entry = maskOf[part]
    if (entry === undefined) return true
    const [attribute, bit, off] = entry
    const given = value(attribute)
    return (given === undefined ? (mask & bit) !== 0 : isOn(given)) !== off
  }
}

export const everyPart: TableLook = () => true

const upon = (below: TablePart, part: TablePart | undefined): TablePart =>
  part === undefined
    ? below
    : {
        look: { ...below.look, ...part.look },
        shading: part.shading === undefined ? (below.shading ?? null) : part.shading,
      }

/** Parts of which it is not known here whether they take in a cell: where the table ends is not read yet. */
const uncertain = [
  'band1Horz',
  'band2Horz',
  'band1Vert',
  'band2Vert',
  'lastRow',
  'lastCol',
  'nwCell',
  'neCell',
  'swCell',
  'seCell',
]

/** How a cell's text and ground may look by the table's style: one of these. Most styles leave one. */
export const partsAt = (
  style: TableStyle,
  look: TableLook,
  at: { row: boolean; column: boolean },
): TablePart[] => {
  const partOf = (name: string): TablePart | undefined => (look(name) ? style.parts.get(name) : undefined)
  const firsts = [at.row ? partOf('firstRow') : undefined, at.column ? partOf('firstCol') : undefined]
  const certain = firsts.reduce<TablePart>(upon, style)
  const others = uncertain.flatMap(name => {
    const part = partOf(name)
    if (part === undefined) return []
    return [name.startsWith('band') ? firsts.reduce(upon, upon(style, part)) : upon(certain, part)]
  })
  return [certain, ...others]
}
