import type { Merge, RowDefinition } from '../story/word-rows.ts'
import { eachSprm, sprm } from './sprm.ts'

interface Slot {
  width: number
  horizontal: number
  vertical: Merge
}

const TC80_BYTES = 20
/** VerticalMergeFlag ([MS-DOC] 2.9.340) in the two bits of a cell descriptor, and in sprmTVertMerge. */
const VERTICAL: readonly Merge[] = ['none', 'continued', 'none', 'first']
const MOST_CELLS = 64

/** TDefTableOperand (2.9.321): cell edges, then a descriptor for each cell. */
const defined = (view: DataView): { left: number; slots: Slot[] } => {
  const count = view.byteLength > 2 ? view.getUint8(2) : 0
  const descriptors = 3 + (count + 1) * 2
  if (count === 0 || descriptors > view.byteLength) return { left: 0, slots: [] }
  const edge = (index: number): number => view.getInt16(3 + index * 2, true)
  const slots = Array.from({ length: count }, (_, index): Slot => {
    const at = descriptors + index * TC80_BYTES
    const flags = at + 2 <= view.byteLength ? view.getUint16(at, true) : 0
    return {
      width: edge(index + 1) - edge(index),
      horizontal: flags & 3,
      vertical: VERTICAL[(flags >> 5) & 3]!,
    }
  })
  return { left: edge(0), slots }
}

/**
 * The first cell of a merged set has another mark than those merged into it. Word's own documentation gives the two
 * marks in either way round, so the first one of a series tells which is which.
 */
const horizontalMerges = (slots: readonly Slot[]): Merge[] => {
  let opener = 0
  return slots.map(({ horizontal }) => {
    if (horizontal === 0) opener = 0
    else if (opener === 0) opener = horizontal
    else if (horizontal !== opener) return 'continued'
    return horizontal === 0 ? 'none' : 'first'
  })
}

/** Applies the table modifiers of a row's end mark; null where they define no cells. */
export const rowDefinition = (modifiers: readonly Uint8Array[]): RowDefinition | null => {
  let left = 0
  let gapHalf = 0
  let slots: Slot[] = []
  const range = (operand: DataView): Slot[] => slots.slice(operand.getUint8(0), operand.getUint8(1))
  for (const list of modifiers)
    eachSprm(list, (opcode, operand) => {
      switch (opcode) {
        case sprm.tDefTable:
          ;({ left, slots } = defined(operand))
          break
        case sprm.tInsert: {
          // A full row takes no more; a list of 64 KB would otherwise copy it sixteen thousand times.
          if (slots.length >= MOST_CELLS) break
          const added = Array.from({ length: operand.getUint8(1) }, (): Slot => {
            return { width: operand.getInt16(2, true), horizontal: 0, vertical: 'none' }
          })
          slots = [...slots.slice(0, operand.getUint8(0)), ...added, ...slots.slice(operand.getUint8(0))]
          slots.length = Math.min(slots.length, MOST_CELLS)
          break
        }
        case sprm.tDelete:
          slots.splice(operand.getUint8(0), Math.max(0, operand.getUint8(1) - operand.getUint8(0)))
          break
        case sprm.tColumnWidth:
          for (const slot of range(operand)) slot.width = operand.getInt16(2, true)
          break
        case sprm.tMerge:
          range(operand).forEach((slot, index) => {
            slot.horizontal = index === 0 ? 2 : 1
          })
          break
        case sprm.tSplit:
          for (const slot of range(operand)) slot.horizontal = 0
          break
        case sprm.tVerticalMerge: {
          const slot = slots[operand.byteLength > 2 ? operand.getUint8(1) : MOST_CELLS]
          if (slot) slot.vertical = VERTICAL[operand.getUint8(2) & 3]!
          break
        }
        case sprm.tGapHalf:
          gapHalf = operand.getInt16(0, true)
          break
        case sprm.tLeft:
          left = operand.getInt16(0, true) - gapHalf
          break
      }
    })
  if (slots.length === 0) return null
  const edges = [left]
  for (const { width } of slots) edges.push(edges.at(-1)! + width)
  return { edges, horizontal: horizontalMerges(slots), vertical: slots.map(({ vertical }) => vertical) }
}
