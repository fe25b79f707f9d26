import { limits } from '../limits.ts'
import { applyCharacters, plainCharacters, type Style, type StyleSheet } from './characters.ts'
import { eachSprm, sprm } from './sprm.ts'
import { placed, type Streams, viewOf } from './streams.ts'

interface Written {
  readonly kind: number
  readonly basedOn: number
  readonly paragraph: Uint8Array
  readonly characters: Uint8Array
}

const PARAGRAPH = 1
const CHARACTER = 2

/** One style ([MS-DOC] 2.9.258, STD): fixed part, name, then its property lists. */
const written = (bytes: Uint8Array, fixed: number): Written | null => {
  if (bytes.length < fixed + 2) return null
  const view = viewOf(bytes)
  const kind = view.getUint16(2, true) & 0xf
  const basedOn = view.getUint16(2, true) >> 4
  let at = fixed + 2 + (view.getUint16(fixed, true) + 1) * 2
  const list = (): Uint8Array => {
    if (at + 2 > bytes.length) return new Uint8Array()
    const length = view.getUint16(at, true)
    const from = at + 2
    at = from + length + (length & 1)
    return bytes.subarray(from, from + length)
  }
  const paragraph = kind === PARAGRAPH ? list().subarray(2) : new Uint8Array()
  const characters = kind === PARAGRAPH || kind === CHARACTER ? list() : new Uint8Array()
  return { kind, basedOn, paragraph, characters }
}

const readAll = (bytes: Uint8Array): Map<number, Written> => {
  const styles = new Map<number, Written>()
  if (bytes.length < 6) return styles
  const view = viewOf(bytes)
  const header = view.getUint16(0, true)
  const count = Math.min(view.getUint16(2, true), limits.doc.styles)
  const fixed = view.getUint16(4, true)
  let at = 2 + header
  for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
    const length = view.getUint16(at, true)
    const style = written(bytes.subarray(at + 2, at + 2 + length), fixed)
    if (style) styles.set(index, style)
    at += 2 + length
  }
  return styles
}

/** The outline level in a list of modifiers, where 9 is body text; styles 1 to 9 are the headings by definition. */
export const levelIn = (list: Uint8Array, otherwise: number | undefined): number | undefined => {
  let level = otherwise
  eachSprm(list, (opcode, operand) => {
    if (opcode !== sprm.pOutlineLevel) return
    const value = operand.getUint8(0)
    level = value < 9 ? value + 1 : undefined
  })
  return level
}

export const numberedIn = (list: Uint8Array, otherwise: boolean): boolean => {
  let numbered = otherwise
  eachSprm(list, (opcode, operand) => {
    if (opcode === sprm.pList) numbered = operand.getUint16(0, true) !== 0
  })
  return numbered
}

/** Reads the style sheet (2.9.271); each style has what those it is based on say. A damaged one has no styles. */
export const readStyleSheet = (streams: Streams): StyleSheet => {
  const all = readAll(placed(streams, streams.fib.styles))
  const resolved = new Map<number, Style>()
  const resolve = (index: number, depth: number): Style => {
    const known = resolved.get(index)
    const own = all.get(index)
    if (known) return known
    const base =
      own && own.basedOn !== 0xfff && depth < limits.styleDepth
        ? resolve(own.basedOn, depth + 1)
        : { level: undefined, numbered: false, characters: plainCharacters }
    const style: Style = own
      ? {
          level: levelIn(own.paragraph, index >= 1 && index <= 9 ? index : base.level),
          numbered: numberedIn(own.paragraph, base.numbered),
          characters: applyCharacters(base.characters, [own.characters]),
        }
      : base
    if (own) resolved.set(index, style)
    return style
  }
  for (const index of all.keys()) resolve(index, 0)
  return resolved
}
