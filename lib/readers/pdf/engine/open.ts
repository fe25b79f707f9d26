import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Problem } from '../../../model/problems.ts'
import { type Engine, loadEngine } from '../../../vendor/pdfjs-dist/load.ts'
import { channel } from '../../../vendor/pdfjs-dist/port.ts'
import { passOverStrays } from '../../../vendor/pdfjs-dist/strays.ts'
import { limits } from '../../limits.ts'
import { type Matrix, toMatrix } from '../geometry.ts'
import { damaged, locked, tooComplex } from '../refusals.ts'
import { BinaryData } from './binary-data.ts'
import { checkStreams } from './check-streams.ts'
import { type Guard, guard } from './guard.ts'

/** What the parser tells of a font that matters for placing its characters. */
export interface Font {
  readonly vertical?: boolean
  readonly defaultVMetrics?: readonly [number, number, number]
  readonly fontMatrix?: readonly number[]
}

/** The drawing program of a page. */
export interface PageProgram {
  readonly number: number
  readonly width: number
  readonly height: number
  /** From the page's own space to points from the top left, turned as the page is shown. */
  readonly toPage: Matrix
  readonly operators: readonly number[]
  readonly arguments: readonly (readonly unknown[])[]
  /** A page whose program breaks off. */
  readonly broken: boolean
  readonly font: (name: string) => Font | null
  /** Whether content of this optional layer is shown. */
  readonly shown: (layer: unknown) => boolean
}

export interface OpenPdf {
  readonly ops: Engine['pdfjs']['OPS']
  readonly pages: number
  /** Null where the page cannot be read at all. */
  readonly page: (number: number) => Promise<PageProgram | null>
  readonly close: () => Promise<void>
}

/** No file, no network, no drawing surface: the parser gets what it asks for from us or not at all. */
const sealed = {
  disableAutoFetch: true,
  disableRange: true,
  disableStream: true,
  enableXfa: false,
  isEvalSupported: false,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  // No picture is decoded; where one stands is told by the transformation that is left without content.
  maxImageSize: 0,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
  BinaryDataFactory: BinaryData as never,
  // Fonts count as installed: otherwise the outlines of all characters would be worked out, to be drawn.
  disableFontFace: false,
  ownerDocument: { fonts: new Set() } as never,
}

const readPage = async (
  page: PDFPageProxy,
  number: number,
  document: PDFDocumentProxy,
  watch: Guard,
): Promise<PageProgram> => {
  const before = watch.brokenStreams()
  watch.nextPage()
  const viewport = page.getViewport({ scale: 1 })
  const [list, layers] = await Promise.all([page.getOperatorList(), document.getOptionalContentConfig()])
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    toPage: toMatrix(viewport.transform),
    operators: list.fnArray,
    arguments: list.argsArray,
    broken: watch.brokenStreams() > before,
    font: name => {
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
      return typeof font === 'object' ? (font as Font | null) : null
    },
    shown: layer => layers.isVisible(layer),
  }
}

const asProblem = (error: unknown): Problem =>
  (error as Error | undefined)?.name === 'PasswordException' ? locked() : damaged({ cause: error })

/** Opens a PDF. Throws Problem: `file-damaged`, `password-protected`, `too-complex`. */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  checkStreams(bytes)
  const { pdfjs, worker } = await loadEngine()
  const watch = guard(pdfjs.OPS)
  const { main, parser, cut } = channel(watch.watch)
  const listenAgain = passOverStrays()
  worker.initializeFromPort(parser)
  const pdfWorker = new pdfjs.PDFWorker({ port: main as never, verbosity: 0 })
  // The parser takes the memory over: it gets a copy.
  const task = pdfjs.getDocument({ ...sealed, data: new Uint8Array(bytes), worker: pdfWorker })
  const within = <T>(work: Promise<T>): Promise<T> => Promise.race([work, watch.exceeded])
  const close = async (): Promise<void> => {
    // Closed in the middle of a page the parser would reject promises nobody waits for; so it is left alone.
    if (watch.isSpent()) cut()
    else {
      await task.destroy()
      pdfWorker.destroy()
    }
    listenAgain()
  }
  try {
    const document = await within(task.promise)
    if (document.numPages > limits.pdf.pages)
      throw tooComplex(`超过 ${limits.pdf.pages} 页`, `it has more than ${limits.pdf.pages} pages`)
    return {
      ops: pdfjs.OPS,
      pages: document.numPages,
      page: async number => {
        const page = await within(document.getPage(number)).catch(() => null)
        if (page === null) return null
        const program = await within(readPage(page, number, document, watch))
        page.cleanup()
        return program
      },
      close,
    }
  } catch (error) {
    await close()
    throw (error as Error).name === 'Problem' ? error : asProblem(error)
  }
}
