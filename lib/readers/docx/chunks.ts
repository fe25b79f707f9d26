import type { Document } from '../../model/document.ts'
import { Problem } from '../../model/problems.ts'
import { isHtml, isMhtFile } from '../format/content.ts'
import { declaredCharset, decode } from '../format/encoding.ts'
import { isRtf, isZip } from '../format/signatures.ts'
import { limits } from '../limits.ts'
import { type Archive, partBytes } from '../package/archive.ts'

type ReadWord = (bytes: Uint8Array) => Promise<Document>

const readText = async (bytes: Uint8Array): Promise<Document | null> => {
  const { text, losses } = decode(bytes, declaredCharset(bytes))
  if (isHtml(text)) return (await import('../html/document.ts')).documentFromHtml(text, 'docx', losses)
  // Other XML than a page is no text.
  return text.trimStart().startsWith('<') ? null : (await import('../text/index.ts')).readText(text)
}

const readChunk = async (bytes: Uint8Array, readWord: ReadWord): Promise<Document | null> => {
  if (isZip(bytes)) return readWord(bytes)
  if (isRtf(bytes)) return (await import('../rtf/index.ts')).readRtf(bytes)
  if (isMhtFile(bytes)) return (await import('../mht/index.ts')).readMht(bytes)
  return readText(bytes)
}

/**
 * Documents of other kinds that a Word file takes up where it names them (`w:altChunk`, 17.17.2.1): pages, web
 * archives, RTF, text, Word files, told by what they hold. Null for each that cannot be read.
 */
export const chunkReader = (archive: Archive, parts: ReadonlyMap<string, string>, readWord: ReadWord) => {
  let chunks = 0
  let total = 0
  return async (relationship: string): Promise<Document | null> => {
    const part = parts.get(relationship)
    if (part === undefined || ++chunks > limits.docx.chunks) return null
    try {
      const bytes = partBytes(archive, part, limits.docx.chunkBytes - total)
      total += bytes?.length ?? 0
      return bytes === null ? null : await readChunk(bytes, readWord)
    } catch (error) {
      if (error instanceof Problem) return null
      throw error
    }
  }
}
