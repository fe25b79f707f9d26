import type { Document } from '../model/document.ts'
import type { Message } from '../model/message.ts'
import { jsonKind, ownOutput } from '../model/own-outputs.ts'
import type { DrawnPage, WantedPage } from '../model/picture.ts'
import { Problem } from '../model/problems.ts'
import { hasHtmlTable, isHtml, isMarkdown, isMhtFile, isOfficeXml } from './format/content.ts'
import { refusals } from './format/refusals.ts'
import {
  isArchive,
  isDoc,
  isEncryptedPackage,
  isJpeg,
  isOtherCompound,
  isPdf,
  isPicture,
  isPng,
  isRtf,
  isXls,
} from './format/signatures.ts'
import { type GivenFile, givenFile } from './given-file.ts'
import { type OpenDocument, withoutPages } from './open-document.ts'
import type { Archive } from './package/archive.ts'
import { documentZips, isParcel } from './package/kinds.ts'
import { foldRadicals } from './radicals.ts'
import { withinLimits } from './within-limits.ts'

/** A kind of file, and what becomes of it. */
interface Kind {
  /** Endings its files usually have. The content decides, but what has no known ending may be passed over. */
  readonly suffixes: readonly string[]
  readonly recognise: (file: GivenFile) => boolean
}

/** A kind that is read. `format` is its name in every output and permanent; Documents bear it. */
type Reader = Kind & { readonly format: string } & (
    | {
        /** Loads its code when it is needed. Throws Problem. */
        readonly read: (file: GivenFile) => Promise<Document>
      }
    | {
        /** The same, for a format with pages, of which places can be drawn. */
        readonly open: (file: GivenFile) => Promise<OpenDocument>
        /** Draws one page without reading the others. Throws Problem. */
        readonly drawPage: (file: GivenFile, wanted: WantedPage) => Promise<DrawnPage>
      }
  )

/** A kind that is known and not read: refused with what to hand in instead. */
interface Refused extends Kind {
  readonly refuse: () => Problem
}

/** A kind that the reader of scans alone reads (lib/scans/): refused here, by a Problem that says so. */
type Scanned = Refused & { readonly format: string }

const byArchive =
  (is: (archive: Archive) => boolean) =>
  (file: GivenFile): boolean => {
    const archive = file.archive()
    return archive !== null && is(archive)
  }
const byBytes =
  (is: (bytes: Uint8Array) => boolean) =>
  ({ bytes }: GivenFile): boolean =>
    is(bytes)
const byText =
  (is: (text: string) => boolean) =>
  (file: GivenFile): boolean =>
    is(file.text())

/**
 * Every kind of file that is known, in the order they are asked: by the names in a zip, by bytes, by text. The first
 * that recognises a file takes it. To read a further format, add its folder and one entry; all else that names
 * formats or endings is made of this list.
 */
const kinds: readonly (Reader | Scanned | Refused)[] = [
  { suffixes: ['.ofd'], recognise: byArchive(documentZips.ofd), refuse: refusals.ofd },
  { suffixes: ['.uot', '.uof'], recognise: byArchive(documentZips.uof), refuse: refusals.uof },
  { suffixes: ['.pages'], recognise: byArchive(documentZips.pages), refuse: refusals.pages },
  {
    format: 'odt',
    suffixes: ['.odt', '.ott'],
    recognise: byArchive(documentZips.odt),
    read: async ({ bytes }) => (await import('./odt/index.ts')).readOdt(bytes),
  },
  {
    format: 'xlsx',
    suffixes: ['.xlsx', '.xlsm'],
    recognise: byArchive(documentZips.xlsx),
    read: async ({ bytes }) => (await import('./xlsx/index.ts')).readXlsx(bytes),
  },
  {
    format: 'docx',
    suffixes: ['.docx', '.docm', '.dotx'],
    recognise: byArchive(documentZips.wordOrOther),
    read: async ({ bytes }) => (await import('./docx/index.ts')).readDocx(bytes),
  },
  { suffixes: ['.zip'], recognise: byArchive(isParcel), refuse: refusals.files },
  {
    format: 'pdf',
    suffixes: ['.pdf'],
    recognise: byBytes(isPdf),
    open: async ({ bytes }) => (await import('./pdf/index.ts')).openPdf(bytes),
    drawPage: async ({ bytes }, wanted) => (await import('./pdf/whole-page.ts')).drawWholePage(bytes, wanted),
  },
  { suffixes: [], recognise: byBytes(isEncryptedPackage), refuse: refusals.passwordProtected },
  {
    format: 'doc',
    suffixes: ['.doc', '.dot', '.wps', '.wpt'],
    recognise: byBytes(isDoc),
    read: async ({ bytes }) => (await import('./doc/index.ts')).readDoc(bytes),
  },
  { suffixes: ['.xls', '.et'], recognise: byBytes(isXls), refuse: refusals.xls },
  { suffixes: [], recognise: byBytes(isOtherCompound), refuse: refusals.otherOffice },
  {
    format: 'rtf',
    suffixes: ['.rtf'],
    recognise: byBytes(isRtf),
    read: async ({ bytes }) => (await import('./rtf/index.ts')).readRtf(bytes),
  },
  {
    format: 'mht',
    suffixes: ['.mht', '.mhtml'],
    recognise: byBytes(isMhtFile),
    read: async ({ bytes }) => (await import('./mht/index.ts')).readMht(bytes),
  },
  {
    format: 'picture',
    suffixes: ['.jpg', '.jpeg'],
    recognise: byBytes(isJpeg),
    refuse: refusals.scannedPicture,
  },
  { format: 'picture', suffixes: ['.png'], recognise: byBytes(isPng), refuse: refusals.scannedPicture },
  {
    suffixes: ['.tif', '.tiff', '.bmp', '.webp', '.heic'],
    recognise: byBytes(isPicture),
    refuse: refusals.picture,
  },
  { suffixes: ['.rar', '.7z'], recognise: byBytes(isArchive), refuse: refusals.archive },
  { suffixes: [], recognise: byText(text => jsonKind(text) === 'own'), refuse: ownOutput.json },
  { suffixes: [], recognise: byText(text => jsonKind(text) === 'other'), refuse: refusals.json },
  { suffixes: ['.xml'], recognise: byText(isOfficeXml), refuse: refusals.wordXml },
  {
    format: 'html',
    suffixes: ['.html', '.htm'],
    recognise: byText(isHtml),
    read: async file => (await import('./html/document.ts')).documentFromHtml(file.text(), 'html'),
  },
  {
    format: 'markdown',
    suffixes: ['.md', '.markdown'],
    // The name decides where the content is neutral.
    recognise: file =>
      hasHtmlTable(file.text()) || isMarkdown(file.text()) || /\.(md|markdown)$/i.test(file.name),
    read: async file => {
      const { readMarkdown, readMixed } = await import('./text/index.ts')
      if (!hasHtmlTable(file.text())) return readMarkdown(file.text())
      const { documentFromHtml } = await import('./html/document.ts')
      return readMixed(file.text(), part => documentFromHtml(part, 'markdown'))
    },
  },
  {
    format: 'text',
    suffixes: ['.txt', '.csv'],
    recognise: byText(() => true),
    read: async file => (await import('./text/index.ts')).readText(file.text()),
  },
]

