import { test } from 'vitest'
import { loadEngine } from '../../../lib/vendor/pdfjs-dist/load.ts'
import { channel, type Told } from '../../../lib/vendor/pdfjs-dist/port.ts'
import { contract } from './contract.ts'

const holds = contract('pdfjs-dist')

test('its parser is there, and no canvas of native code', async () => {
  const engine = await loadEngine()
  holds(
    typeof engine.worker?.initializeFromPort === 'function',
    'has legacy/build/pdf.worker.mjs with WorkerMessageHandler.initializeFromPort',
    'load.ts',
  )
  const native = process.report.getReport() as unknown as { readonly sharedObjects: readonly string[] }
  holds(
    !native.sharedObjects.some(path => path.includes('canvas')),
    "asks for its canvas by process.getBuiltinModule('module')",
    'load.ts',
  )
})

/** A page on which 16 stands, without its table of objects, which the parser does not need. */
const tiny = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 29>>stream',
  'BT /F 9 Tf 9 9 Td (16) Tj ET ',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n')

/** Reads the first page over the channel, and keeps what is told of it. */
const firstPage = async (): Promise<readonly Told[]> => {
  const { pdfjs, worker } = await loadEngine()
  const told: Told[] = []
  const { main, parser } = channel(each => {
    // The parser empties its lists once they are sent.
    told.push(structuredClone(each))
    return true
  })
  worker.initializeFromPort(parser)
  const pdfWorker = new pdfjs.PDFWorker({ port: main as never, verbosity: 0 })
  const ownerDocument = { fonts: new Set() } as never
  const task = pdfjs.getDocument({ data: new TextEncoder().encode(tiny), worker: pdfWorker, ownerDocument })
  const page = await (await task.promise).getPage(1)
  await page.getOperatorList()
  await task.destroy()
  pdfWorker.destroy()
  return told
}

test('the program of a page is handed out over the channel', async () => {
  const { pdfjs } = await loadEngine()
  const told = await firstPage().catch(() => [])
  const programs = told.flatMap(({ program }) => program ?? [])
  holds(programs.length === 1, 'hands out the operators of a page as chunk.fnArray', 'port.ts')
  const at = programs[0]!.operators.indexOf(pdfjs.OPS.showText)
  const [glyphs] = (programs[0]!.arguments[at] ?? []) as { readonly unicode?: string }[][]
  holds(
    glyphs?.map(glyph => glyph.unicode).join('') === '16',
    'hands out the glyphs of a text as chunk.argsArray',
    'port.ts',
  )
  holds(
    told.every(({ brokeOff }) => !brokeOff),
    'reads a page of two figures without an error',
    'port.ts',
  )
})
