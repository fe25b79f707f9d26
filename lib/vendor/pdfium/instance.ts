import type { Address, Functions } from './functions.ts'
import { wasmBytes } from './wasm-file.ts'

/** Memory of one instance, in bytes; a report of six pages takes 20 million. */
const mostMemory = 256 * 1024 * 1024

/** PDFium with memory of its own, which is given back when the instance is forgotten. */
export interface Pdfium {
  readonly call: Functions
  readonly memory: WebAssembly.Memory
  /** Room for what functions write: 64 bytes. */
  readonly scratch: Address
  /** Whether it asked for more memory than it may have. It fails then, in whatever it did. */
  readonly isStarved: () => boolean
}

/** What the module asks of its surroundings. */
type Imports = WebAssembly.Imports & { readonly env: { emscripten_resize_heap: (bytes: number) => boolean } }

let compiling: Promise<WebAssembly.Compiled> | undefined

const compile = (): Promise<WebAssembly.Compiled> => {
  compiling ??= wasmBytes().then(bytes => WebAssembly.compile(bytes))
  return compiling
}

/**
 * Leans on: Emscripten's `instantiateWasm`, by which the functions are called as they are: those of the package check and
 * convert their arguments at each call, which costs more than the call.
 */
const instantiate = async (): Promise<Pdfium> => {
  const [{ init }, module] = await Promise.all([import('@embedpdf/pdfium'), compile()])
  const { promise, resolve, reject } = Promise.withResolvers<WebAssembly.Instance>()
  let starved = false
  const overrides = {
    print: () => {},
    printErr: () => {},
    instantiateWasm: (imports: Imports, done: (instance: WebAssembly.Instance) => void): object => {
      const resize = imports.env.emscripten_resize_heap
      imports.env.emscripten_resize_heap = bytes => {
        starved ||= bytes >>> 0 > mostMemory
        return !starved && resize(bytes)
      }
      WebAssembly.instantiate(module, imports).then(instance => {
        done(instance)
        resolve(instance)
      }, reject)
      return {}
    },
  }
  const [{ exports }] = await Promise.all([promise, init(overrides)])
  const call = exports as unknown as Functions
  call.FPDF_InitLibrary()
  return {
    call,
    memory: exports['memory'] as WebAssembly.Memory,
    scratch: call.malloc(64),
    isStarved: () => starved,
  }
}

let idle: Pdfium | undefined

/** An instance that nobody else uses. The first takes a tenth of a second that other formats need not pay. */
export const takePdfium = async (): Promise<Pdfium> => {
  const kept = idle
  idle = undefined
  return kept ?? instantiate()
}

/** Memory never shrinks: an instance that took more than this is not kept. */
const worthKeeping = 64 * 1024 * 1024

/** Takes an instance back that did its work and failed at nothing; others are left to the collector of garbage. */
export const givePdfium = (pdfium: Pdfium): void => {
  if (pdfium.memory.buffer.byteLength <= worthKeeping) idle = pdfium
}
