import { damagedFile } from '../format/damaged.ts'
import { limits } from '../limits.ts'
import { type Headers, parseHeaders } from './headers.ts'

/** A message, or a part of one: headers and content as it is transferred. */
export interface Entity {
  readonly headers: Headers
  readonly content: Buffer
  /** False where the file ends before the part does. */
  readonly whole: boolean
}

export const damaged = damagedFile(
  { zh: '网页存档', en: 'The web archive' },
  {
    zh: '请在浏览器或 Word 中重新保存；也可另存为 Word 文档（.docx）后提交。',
    en: 'Save the page again in the browser or in Word, or submit it as a Word document (.docx).',
  },
)

/** Splits headers from content at the first empty line. */
export const entityOf = (bytes: Buffer, whole: boolean): Entity => {
  const head = bytes.subarray(0, limits.mht.headerBytes).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)
  if (end === null) throw damaged('其中一部分没有内容', 'one of its parts has no content')
  return {
    headers: parseHeaders(head.slice(0, end.index)),
    content: bytes.subarray(end.index + end[0].length),
    whole,
  }
}

/** The parts of a multipart entity (RFC 2046, 5.1.1); the last one is not whole where the end mark is missing. */
export const partsOf = ({ content }: Entity, boundary: string): Entity[] => {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const onItsLine = Buffer.concat([Buffer.from('\n'), mark])
  const next = (after: number): number => {
    const at = content.indexOf(onItsLine, after)
    return at < 0 ? at : at + 1
  }
  const parts: Entity[] = []
  let from = -1
  const first = content.subarray(0, mark.length).equals(mark) ? 0 : next(0)
  for (let at = first; at >= 0; at = next(at + mark.length)) {
    const after = content.subarray(at + mark.length, at + mark.length + 2).toString('latin1')
    // A longer boundary may begin like this one.
    if (!/^(?:--|\s|$)/.test(after)) continue
    if (from >= 0) parts.push(entityOf(content.subarray(from, at), true))
    if (parts.length > limits.mht.parts) throw damaged('部分过多', 'it has too many parts')
    if (after === '--') return parts
    const lineEnd = content.indexOf(0x0a, at)
    from = lineEnd < 0 ? content.length : lineEnd + 1
  }
  if (from >= 0 && from < content.length) parts.push(entityOf(content.subarray(from), false))
  return parts
}
