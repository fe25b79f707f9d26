import type { Document } from '../../model/document.ts'
import { declaredCharset, decode } from '../format/encoding.ts'
import { refusals } from '../format/refusals.ts'
import { documentFromHtml } from '../html/document.ts'
import type { FindSheet } from '../html/style/looks.ts'
import { limits } from '../limits.ts'
import { damaged, type Entity, entityOf, partsOf } from './entities.ts'
import { transferred } from './transfer.ts'

const isPage = ({ headers }: Entity): boolean =>
  ['text/html', 'application/xhtml+xml'].includes(headers.value('content-type'))

/** The page itself: the part the message names as its start, else the first page in it. */
const pageIn = (entity: Entity, depth = 0): Entity | undefined => {
  if (isPage(entity)) return entity
  const boundary = entity.headers.parameter('content-type', 'boundary')
  if (depth >= limits.mht.partDepth || boundary === undefined || boundary === '') return undefined
  const parts = partsOf(entity, boundary)
  const start = entity.headers.parameter('content-type', 'start')?.toLowerCase()
  const named = parts.find(part => start !== undefined && part.headers.value('content-id') === start)
  for (const part of named === undefined ? parts : [named, ...parts]) {
    const page = pageIn(part, depth + 1)
    if (page !== undefined) return page
  }
  return undefined
}

/** Every part of a message that holds no others. */
const leavesOf = (entity: Entity, depth = 0): readonly Entity[] => {
  const boundary = entity.headers.parameter('content-type', 'boundary')
  if (boundary === undefined || boundary === '') return [entity]
  return depth >= limits.mht.partDepth
    ? []
    : partsOf(entity, boundary).flatMap(part => leavesOf(part, depth + 1))
}

/** An address without what the headers of a message leave out of it. */
const named = (address: string): string => address.split(';')[0]!.trim().toLowerCase()

/** The style sheets saved with the page, by the address the page or a header calls them by (RFC 2557). */
const sheetsIn = (message: Entity, page: Entity): FindSheet => {
  const sheets = new Map<string, Entity>()
  let known = false
  const collect = (): void => {
    known = true
    for (const part of leavesOf(message)) {
      if (part.headers.value('content-type') !== 'text/css' || !part.whole) continue
      sheets.set(part.headers.value('content-location'), part)
      sheets.set(`cid:${part.headers.value('content-id').replace(/^<|>$/gu, '')}`, part)
    }
  }
  const base = page.headers.value('content-location')
  const resolved = (address: string): string =>
    URL.canParse(address, base) ? named(new URL(address, base).href) : named(address)
  return address => {
    if (!known) collect()
    const part = sheets.get(named(address)) ?? sheets.get(resolved(address))
    if (part === undefined) return undefined
    const content = transferred(part.content, part.headers.value('content-transfer-encoding'))
    return Buffer.from(content).toString('utf8')
  }
}

/**
 * Reads a web page saved with its pictures in one MIME message (.mht, .mhtml; Word's "single file web page", WPS,
 * browsers) into a Document. Throws Problem: `file-damaged`, `too-large`, `too-complex`.
 */
export const readMht = async (bytes: Uint8Array): Promise<Document> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const message = entityOf(buffer, true)
  const page = pageIn(message)
  if (page === undefined) throw damaged('其中没有网页', 'it holds no web page')
  if (!page.whole) throw damaged('网页不完整', 'the page is cut short')
  const content = transferred(page.content, page.headers.value('content-transfer-encoding'))
  if (content.length > limits.textFileBytes) throw refusals.tooLarge(limits.textFileBytes)
  const charset = page.headers.parameter('content-type', 'charset') ?? declaredCharset(content)
  const { text, losses } = decode(content, charset)
  return documentFromHtml(text, 'mht', losses, sheetsIn(message, page))
}
