import type { Document } from '../../model/document.ts'
import { openArchive } from '../package/archive.ts'
import { zipKind } from './kind.ts'
import { refusals } from './refusals.ts'

export { isReportArchive, reportNames, unpackReport } from './unpack.ts'

/**
 * Reads a zip that is a document: Word, OpenDocument text or Excel. Throws Problem: what these readers throw, and
 * `format-unsupported` for other documents (.ofd, .pages) and for a zip of files.
 */
export const readZip = async (bytes: Uint8Array): Promise<Document> => {
  const kind = zipKind(openArchive(bytes))
  switch (kind) {
    case 'word':
      return (await import('../docx/index.ts')).readDocx(bytes)
    case 'odt':
      return (await import('../odt/index.ts')).readOdt(bytes)
    case 'xlsx':
      return (await import('../xlsx/index.ts')).readXlsx(bytes)
    default:
      throw refusals[kind]()
  }
}
