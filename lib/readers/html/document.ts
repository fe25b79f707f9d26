import type { Document } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'
import { namingOf } from './naming.ts'
import { parseHtml } from './parse.ts'
import { readTree } from './read.ts'
import type { FindSheet } from './style/looks.ts'

/**
 * Reads HTML, a web page or what another reader made of its own format, into a Document: paragraphs and tables in
 * reading order, and what could not be carried, after the `losses` the caller already knows of.
 * `format` is the format of the file the HTML came from. Row spans end with their row group in web pages only, as
 * browsers do it: HTML made from another format may put a header cell into `thead` that reaches beyond it.
 * `findSheet` gives the style sheets that came with the page, by their address.
 * Throws Problem `too-complex`.
 */
export const documentFromHtml = (
  html: string,
  format: string,
  losses: readonly Loss[] = [],
  findSheet?: FindSheet,
): Document => {
  const page = format === 'html' || format === 'mht'
  const parsed = parseHtml(html)
  const read = readTree(parsed, { groupsEndSpans: page, findSheet })
  const naming = page ? namingOf(parsed.document) : null
  return { format, blocks: read.blocks, losses: [...losses, ...read.losses], ...(naming ? { naming } : {}) }
}
