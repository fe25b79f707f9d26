import type { Document } from '../model/document.ts'
import { jsonKind, ownOutput } from '../model/own-outputs.ts'
import { Problem } from '../model/problems.ts'
import { withinBounds } from './bounds.ts'
import { hasHtmlTable, isHtml, isMarkdown, isMhtFile, isOfficeXml } from './format/content.ts'
import { declaredCharset, decode } from './format/encoding.ts'
import { refusals } from './format/refusals.ts'
import {
  isArchive,
  isDoc,
  isEncryptedPackage,
  isOtherCompound,
  isPdf,
  isPicture,
  isRtf,
  isXls,
  isZip,
  looksBinary,
  type Recognise,
} from './format/signatures.ts'
import { foldRadicals } from './radicals.ts'
import { readMarkdown, readMixed, readText } from './text/index.ts'

/** A Word file of a hundred megabytes is all pictures; its text is guarded by the reader itself. */
export const MAX_PACKAGE_BYTES = 100_000_000

/** A report is 10 KB of text and a saved page 100 KB; the whole text is held in memory several times. */
export const MAX_TEXT_BYTES = 20_000_000

/** A kind of file told by its bytes: read, or refused with what to do. */
interface Kind {
  readonly recognise: Recognise
  readonly read: (bytes: Uint8Array) => Promise<Document>
}

/** The same, told by its text. `name` is asked only where the content is neutral. */
interface TextKind {
  readonly recognise: (text: string, name: string) => boolean
  readonly read: (text: string) => Promise<Document>
}

const refuse = (problem: () => Problem) => async (): Promise<never> => {
  throw problem()
}

const readHtml = async (text: string): Promise<Document> => {
  const { documentFromHtml } = await import('./html/document.ts')
  return documentFromHtml(text, 'html')
}

const readMarkdownWithHtml = async (text: string): Promise<Document> => {
  const { documentFromHtml } = await import('./html/document.ts')
  return readMixed(text, part => documentFromHtml(part, 'markdown'))
}

/** Files told by their first bytes, in the order they are asked. */
const kinds: readonly Kind[] = [
  { recognise: isZip, read: async bytes => (await import('./zip/index.ts')).readZip(bytes) },
  { recognise: isPdf, read: async bytes => (await import('./pdf/index.ts')).readPdf(bytes) },
  { recognise: isEncryptedPackage, read: refuse(refusals.passwordProtected) },
  { recognise: isDoc, read: async bytes => (await import('./doc/index.ts')).readDoc(bytes) },
  { recognise: isXls, read: refuse(refusals.xls) },
  { recognise: isOtherCompound, read: refuse(refusals.otherOffice) },
  { recognise: isRtf, read: async bytes => (await import('./rtf/index.ts')).readRtf(bytes) },
  { recognise: isMhtFile, read: async bytes => (await import('./mht/index.ts')).readMht(bytes) },
  { recognise: isPicture, read: refuse(refusals.picture) },
  { recognise: isArchive, read: refuse(refusals.archive) },
]

/** Files told by their text, in the order they are asked; the last takes what is left. */
const textKinds: readonly TextKind[] = [
  { recognise: text => jsonKind(text) === 'own', read: refuse(ownOutput.json) },
  { recognise: text => jsonKind(text) === 'other', read: refuse(refusals.json) },
  { recognise: isOfficeXml, read: refuse(refusals.wordXml) },
  { recognise: isHtml, read: readHtml },
  { recognise: hasHtmlTable, read: readMarkdownWithHtml },
  { recognise: isMarkdown, read: async text => readMarkdown(text) },
  { recognise: (_, name) => /\.(md|markdown)$/i.test(name), read: async text => readMarkdown(text) },
  { recognise: () => true, read: async text => readText(text) },
]

const decodeText = (bytes: Uint8Array) => {
  try {
    return decode(bytes, declaredCharset(bytes))
  } catch (error) {
    if (error instanceof Problem && looksBinary(bytes)) throw refusals.binary()
    throw error
  }
}

const readAny = async (name: string, bytes: Uint8Array): Promise<Document> => {
  if (bytes.length === 0) throw refusals.empty()
  if (bytes.length > MAX_PACKAGE_BYTES) throw refusals.tooLarge(MAX_PACKAGE_BYTES)
  const kind = kinds.find(candidate => candidate.recognise(bytes))
  if (kind !== undefined) return kind.read(bytes)
  if (bytes.length > MAX_TEXT_BYTES) throw refusals.tooLarge(MAX_TEXT_BYTES)
  const { text, losses } = decodeText(bytes)
  if (text.trim() === '') throw refusals.empty()
  if (looksBinary(text)) throw refusals.binary()
  const document = await textKinds.find(candidate => candidate.recognise(text, name))!.read(text)
  return { ...document, losses: [...losses, ...document.losses] }
}

/**
 * Reads a file of any format: what its content says decides, its name only between text and Markdown.
 * Throws a Problem for a file that no reader takes, or that holds more than any report.
 */
export const read = async (name: string, bytes: Uint8Array): Promise<Document> => {
  const document = withinBounds(await readAny(name, bytes))
  return { ...document, blocks: foldRadicals(document.blocks) }
}
