/** Property modifiers, as Word files keep all formatting ([MS-DOC] 2.2.5.1, 2.6): an opcode with its operand. */

/** Those we look at. */
export const sprm = {
  cDeleted: 0x0800,
  cData: 0x0806,
  cOle: 0x080a,
  cStrike: 0x0837,
  cHidden: 0x083c,
  cSpecial: 0x0855,
  cObject: 0x0856,
  cPlain: 0x2a33,
  cColour: 0x6870,
  cColourIndex: 0x2a42,
  cRaised: 0x2a48,
  cDoubleStrike: 0x2a53,
  cStyle: 0x4a30,
  cPosition: 0x4845,
  cSymbol: 0x6a09,
  cHighlight: 0x2a0c,
  cShading: 0xca71,
  cShading80: 0x4866,
  cSize: 0x4a43,
  cScale: 0x4852,
  cSpace: 0x8840,
  cFont: 0x4a4f,
  cRightToLeft: 0x085a,
  cLayout: 0xca78,
  pAbsoluteX: 0x8418,
  pAbsoluteY: 0x8419,
  pInTable: 0x2416,
  pRowEnd: 0x2417,
  pInnerCellEnd: 0x244b,
  pInnerRowEnd: 0x244c,
  pOutlineLevel: 0x2640,
  pStyle: 0x4600,
  pList: 0x460b,
  pHuge: 0x6645,
  pHugePapx: 0x6646,
  pDepth: 0x6649,
  pDepthChange: 0x664a,
  pTableProps: 0x646b,
  tDelete: 0x5622,
  tMerge: 0x5624,
  tSplit: 0x5625,
  tInsert: 0x7621,
  tColumnWidth: 0x7623,
  tLeft: 0x9601,
  tGapHalf: 0x9602,
  tVerticalMerge: 0xd62b,
  tDefTable: 0xd608,
} as const

const pChgTabs = 0xc615

/** Operand sizes by the top three bits of the opcode; 0 for those that say it themselves. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

const variableSize = (opcode: number, operands: Uint8Array, at: number): number => {
  const first = operands[at] ?? 0
  // The count of this one is two bytes, and one too high (2.9.321).
  if (opcode === sprm.tDefTable) return (first | ((operands[at + 1] ?? 0) << 8)) + 1
  if (opcode !== pChgTabs || first !== 255) return first + 1
  const deleted = (operands[at + 1] ?? 0) * 4
  return 3 + deleted + (operands[at + 2 + deleted] ?? 0) * 3
}

const KNOWN: ReadonlySet<number> = new Set(Object.values(sprm))

/** Visits each modifier of a list that we look at, with its operand; an operand cut short ends the list. */
export const eachSprm = (list: Uint8Array, visit: (opcode: number, operand: DataView) => void): void => {
  for (let at = 0; at + 2 <= list.length; ) {
    const opcode = list[at]! | (list[at + 1]! << 8)
    at += 2
    const size = SIZES[opcode >> 13] || variableSize(opcode, list, at)
    if (at + size > list.length) return
    if (KNOWN.has(opcode)) visit(opcode, new DataView(list.buffer, list.byteOffset + at, size))
    at += size
  }
}

/** The single modifiers a piece may carry in short form, by their index (2.9.215); others do not matter here. */
const SHORT: Readonly<Record<number, number>> = {
  24: sprm.pInTable,
  25: sprm.pRowEnd,
  65: sprm.cDeleted,
  71: sprm.cData,
  75: sprm.cOle,
  83: sprm.cPlain,
  87: sprm.cStrike,
  92: sprm.cHidden,
  104: sprm.cRaised,
  115: sprm.cDoubleStrike,
  117: sprm.cSpecial,
  118: sprm.cObject,
  120: sprm.pOutlineLevel,
}

/** A short form as a list of one. */
export const shortSprm = (prm: number): Uint8Array => {
  const opcode = SHORT[(prm >> 1) & 0x7f]
  return opcode === undefined ? new Uint8Array() : Uint8Array.of(opcode & 0xff, opcode >> 8, prm >> 8)
}
