import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type OutputFile } from 'esbuild'
import type { Build } from '../../lib/model/build.ts'
import { bundleOptions } from '../bundle/options.ts'
import { writeBuild } from '../bundle/write-build.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The functions that are deployed, in the order of the path: file under functions/, name of the bundle. */
export const functionNames = ['convert', 'give-up', 'notify', 'reconcile'] as const
export type FunctionName = (typeof functionNames)[number]

export const distFolder = join(root, 'dist')
export const bundleFolder = (name: FunctionName, dist = distFolder): string => join(dist, 'functions', name)

export interface Bundle extends Build {
  readonly name: FunctionName
  readonly folder: string
  /** Bytes that are loaded before the handler is ready. */
  readonly eagerBytes: number
  readonly allBytes: number
  /** Paths of the sources in the eager part. */
  readonly eagerInputs: readonly string[]
}

/** Output files that are loaded with the entry, through static imports. */
const eagerOutputs = (outputs: Metafile['outputs'], entry: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) visit(next)
  }
  visit(entry)
  return found
}

/** Code to `folder`, source maps to `maps`. */
const writeFiles = async (files: readonly OutputFile[], folder: string, maps: string): Promise<void> => {
  for (const place of [folder, maps]) {
    await rm(place, { recursive: true, force: true })
    await mkdir(place, { recursive: true })
  }
  for (const { path, contents } of files)
    await writeFile(join(path.endsWith('.map') ? maps : folder, basename(path)), contents)
}

const bundleOne = async (name: FunctionName, dist: string): Promise<Bundle> => {
  const folder = bundleFolder(name, dist)
  const { metafile, outputFiles } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [`functions/${name}.ts`],
    // Always the same, since the names of the files depend on it.
    outdir: bundleFolder(name),
    minify: true,
    sourcemap: 'external',
    target: 'node22',
  })
  const outputs = metafile.outputs
  const entry = Object.keys(outputs).find(path => outputs[path]?.entryPoint === `functions/${name}.ts`)!
  const code = Object.keys(outputs).filter(path => !path.endsWith('.map'))
  const eager = eagerOutputs(outputs, entry)
  const bytesOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + outputs[path]!.bytes, 0)
  await writeFiles(outputFiles, folder, join(dist, 'maps', name))
  return {
    ...writeBuild(folder, Object.keys(metafile.inputs), root),
    name,
    folder,
    eagerBytes: bytesOf(eager),
    allBytes: bytesOf(code),
    eagerInputs: [...eager].flatMap(path => Object.keys(outputs[path]!.inputs)),
  }
}

/**
 * Builds every function into dist/functions/<name>/; source maps go to dist/maps/, beside what is deployed.
 * The same sources give the same bytes, wherever `dist` is.
 */
export const bundleFunctions = (dist = distFolder): Promise<readonly Bundle[]> =>
  Promise.all(functionNames.map(name => bundleOne(name, dist)))
