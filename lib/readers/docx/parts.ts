import { limits } from '../limits.ts'
import { type Archive, partBytes } from '../package/archive.ts'
import { partsUpTo, type Relationship, relationshipsOf } from '../package/parts.ts'
import { damaged, notWord } from '../package/refusals.ts'

/** The parts we read, as names inside the archive. */
export interface WordParts {
  readonly document: string
  readonly styles: string | undefined
  /** Documents of other kinds it takes up, by relationship. */
  readonly chunks: ReadonlyMap<string, string>
}

/** Transitional and strict relationship types differ only before the last segment. */
const firstOf = (related: readonly Relationship[], wanted: string): string | undefined =>
  related.find(({ type, kind }) => kind === wanted && type.includes('officeDocument'))?.part

const openDocumentKinds: Readonly<Record<string, readonly [string, string]>> = {
  'application/vnd.oasis.opendocument.text': ['OpenDocument 文本（.odt）', 'an OpenDocument text (.odt)'],
  'application/vnd.oasis.opendocument.spreadsheet': [
    'OpenDocument 表格（.ods）',
    'an OpenDocument sheet (.ods)',
  ],
  'application/vnd.oasis.opendocument.presentation': [
    'OpenDocument 演示（.odp）',
    'OpenDocument slides (.odp)',
  ],
  'application/epub+zip': ['EPUB 电子书', 'an EPUB book'],
}

/** What a zip without Word's main part is, told by the names in it. */
const otherKind = (archive: Archive): readonly [string, string] | undefined => {
  const names = [...archive.entries.keys()]
  const mimetype = partBytes(archive, 'mimetype', limits.sidePartBytes)
  const openDocument = mimetype && openDocumentKinds[new TextDecoder().decode(mimetype).trim()]
  if (openDocument) return openDocument
  if (archive.entries.has('ofd.xml')) return ['OFD 版式文件（.ofd）', 'an OFD page file (.ofd)']
  if (names.some(name => name.startsWith('xl/')))
    return ['Excel 工作簿（.xlsx）', 'an Excel workbook (.xlsx)']
  if (names.some(name => name.startsWith('ppt/')))
    return ['PowerPoint 演示文稿（.pptx）', 'PowerPoint slides (.pptx)']
  if (names.some(name => name === '[content_types].xml' || name.startsWith('word/'))) return undefined
  return ['压缩包（.zip）', 'a zip archive']
}

/**
 * Follows the relationships from the package to the main document and its styles (ECMA-376 part 2, 9.3).
 * Throws Problem: `format-unsupported` for another kind of zip, `file-damaged` for a Word file without document.
 */
export const findWordParts = (archive: Archive): WordParts => {
  const visit = partsUpTo(archive, limits.sidePartBytes)
  const document = firstOf(relationshipsOf(visit, ''), 'officeDocument')
  if (
    document === undefined ||
    /^(xl|ppt)\//i.test(document) ||
    !archive.entries.has(document.toLowerCase())
  ) {
    const kind = otherKind(archive)
    if (kind) throw notWord(...kind)
    throw damaged('其中没有正文部分', 'it has no document part')
  }
  const related = relationshipsOf(visit, document)
  const chunks = new Map(related.filter(({ kind }) => kind === 'aFChunk').map(({ id, part }) => [id, part]))
  return { document, styles: firstOf(related, 'styles'), chunks }
}
