import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** PDFium compiled to WebAssembly, as it lies in its package. Bundles put it beside themselves (infra/bundle/options.ts). */
export const wasmBytes = (): Promise<Uint8Array> =>
  readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
