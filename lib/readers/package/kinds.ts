import { limits } from '../limits.ts'
import { type Archive, partBytes } from './archive.ts'

/** Whether a zip is a document of a kind, told by the names inside. */
type InArchive = (archive: Archive) => boolean

const mimetypeOf = (archive: Archive): string | undefined => {
  const bytes = partBytes(archive, 'mimetype', limits.mimetypeBytes)
  return bytes === null ? undefined : new TextDecoder().decode(bytes)
}

const somethingIn = ({ entries }: Archive, folder: string): boolean =>
  [...entries.keys()].some(name => name.startsWith(folder))

/** A package of ECMA-376 part 2. */
const isOfficePackage: InArchive = ({ entries }) =>
  entries.has('[content_types].xml') || entries.has('_rels/.rels')

const isOfd: InArchive = ({ entries }) => entries.has('ofd.xml')
const isUof: InArchive = ({ entries }) => entries.has('uof.xml')
const isPages: InArchive = ({ entries }) =>
  entries.has('index.apxl') || [...entries.keys()].some(name => name.endsWith('.iwa'))

/** Text, its templates and master documents (ODF 1.3 part 2, 3.3), also where the mimetype was left out. */
const isOdt: InArchive = archive =>
  archive.entries.has('mimetype')
    ? /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$/.test(mimetypeOf(archive) ?? '')
    : archive.entries.has('content.xml') && archive.entries.has('meta-inf/manifest.xml')

const isXlsx: InArchive = archive =>
  !archive.entries.has('mimetype') && isOfficePackage(archive) && somethingIn(archive, 'xl/')

/** Word, and kinds of document with no reader of their own: Word's names them in its refusal. */
const isWordOrOther: InArchive = archive =>
  archive.entries.has('mimetype') || isOfficePackage(archive) || archive.entries.has('word/document.xml')

/** Documents that are zips. They are asked in the order of the list of readers. */
export const documentZips = {
  ofd: isOfd,
  uof: isUof,
  pages: isPages,
  odt: isOdt,
  xlsx: isXlsx,
  wordOrOther: isWordOrOther,
} as const satisfies Readonly<Record<string, InArchive>>

/** Whether a zip is none of these, but a parcel of files. */
export const isParcel: InArchive = archive => !Object.values(documentZips).some(is => is(archive))

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

/** What a zip without Word's main part is called, in Chinese and English; undefined for a Word file that lacks it. */
export const otherKind = (archive: Archive): readonly [string, string] | undefined => {
  const openDocument = openDocumentKinds[mimetypeOf(archive)?.trim() ?? '']
  if (openDocument) return openDocument
  if (isOfd(archive)) return ['OFD 版式文件（.ofd）', 'an OFD page file (.ofd)']
  if (somethingIn(archive, 'xl/')) return ['Excel 工作簿（.xlsx）', 'an Excel workbook (.xlsx)']
  if (somethingIn(archive, 'ppt/')) return ['PowerPoint 演示文稿（.pptx）', 'PowerPoint slides (.pptx)']
  if (archive.entries.has('[content_types].xml') || somethingIn(archive, 'word/')) return undefined
  return ['压缩包（.zip）', 'a zip archive']
}
