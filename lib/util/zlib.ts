import { inflateRawSync, inflateSync } from 'node:zlib'

/**
 * Deflate and its checksum as the engine has them, in a fifth of the time JavaScript takes. The one module of Node's
 * that lib/ uses: it is arithmetic, and knows no disk, clock or network.
 */

/**
 * CRC-32 as zip uses it, continued from `previous` (0 to begin). mammoth does not look at it, and a flipped bit can
 * turn one digit into another without any other sign.
 */
export { crc32 } from 'node:zlib'

const within = (inflate: typeof inflateSync, data: Uint8Array, most: number): Uint8Array | null => {
  try {
    return inflate(data, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    throw error
  }
}

/** Inflates raw deflate data (RFC 1951); null where more than `most` bytes come out. Throws where it is broken or cut. */
export const inflateRaw = (data: Uint8Array, most: number): Uint8Array | null =>
  within(inflateRawSync, data, most)

/** The same of zlib data (RFC 1950), whose check sum must be right; bytes behind it do not matter. */
export const inflateZlib = (data: Uint8Array, most: number): Uint8Array | null =>
  within(inflateSync, data, most)
