import { lossCollector } from '../../losses/collector.ts'
import type { Loss } from '../../model/loss.ts'
import { Problem } from '../../model/problems.ts'
import { guessUtf16 } from './utf16.ts'

/** Text of a file, how it was encoded, and what of it could not be read. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly losses: readonly Loss[]
}

/** A page declares its charset within these first bytes, as browsers expect it (HTML standard: 1,024). */
const DECLARATION_BYTES = 4096

/** Declared single-byte charsets are ignored: they fit any bytes, and Chinese pages declare them by mistake. */
const TRUSTED_CHARSET = /^(gb2312|gbk|gb18030|x-gbk|big5|big5-hkscs|utf-16|utf-16le|utf-16be)$/i

/** Text cut off inside a character, or with a few bytes spoilt, is still UTF-8 when this much of it is. */
const SPOILT_SHARE = 0.01
const SPOILT_MINIMUM = 50

/** Text of bytes that are wholly valid in the encoding, else null. */
export const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Charset named in an HTML `meta` (or XML declaration) near the start of the file, if any. */
export const declaredCharset = (bytes: Uint8Array): string | undefined => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  return /(?:charset|encoding)\s{0,8}=\s{0,8}["']?([\w-]{2,20})/i.exec(start)?.[1]?.toLowerCase()
}

/** The encoding a byte order mark at the start tells, if there is one. */
export const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-8 with a little damage; GBK read as UTF-8 is nearly all damage, so the two cannot be confused. */
const spoiltUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes)
  let spoilt = 0
  let beyondAscii = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) spoilt += 1
    else if (unit > 0x7f) beyondAscii += 1
  }
  return beyondAscii >= SPOILT_MINIMUM && spoilt <= beyondAscii * SPOILT_SHARE ? text : null
}

const unreadableCharacters = (text: string): readonly Loss[] => {
  const losses = lossCollector('text')
  const count = text.split('\ufffd').length - 1
  if (count > 0) losses.add('characters-unreadable', undefined, `${count}`)
  return losses.all()
}

const damaged = (): Problem =>
  new Problem(
    'file-damaged',
    {
      zh: '无法识别文件的文字编码，文件可能已损坏。',
      en: 'The text encoding of the file cannot be recognised; the file may be damaged.',
    },
    {
      zh: '请重新导出，并以 UTF-8 编码保存后再提交。',
      en: 'Export the file again, save it as UTF-8, and submit it once more.',
    },
  )

/**
 * Text of bytes in an unknown encoding: byte order mark, strict UTF-8, the declared charset, UTF-16 without a mark,
 * GB18030. Nothing is replaced in silence; a file that fits none of them is refused as damaged.
 */
export const decode = (bytes: Uint8Array, declared?: string): Decoded => {
  const as = (encoding: string, text: string): Decoded => ({
    text,
    encoding,
    losses: unreadableCharacters(text),
  })
  const marked = byteOrderMark(bytes)
  if (marked !== null) {
    const text = strictly(bytes, marked) ?? (marked === 'utf-8' ? spoiltUtf8(bytes) : null)
    if (text === null) throw damaged()
    return as(marked, text)
  }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null && !bytes.includes(0)) return as('utf-8', utf8)

  const trusted = declared !== undefined && TRUSTED_CHARSET.test(declared) ? declared.toLowerCase() : null
  const utf16 = guessUtf16(bytes)
  for (const encoding of [trusted, utf16]) {
    const text = encoding === null ? null : strictly(bytes, encoding)
    if (encoding !== null && text !== null) return as(encoding, text)
  }
  if (utf16 !== null) throw damaged()
  if (utf8 !== null) return as('utf-8', utf8)

  const spoilt = spoiltUtf8(bytes)
  if (spoilt !== null) return as('utf-8', spoilt)
  const chinese = strictly(bytes, 'gb18030')
  if (chinese === null) throw damaged()
  return as('gb18030', chinese)
}
