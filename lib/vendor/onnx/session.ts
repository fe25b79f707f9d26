import { runtimeBytes } from './onnx-files.ts'

/** Numbers of some dimensions, the last runs fastest. */
export interface Numbers {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** A model that takes one and gives one. */
export type Model = (input: Numbers) => Promise<Numbers>

/** Loaded once: what it takes to compile the WebAssembly nobody pays who reads no picture. */
const load = async () => {
  const [runtime, bytes] = await Promise.all([import('onnxruntime-web/wasm'), runtimeBytes()])
  runtime.env.logLevel = 'error'
  // One thread: no worker is started, and what it costs is what it takes.
  runtime.env.wasm.numThreads = 1
  runtime.env.wasm.wasmBinary = bytes
  return runtime
}

let loading: ReturnType<typeof load> | undefined

/**
 * Opens a model in ONNX Runtime for WebAssembly. Throws what loading its files throws.
 *
 * Leans on: `wasmBinary`, by which the WebAssembly is not fetched from anywhere.
 */
export const openModel = async (model: Uint8Array): Promise<Model> => {
  loading ??= load()
  const { InferenceSession, Tensor } = await loading
  const session = await InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  })
  const [into = ''] = session.inputNames
  const [out = ''] = session.outputNames
  return async ({ data, dims }) => {
    const results = await session.run({ [into]: new Tensor('float32', data, dims) })
    const result = results[out]
    if (!result) throw new Error(`no output ${out}`)
    return { data: result.data, dims: result.dims }
  }
}
