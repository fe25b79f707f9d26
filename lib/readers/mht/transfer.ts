const EQUALS = 0x3d
const isBreak = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d

/** Decodes `=E4` and joins lines that end with `=` (RFC 2045, 6.7). What is no such code stays as it is. */
const quotedPrintable = (bytes: Buffer): Buffer => {
  const decoded = Buffer.alloc(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== EQUALS) {
      decoded[length++] = bytes[at]!
      continue
    }
    let next = at + 1
    while (bytes[next] === 0x20 || bytes[next] === 0x09) next++
    if (isBreak(bytes[next])) {
      at = bytes[next] === 0x0d && bytes[next + 1] === 0x0a ? next + 1 : next
      continue
    }
    const code = bytes.subarray(at + 1, at + 3).toString('latin1')
    if (/^[0-9a-f]{2}$/i.test(code)) {
      decoded[length++] = Number.parseInt(code, 16)
      at += 2
    } else decoded[length++] = EQUALS
  }
  return decoded.subarray(0, length)
}

/** The bytes that were transferred in this encoding. */
export const transferred = (content: Buffer, encoding: string): Buffer => {
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? quotedPrintable(content) : content
}
