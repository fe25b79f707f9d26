import { limits } from '../limits.ts'
import { tooMuchText } from '../within-limits.ts'
import { decodeBytes } from './code-pages.ts'
import type { Fonts } from './fonts.ts'
import type { Group } from './state.ts'

/** Bytes and characters on their way to text: the bytes of one character may come in several pieces. */
export interface TextSource {
  readonly bytes: (bytes: Uint8Array) => void
  readonly byte: (value: number) => void
  /** A character by its number. What stands in for it in old readers follows, and is left out. */
  readonly unicode: (value: number) => void
  /** A word that prints a character may stand in for one, too: true where this one does. */
  readonly standsIn: () => boolean
  /** The text so far. Nothing behind stands in for a character before. */
  readonly take: () => string
}

/** `group` tells the fonts in force. */
export const textSource = (fonts: Fonts, group: () => Group): TextSource => {
  let pending: number[] = []
  let characters = ''
  let standIns = 0
  /** All that is pending is the same in every code page. */
  let ascii = true

  const settle = (): void => {
    if (pending.length === 0) return
    if (ascii) for (const value of pending) characters += String.fromCharCode(value)
    else {
      const { font, eastAsianFont } = group()
      characters += decodeBytes(Uint8Array.from(pending), fonts.pages(font, eastAsianFont))
    }
    pending = []
    ascii = true
  }
  let taken = 0
  const count = (): void => {
    if (++taken > limits.rtf.units) throw tooMuchText()
  }
  const standsIn = (): boolean => {
    if (standIns === 0) return false
    standIns--
    return true
  }
  const byte = (value: number): void => {
    if (!standsIn()) {
      count()
      pending.push(value)
      ascii &&= value < 0x80
    }
  }
  return {
    bytes: bytes => {
      for (const value of bytes) byte(value)
    },
    byte,
    unicode: value => {
      settle()
      count()
      characters += String.fromCharCode(value & 0xffff)
      standIns = group().standIns
    },
    standsIn,
    take: () => {
      settle()
      const text = characters
      characters = ''
      standIns = 0
      return text
    },
  }
}
