/** More of a file than this says nothing new about its byte order. */
const SAMPLE_BYTES = 65_536

/** Share of the code units that must be ordinary characters of a Chinese text, and may be in the other order. */
const ENOUGH = 0.95
const TOO_MUCH = 0.85

/** The common characters with a zero low byte: 一 开 最 退 需 and the ideographic space. */
const COMMON_ROUND = new Set([0x4e00, 0x5f00, 0x6700, 0x9000, 0x9700, 0x3000])

/** Ordinary in a Chinese text. Other U+xx00 are what ASCII looks like in the wrong byte order. */
const ordinary = (unit: number): boolean => {
  if (unit < 0x80) return unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
  if ((unit & 0xff) === 0) return COMMON_ROUND.has(unit)
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3001 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x206f) ||
    (unit >= 0x2460 && unit <= 0x24ff) ||
    (unit >= 0xa0 && unit <= 0xff)
  )
}

const ordinaryShare = (bytes: Uint8Array, high: 0 | 1): number => {
  const units = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2)
  let count = 0
  for (let unit = 0; unit < units; unit += 1) {
    const value = (bytes[unit * 2 + high]! << 8) | bytes[unit * 2 + (1 - high)]!
    if (ordinary(value)) count += 1
  }
  return units === 0 ? 0 : count / units
}

/**
 * The byte order of UTF-16 text without a byte order mark, or null when it is no such text.
 * GBK bytes read as UTF-16 give Hangul and private characters, and the wrong order gives rare ones.
 */
export const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const little = ordinaryShare(bytes, 1)
  const big = ordinaryShare(bytes, 0)
  if (little >= ENOUGH && big < TOO_MUCH) return 'utf-16le'
  if (big >= ENOUGH && little < TOO_MUCH) return 'utf-16be'
  return null
}
