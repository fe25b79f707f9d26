import { Unzlib } from 'fflate'

/** What became of deflated data. */
export type Inflated = 'whole' | 'broken' | 'tooLarge'

const chunkBytes = 65_536
/** Sums of so many bytes stay below 2³² (RFC 1950, 9). */
const runBytes = 3_800
const modulus = 65_521

/** The check sum of zlib data (Adler-32, RFC 1950, 8.2). */
const checksum = () => {
  let a = 1
  let b = 0
  return {
    add: (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length; ) {
        const end = Math.min(at + runBytes, bytes.length)
        for (; at < end; at++) {
          a += bytes[at]!
          b += a
        }
        a %= modulus
        b %= modulus
      }
    },
    value: (): number => ((b << 16) | a) >>> 0,
  }
}

/** Between the data and the keyword behind it stand an end of line and, by some programs, a few bytes more. */
const mostBehind = 16

const isChecked = (data: Buffer, sum: number): boolean => {
  for (let at = data.length - 4; at >= 0 && at >= data.length - 4 - mostBehind; at--)
    if (data.readUInt32BE(at) === sum) return true
  return false
}

/** Unpacks deflated data to see whether it is whole and no longer than `most` bytes; the bytes themselves are not kept. */
export const inflate = (data: Buffer, most: number): Inflated => {
  const sum = checksum()
  let length = 0
  const unzlib = new Unzlib(bytes => {
    length += bytes.length
    if (length <= most) sum.add(bytes)
  })
  try {
    for (let at = 0; at < data.length && length <= most; at += chunkBytes)
      unzlib.push(data.subarray(at, at + chunkBytes), at + chunkBytes >= data.length)
  } catch {
    // The data may end in ways the unpacker objects to; the check sum decides.
  }
  if (length > most) return 'tooLarge'
  return isChecked(data, sum.value()) ? 'whole' : 'broken'
}
