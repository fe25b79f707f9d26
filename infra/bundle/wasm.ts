import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

const fromBundle = `
  import { readFile } from 'node:fs/promises'
  import file from '@embedpdf/pdfium/pdfium.wasm'
  export const wasmBytes = () => readFile(new URL(file, import.meta.url))
`

/** What lib/vendor/pdfium/wasm-file.ts finds in its package lies beside the bundle. */
export const wasm: Plugin = {
  name: 'wasm',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]vendor[\\/]pdfium[\\/]wasm-file\.ts$/ }, ({ path }) => ({
      contents: fromBundle,
      loader: 'ts',
      resolveDir: dirname(path),
    }))
  },
}
