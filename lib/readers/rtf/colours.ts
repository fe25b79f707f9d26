import { limits } from '../limits.ts'
import type { Colour } from '../style/colour.ts'

/** The colour table. */
export interface Colours {
  /** A word inside the table: a part of the current entry. */
  readonly take: (name: string, value: number) => void
  /** Text inside the table: each semicolon ends an entry. */
  readonly separate: (bytes: Uint8Array) => void
  /** `null`: automatic. */
  readonly colour: (entry: number | undefined) => Colour | null
}

const SEMICOLON = 0x3b
const shifts: Readonly<Record<string, number>> = { red: 16, green: 8, blue: 0 }

export const colourTable = (): Colours => {
  const colours: (Colour | null)[] = []
  let current: Colour | null = null
  return {
    take: (name, value) => {
      const shift = shifts[name]
      if (shift !== undefined) current = ((current ?? 0) & ~(0xff << shift)) | ((value & 0xff) << shift)
    },
    separate: bytes => {
      for (const byte of bytes) {
        if (byte !== SEMICOLON || colours.length >= limits.rtf.colours) continue
        colours.push(current)
        current = null
      }
    },
    colour: entry => colours[entry ?? 0] ?? null,
  }
}
