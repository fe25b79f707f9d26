import { type End, latin1, type Pieces, tailOf } from './pieces.ts'

const beginning = 4096
const ending = 2048

/** `</html>`, with nothing but remarks of servers behind it; without it a page may be whole all the same. */
const endOfHtml = async (file: Pieces): Promise<End> =>
  /<\/html\s*>\s*(?:<!--[\s\S]*-->\s*)*$/i.test(await tailOf(file, ending)) ? 'there' : 'untold'

/** The last boundary of a saved page (RFC 2046, 5.1.1) has two dashes more. */
const endOfMail = async (file: Pieces, head: string): Promise<End> => {
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(head)?.[1]?.trim()
  if (boundary === undefined) return 'untold'
  return (await tailOf(file, ending)).includes(`--${boundary}--`) ? 'there' : 'cut'
}

const step = 1024 * 1024

/** The group that a file of RTF is ends where all its braces are closed. */
const endOfRtf = async ({ size, read }: Pieces): Promise<End> => {
  let depth = 0
  let escaped = false
  for (let from = 0; from < size; from += step)
    for (const byte of await read(from, step)) {
      if (escaped) escaped = false
      else if (byte === 0x5c) escaped = true
      else if (byte === 0x7b) depth += 1
      else if (byte === 0x7d) depth -= 1
    }
  return depth <= 0 ? 'there' : 'cut'
}

const endOfXml = async (file: Pieces, head: string): Promise<End> => {
  const root = /<([\w:.-]+)[\s>/]/.exec(head.replaceAll(/<[?!][^>]*>/g, ''))?.[1]
  if (root === undefined) return 'untold'
  return (await tailOf(file, ending)).replaceAll('\0', '').trimEnd().endsWith(`</${root}>`) ? 'there' : 'cut'
}

/** The formats that are text. Plain text has no end to look for. */
export const endOfText = async (file: Pieces): Promise<End> => {
  const head = latin1(await file.read(0, beginning)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (head.startsWith('{\\rtf')) return endOfRtf(file)
  if (/^\s*(?:<!doctype html|<html)/i.test(head)) return endOfHtml(file)
  if (/^\s*<\?xml/.test(head)) return /<html[\s>]/i.test(head) ? endOfHtml(file) : endOfXml(file, head)
  if (/^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)+/.test(head) && /^mime-version:/im.test(head))
    return endOfMail(file, head)
  return 'untold'
}
