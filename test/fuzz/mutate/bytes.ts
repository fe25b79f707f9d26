import { type Chance, pick } from '../seed.ts'

/** One blow to bytes that nobody looked into. */
export const strikeBytes = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const at = chance(bytes.length)
  const length = Math.min(bytes.length - at, pick([1, 1, 1, 2, 4, 16, 200, 2_000], chance))
  const end = at + length
  const part = bytes.subarray(at, end)
  const spliced = (...middle: readonly Uint8Array[]): Uint8Array =>
    Buffer.concat([bytes.subarray(0, at), ...middle, bytes.subarray(end)])
  const random = (count: number) => Uint8Array.from({ length: count }, () => chance(256))
  switch (chance(8)) {
    case 0:
      return spliced(part.with(0, part[0]! ^ (1 << chance(8))))
    case 1:
      return spliced(part.with(0, pick([0, 0x0a, 0x20, 0x30, 0x39, 0x3c, 0x7f, 0x80, 0xff], chance)))
    case 2:
      return spliced()
    case 3:
      return spliced(part, part)
    case 4:
      return spliced(random(length))
    case 5:
      return spliced(part, random(1 + chance(4)))
    case 6: {
      const from = chance(bytes.length)
      return spliced(bytes.subarray(from, from + length))
    }
    default:
      return chance(10) === 0 ? bytes.subarray(0, at) : spliced(Uint8Array.from(part).reverse())
  }
}
