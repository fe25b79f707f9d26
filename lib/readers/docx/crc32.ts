const table = new Int32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  table[byte] = value
}

/**
 * CRC-32 as zip uses it, continued from `previous` (0 to begin). Neither fflate nor mammoth looks at it, and a
 * flipped bit can turn one digit into another without any other sign.
 */
export const crc32 = (bytes: Uint8Array, previous = 0): number => {
  let crc = ~previous
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 255]!
  return ~crc >>> 0
}
