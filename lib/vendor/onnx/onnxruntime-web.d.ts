/** As much of onnxruntime-web as is used here: its build for WebAssembly on the processor. */
declare module 'onnxruntime-web/wasm' {
  export const env: {
    logLevel: 'error'
    readonly wasm: { numThreads: number; wasmBinary: ArrayBuffer | Uint8Array }
  }
  export class Tensor {
    constructor(type: 'float32', data: Float32Array, dims: readonly number[])
    readonly data: Float32Array
    readonly dims: readonly number[]
  }
  export interface Session {
    readonly inputNames: readonly string[]
    readonly outputNames: readonly string[]
    readonly run: (feeds: Record<string, Tensor>) => Promise<Record<string, Tensor>>
  }
  export const InferenceSession: {
    create: (
      model: Uint8Array,
      options: { readonly executionProviders: readonly ['wasm']; readonly graphOptimizationLevel: 'all' },
    ) => Promise<Session>
  }
}
