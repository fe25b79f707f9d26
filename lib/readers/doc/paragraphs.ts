import { limits } from '../limits.ts'
import type { RowDefinition } from '../story/word-rows.ts'
import type { StyleSheet } from './characters.ts'
import type { Stretch, StretchAt } from './pages.ts'
import { damaged, tooComplex } from './refusals.ts'
import { rowDefinition } from './row-definition.ts'
import { eachSprm, sprm } from './sprm.ts'
import { dataList, type Streams } from './streams.ts'
import { levelIn, numberedIn } from './style-sheet.ts'

/** What the mark at a paragraph's end says. */
export interface ParagraphMark {
  readonly style: number
  /** How many tables it stands in. */
  readonly depth: number
  readonly rowEnd: boolean
  /** Ends a cell of a nested table; others end at a mark of their own. */
  readonly innerCellEnd: boolean
  readonly level: number | undefined
  readonly numbered: boolean
  /** It is a frame at a place of its own. */
  readonly placed: boolean
  readonly row: RowDefinition | null
}

const nothing: Stretch = { from: 0, to: 0, style: 0, modifiers: new Uint8Array() }

/** The lists of modifiers of a mark, with those in the data stream it refers to. */
const unfolded = (streams: Streams, list: Uint8Array): Uint8Array[] => {
  const lists = [list]
  for (const current of lists)
    eachSprm(current, (opcode, operand) => {
      if (opcode !== sprm.pHuge && opcode !== sprm.pHugePapx && opcode !== sprm.pTableProps) return
      if (lists.length >= limits.doc.formattingLists)
        throw damaged('其格式数据循环引用', 'its formatting refers to itself')
      lists.push(dataList(streams, operand.getUint32(0, true)))
    })
  return lists
}

/** Looks up the mark at a byte of the main stream; `modifiers` are those of its piece. */
export type MarkAt = (position: number, modifiers: Uint8Array) => ParagraphMark

/** Reads paragraph marks ([MS-DOC] 2.4.6.1), each formatting once. */
export const markReader = (streams: Streams, stretchAt: StretchAt, styles: StyleSheet): MarkAt => {
  let bytes = 0
  const read = (stretch: Stretch, modifiers: Uint8Array): ParagraphMark => {
    const lists = [...unfolded(streams, stretch.modifiers), modifiers]
    bytes += lists.reduce((sum, list) => sum + list.length, 0)
    if (bytes > limits.doc.formattingBytes)
      throw tooComplex('格式数据过多', 'it has more formatting than any report')
    let style = stretch.style
    let inTable = false
    let depth = 0
    let rowEnd = false
    let innerCellEnd = false
    let framed = false
    for (const list of lists)
      eachSprm(list, (opcode, operand) => {
        const on = operand.getUint8(0) !== 0
        if (opcode === sprm.pInTable) inTable = on
        else if (opcode === sprm.pRowEnd || opcode === sprm.pInnerRowEnd) rowEnd = on
        else if (opcode === sprm.pInnerCellEnd) innerCellEnd = on
        else if (opcode === sprm.pDepth) depth = operand.getInt32(0, true)
        else if (opcode === sprm.pDepthChange) depth += operand.getInt32(0, true)
        else if (opcode === sprm.pAbsoluteX || opcode === sprm.pAbsoluteY) framed = true
        else if (opcode === sprm.pStyle) style = operand.getUint16(0, true)
      })
    const own = styles.get(style)
    const heading = own?.level ?? (style >= 1 && style <= 9 ? style : undefined)
    return {
      style,
      depth: inTable ? Math.max(1, depth) : Math.max(0, depth),
      rowEnd,
      innerCellEnd,
      level: lists.reduce((level, list) => levelIn(list, level), heading),
      numbered: lists.reduce((numbered, list) => numberedIn(list, numbered), own?.numbered ?? false),
      placed: framed && !inTable,
      row: rowEnd ? rowDefinition(lists) : null,
    }
  }
  const known = new Map<Stretch, ParagraphMark>()
  return (position, modifiers) => {
    const stretch = stretchAt(position) ?? nothing
    if (modifiers.length > 0) return read(stretch, modifiers)
    const mark = known.get(stretch) ?? read(stretch, modifiers)
    known.set(stretch, mark)
    return mark
  }
}
