import type { Document } from '../../document.ts'
import { documentFromHtml } from '../html.ts'
import { openArchive } from './archive.ts'
import { toHtml } from './convert.ts'
import { lossLog } from './loss-log.ts'
import { findWordParts } from './parts.ts'
import { slimDocument } from './slim/index.ts'
import { readStyles } from './styles.ts'

export { isEncryptedOffice } from './encrypted.ts'

/**
 * Reads a Word file (.docx, .docm, .dotx; transitional or strict) into a Document. Headers, footers, notes and
 * comments are not read; tracked changes count as accepted; the saved result of a field is its text.
 * Throws Problem: `file-damaged`, `format-unsupported` (another kind of zip), `password-protected`,
 * `too-large`, `too-complex`.
 */
export const readDocx = async (bytes: Uint8Array): Promise<Document> => {
  const log = lossLog()
  const archive = openArchive(bytes)
  const parts = findWordParts(archive)
  const slim = slimDocument(archive, parts.document, readStyles(archive, parts.styles), log)
  const { html, messages } = await toHtml(slim)
  if (messages.length > 0) log.add('converter-note', messages.join('; '), undefined)
  const document = documentFromHtml(html, 'docx')
  return { ...document, losses: [...log.losses(document.blocks), ...document.losses] }
}
