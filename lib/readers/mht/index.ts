import type { Document } from '../../document.ts'
import { declaredCharset, decode } from '../encoding.ts'
import { documentFromHtml } from '../html.ts'
import { refusals } from '../refusals.ts'
import { damaged, type Entity, entityOf, partsOf } from './entities.ts'
import { transferred } from './transfer.ts'

/** Bytes of the page without its pictures, as for pages saved without them. */
const mostBytes = 20_000_000

/** Parts inside parts: a page with its pictures inside a choice of forms is three deep. */
const deepest = 5

const isPage = ({ headers }: Entity): boolean =>
  ['text/html', 'application/xhtml+xml'].includes(headers.value('content-type'))

/** The page itself: the part the message names as its start, else the first page in it. */
const pageIn = (entity: Entity, depth = 0): Entity | undefined => {
  if (isPage(entity)) return entity
  const boundary = entity.headers.parameter('content-type', 'boundary')
  if (depth >= deepest || boundary === undefined || boundary === '') return undefined
  const parts = partsOf(entity, boundary)
  const start = entity.headers.parameter('content-type', 'start')?.toLowerCase()
  const named = parts.find(part => start !== undefined && part.headers.value('content-id') === start)
  for (const part of named === undefined ? parts : [named, ...parts]) {
    const page = pageIn(part, depth + 1)
    if (page !== undefined) return page
  }
  return undefined
}

/**
 * Reads a web page saved with its pictures in one MIME message (.mht, .mhtml; Word's "single file web page", WPS,
 * browsers) into a Document. Throws Problem: `file-damaged`, `too-large`, `too-complex`.
 */
export const readMht = async (bytes: Uint8Array): Promise<Document> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const page = pageIn(entityOf(buffer, true))
  if (page === undefined) throw damaged('其中没有网页', 'it holds no web page')
  if (!page.whole) throw damaged('网页不完整', 'the page is cut short')
  const content = transferred(page.content, page.headers.value('content-transfer-encoding'))
  if (content.length > mostBytes) throw refusals.tooLarge(mostBytes)
  const charset = page.headers.parameter('content-type', 'charset') ?? declaredCharset(content)
  const { text, losses } = decode(content, charset)
  return documentFromHtml(text, 'mht', losses)
}
