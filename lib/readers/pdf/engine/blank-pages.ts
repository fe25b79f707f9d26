/** What a file says of object `number`, where that is not packed; null otherwise. */
const objectIn = (file: Buffer, number: number): string | null => {
  const header = new RegExp(`(?:^|[^0-9])${number}\\s+\\d+\\s+obj\\b`, 'u')
  for (let at = file.indexOf(`${number} `); at >= 0; at = file.indexOf(`${number} `, at + 1)) {
    if (!header.test(file.toString('latin1', Math.max(0, at - 1), at + 40))) continue
    const end = file.indexOf('endobj', at)
    return file.toString('latin1', at, end < 0 ? at + longest : Math.min(end, at + longest))
  }
  return null
}

/** No page's dictionary is longer. */
const longest = 65_536

/**
 * Whether a page on which nothing is painted lost what was: its object is no page, or refers to content that is not there.
 * PDFium takes such a page as an empty one.
 */
export const isLost = (bytes: Uint8Array, number: number): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const page = objectIn(file, number)
  if (page === null) return false
  if (!/\/Type\s*\/Page\b/u.test(page)) return true
  const contents = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/u.exec(page)?.[1] ?? ''
  return [...contents.matchAll(/(\d+)\s+\d+\s+R/gu)].some(
    ([, content]) => objectIn(file, Number(content)) === null,
  )
}