/** The formats of Documents. */
export const formats: readonly string[] = [
  ...new Set(kinds.flatMap(kind => ('format' in kind ? [kind.format] : []))),
]

/** Endings of files that are looked at where others are passed over: what is read, and what is refused with advice. */
export const suffixes: readonly string[] = kinds.flatMap(kind => kind.suffixes)

/** What a file is by its content; its name decides only between text and Markdown. Throws Problem. */
const kindOf = (file: GivenFile): Reader | Scanned | Refused => kinds.find(kind => kind.recognise(file))!

/** Endings of what is read, and of archives of it. */
const taken = [...kinds.flatMap(kind => ('format' in kind ? kind.suffixes : [])), '.zip']

const renamedTo = (ending: string): Message => ({
  zh: `从内容看，这是 ${ending} 文件：请把文件名改为以 ${ending} 结尾后重新提交。`,
  en: `By its content it is a ${ending} file: give it a name that ends in ${ending} and submit it again.`,
})

/** What to do with a file by its content; undefined where that is nothing known. */
const remedyFor = (bytes: Uint8Array): Message | undefined => {
  try {
    const kind = kindOf(givenFile('', bytes))
    return 'format' in kind ? renamedTo(kind.suffixes[0]!) : kind.refuse().remedy
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/**
 * Why a file is refused whose name has none of the known endings, for services that go by them; null where it has one.
 * Names the ending that the content should have.
 */
export const refusalOfEnding = (name: string, bytes: Uint8Array): Problem | null =>
  suffixes.some(suffix => name.toLowerCase().endsWith(suffix))
    ? null
    : refusals.ending(taken, remedyFor(bytes))

/**
 * Reads a file of any format; whoever asks closes it. Throws a Problem for a file that no reader takes, or that holds more
 * than any report.
 */
export const open = async (name: string, bytes: Uint8Array): Promise<OpenDocument> => {
  const file = givenFile(name, bytes)
  const kind = kindOf(file)
  if ('refuse' in kind) throw kind.refuse()
  const opened = 'open' in kind ? await kind.open(file) : withoutPages(await kind.read(file))
  const document = withinLimits(opened.document)
  const losses = [...file.losses(), ...document.losses]
  return { ...opened, document: { ...document, blocks: foldRadicals(document.blocks), losses } }
}

/** The same, for whoever needs no more than the document. */
export const read = async (name: string, bytes: Uint8Array): Promise<Document> => {
  const { document, close } = await open(name, bytes)
  close()
  return document
}

/** A page of a file as a picture. Throws a Problem for a file that no reader takes. */
export const drawPage = async (name: string, bytes: Uint8Array, wanted: WantedPage): Promise<DrawnPage> => {
  const file = givenFile(name, bytes)
  const kind = kindOf(file)
  if ('refuse' in kind) throw kind.refuse()
  return 'open' in kind ? kind.drawPage(file, wanted) : { without: 'failed' }
}
