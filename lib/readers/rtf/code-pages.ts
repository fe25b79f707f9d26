/** Windows code pages by the character sets that RTF's font table gives (RTF 1.9.1, `\fcharset`). */
const PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

const ENCODINGS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Characters of these take one byte or several. */
const EAST_ASIAN = [932, 936, 949, 950, 54936, 65001]

export const codePageOf = (characterSet: number): number | undefined => PAGES[characterSet]
export const isEastAsian = (page: number | undefined): boolean =>
  page !== undefined && EAST_ASIAN.includes(page)

const encodingOf = (page: number): string =>
  ENCODINGS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')

const strict = new Map<string, InstanceType<typeof TextDecoder>>()

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  const decoder = strict.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
  strict.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of bytes in the first of the code pages that they are valid in. Word marks Chinese text with a western font
 * besides the Chinese one, so what may apply is more than one page.
 */
export const decodeBytes = (bytes: Uint8Array, pages: readonly (number | undefined)[]): string => {
  for (const page of pages) {
    const text = page === undefined ? null : decodeAs(encodingOf(page), bytes)
    if (text !== null) return text
  }
  return new TextDecoder('gb18030').decode(bytes)
}
