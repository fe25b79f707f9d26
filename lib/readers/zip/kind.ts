import { type Archive, partBytes } from '../package/archive.ts'

/** What a zip is: a document of some kind, or a parcel of files. */
export type ZipKind = 'word' | 'odt' | 'xlsx' | 'ofd' | 'pages' | 'uof' | 'files'

const TEXT = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?\s*$/
const mostMimetypeBytes = 4096

const mimetypeOf = (archive: Archive): string | undefined => {
  const bytes = partBytes(archive, 'mimetype', mostMimetypeBytes)
  return bytes === null ? undefined : new TextDecoder().decode(bytes)
}

/** Tells by the names inside. Kinds of document with no reader of their own are left to Word's, which names them. */
export const zipKind = (archive: Archive): ZipKind => {
  const has = (name: string): boolean => archive.entries.has(name)
  const names = [...archive.entries.keys()]
  if (has('ofd.xml')) return 'ofd'
  if (has('uof.xml')) return 'uof'
  if (names.some(name => name.endsWith('.iwa')) || has('index.apxl')) return 'pages'
  if (has('mimetype')) return TEXT.test(mimetypeOf(archive) ?? '') ? 'odt' : 'word'
  if (has('content.xml') && has('meta-inf/manifest.xml')) return 'odt'
  const isPackage = has('[content_types].xml') || has('_rels/.rels')
  if (isPackage && names.some(name => name.startsWith('xl/'))) return 'xlsx'
  return isPackage || has('word/document.xml') ? 'word' : 'files'
}
