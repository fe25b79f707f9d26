type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type PdfjsWorker = typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs')

export interface Engine {
  readonly pdfjs: Pdfjs
  readonly worker: PdfjsWorker['WorkerMessageHandler']
}

/** Names of the browser's that pdf.js touches while it loads; drawing, which would use them, never happens here. */
const browserNames = ['DOMMatrix', 'FontFace', 'ImageData', 'Path2D'] as const

let loading: Promise<Engine> | undefined

/**
 * pdf.js asks for a canvas of native code while it loads, and complains where there is none. Nothing is drawn here: it is
 * given an empty one, which saves 22 of 170 MB and 5 % of the first PDF, and keeps native code away from strange files.
 *
 * Leans on: pdf.js asking by `process.getBuiltinModule('module').createRequire`, and for nothing else of that module.
 */
const withoutCanvas = async <T>(load: () => Promise<T>): Promise<T> => {
  const real = process.getBuiltinModule
  const instead = (name: string): unknown =>
    name === 'module' ? { createRequire: () => () => ({}) } : real(name)
  process.getBuiltinModule = instead as typeof real
  try {
    return await load()
  } finally {
    process.getBuiltinModule = real
  }
}

const load = async (): Promise<Engine> => {
  const globals = globalThis as Record<string, unknown>
  for (const name of browserNames) globals[name] ??= class {}
  const [pdfjs, { WorkerMessageHandler }] = await withoutCanvas(() =>
    Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]),
  )
  return { pdfjs, worker: WorkerMessageHandler }
}

/**
 * pdf.js, loaded with the first PDF: it takes a quarter of a second that other formats need not pay.
 *
 * Leans on: `legacy/build/pdf.worker.mjs` with `WorkerMessageHandler.initializeFromPort`, which serves any port. Parsed in
 * this thread, every message can be watched (port.ts): a bound on what a file may cost, not a matter of speed.
 */
export const loadEngine = (): Promise<Engine> => {
  loading ??= load()
  return loading
}
