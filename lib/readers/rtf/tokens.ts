/** A piece of an RTF file; `from` and `to` are offsets of plain text in the file. */
export type Token =
  | { readonly kind: 'open' | 'close' }
  | {
      readonly kind: 'control'
      readonly name: string
      readonly value: number | undefined
      /** It has no number, and behind it stand a line end and a digit. */
      readonly beforeDigits: boolean
    }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** A zero byte, which no program writes among them: half of a word behind it would count as text. */
  | { readonly kind: 'zero' }

const OPEN = 0x7b
const CLOSE = 0x7d
const BACKSLASH = 0x5c
const QUOTE = 0x27
const MINUS = 0x2d
const SPACE = 0x20
const LINE_FEED = 0x0a
const RETURN = 0x0d

const open: Token = { kind: 'open' }
const close: Token = { kind: 'close' }
const zero: Token = { kind: 'zero' }

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

const isLineEnd = (byte: number | undefined): boolean => byte === RETURN || byte === LINE_FEED
const isDigitAfterLineEnds = (bytes: Uint8Array, at: number): boolean => {
  const next = isLineEnd(bytes[at + 1]) ? at + 2 : at + 1
  return isDigit(bytes[next]) || (bytes[next] === MINUS && isDigit(bytes[next + 1]))
}

const hexadecimal = (byte: number | undefined): number => {
  const value = Number.parseInt(String.fromCharCode(byte ?? 0), 16)
  return Number.isNaN(value) ? 0 : value
}

/** Words are at most 32 letters and numbers at most ten digits (RTF 1.9.1, "Control word"). */
const mostLetters = 32
const mostDigits = 10

/** Splits an RTF file (RTF 1.9.1, "RTF syntax"). Line ends mean nothing; data behind `\bin` is passed over. */
export const tokens = function* (bytes: Uint8Array): Generator<Token> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === OPEN || byte === CLOSE) {
      at++
      yield byte === OPEN ? open : close
    } else if (byte === 0) {
      at++
      yield zero
    } else if (byte === RETURN || byte === LINE_FEED) {
      at++
    } else if (byte !== BACKSLASH) {
      const from = at
      for (let next = byte; at < bytes.length; next = bytes[++at]!)
        if (
          next === OPEN ||
          next === CLOSE ||
          next === BACKSLASH ||
          next === RETURN ||
          next === LINE_FEED ||
          next === 0
        )
          break
      yield { kind: 'text', from, to: at }
    } else if (bytes[at + 1] === QUOTE) {
      yield { kind: 'byte', value: hexadecimal(bytes[at + 2]) * 16 + hexadecimal(bytes[at + 3]) }
      at += 4
    } else if (!isLetter(bytes[at + 1])) {
      yield {
        kind: 'control',
        name: String.fromCharCode(bytes[at + 1] ?? SPACE),
        value: undefined,
        beforeDigits: false,
      }
      at += 2
    } else {
      let end = at + 1
      while (isLetter(bytes[end]) && end - at <= mostLetters) end++
      const name = buffer.toString('latin1', at + 1, end)
      const negative = bytes[end] === MINUS && isDigit(bytes[end + 1])
      const digits = negative ? end + 1 : end
      let value = 0
      for (end = digits; isDigit(bytes[end]) && end - digits < mostDigits; end++)
        value = value * 10 + bytes[end]! - 0x30
      const given = end > digits
      at = bytes[end] === SPACE ? end + 1 : end
      if (name === 'bin' && given) at += value
      const beforeDigits = !given && isLineEnd(bytes[end]) && isDigitAfterLineEnds(bytes, end)
      yield { kind: 'control', name, value: given ? (negative ? -value : value) : undefined, beforeDigits }
    }
  }
}
