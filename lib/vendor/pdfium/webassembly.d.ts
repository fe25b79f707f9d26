/** As much of the JavaScript interface of WebAssembly as is used here; the types of Node have none of it. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>
  }
  /** A compiled module. */
  type Compiled = object
  type Imports = Record<string, Record<string, unknown>>
  function compile(bytes: Uint8Array): Promise<Compiled>
  function instantiate(module: Compiled, imports: Imports): Promise<Instance>
}
