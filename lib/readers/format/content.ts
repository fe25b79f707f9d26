import { splitLines } from '../text/lines.ts'
import { isSeparator } from '../text/pipe-line.ts'

/** What decoded text says it is, whatever the file's name. */

const START = 4096
const HTML_TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|base|style|script|table|thead|tbody|tr|td|th|div|section|article|main|header|nav|p|span|center|font|h[1-6]|ul|ol|br|hr|img|a|b|strong)[\s>/]/i
const HTML_PAGE = /<(?:!doctype\s+html|html|body)[\s>]/i

/** Text after white space, comments and XML declarations. */
const afterProlog = (text: string): string => {
  let at = text.search(/\S/)
  while (at >= 0) {
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null
    const end = close === null ? -1 : text.indexOf(close, at)
    if (close === null || end < 0) return text.slice(at, at + START)
    at = end + close.length
    while (/\s/.test(text[at] ?? '')) at += 1
  }
  return ''
}

/** Pipe tables with a separator line, or headings with hashes. */
export const isMarkdown = (text: string): boolean =>
  splitLines(text).some(
    line => /^#{1,6}(?:\s|[^\x00-\x7f])/.test(line) || (line.includes('|') && isSeparator(line)),
  )

/** A page or a fragment of one: it begins with a tag, or has the tags of a whole page near its start. */
export const isHtml = (text: string): boolean =>
  HTML_PAGE.test(text.slice(0, START)) || (HTML_TAG.test(afterProlog(text)) && !isMarkdown(text))

/** Text or Markdown with tables written as HTML, as OCR tools give it. */
export const hasHtmlTable = (text: string): boolean => /<table[\s>]/i.test(text) && /<\/t[dr]>/i.test(text)

/** A page saved with its pictures in one MIME message: mail headers, in whatever encoding the parts are. */
export const isMhtFile = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, START)).toString('latin1')
  return /^\s{0,20}[\w-]{2,40}:\s/.test(start) && /^MIME-Version:/im.test(start)
}

/** Word 2003, flat OPC, flat OpenDocument and UOF documents, Excel 2003 sheets: XML, but no page. */
export const isOfficeXml = (text: string): boolean =>
  /<\?mso-application\s|<(?:w:wordDocument|pkg:package|ss:Workbook|office:document|uof:UOF)[\s>]/.test(
    text.slice(0, START),
  )
