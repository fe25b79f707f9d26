/** Which entries of the colour table are white, or nearly so. */
export interface Colours {
  /** A word inside the table: a part of the current entry. */
  readonly take: (name: string, value: number) => void
  /** Text inside the table: each semicolon ends an entry. */
  readonly separate: (bytes: Uint8Array) => void
  readonly isWhite: (entry: number | undefined) => boolean
}

const SEMICOLON = 0x3b
const palest = 0xf8
const mostColours = 10_000

export const colourTable = (): Colours => {
  const white: boolean[] = []
  let parts: number[] = []
  return {
    take: (name, value) => {
      if (/^(?:red|green|blue)$/.test(name) && parts.length < 3) parts.push(value)
    },
    separate: bytes => {
      for (const byte of bytes) {
        if (byte !== SEMICOLON || white.length >= mostColours) continue
        white.push(parts.length === 3 && parts.every(part => part >= palest))
        parts = []
      }
    },
    isWhite: entry => white[entry ?? 0] ?? false,
  }
}
