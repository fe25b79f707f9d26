import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type OutputFile } from 'esbuild'
import type { Build } from '../../lib/model/build.ts'
import { bundleOptions } from '../bundle/options.ts'
import { joinBuilds, writeBuild } from '../bundle/write-build.ts'
import { type Architecture, architectures, copyEngine, engineBeside } from './engine-library.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The functions that are deployed, in the order of the path: file under functions/. */
export const functionNames = [
  'convert',
  'read-scan',
  'give-up',
  'notify',
  'reconcile',
  'gather',
  'season',
] as const
export type FunctionName = (typeof functionNames)[number]

/** Functions with the engine of seasons: its library is large and made for one processor, so that they share a bundle. */
const withEngine = ['gather', 'season'] as const satisfies readonly FunctionName[]
type WithEngine = (typeof withEngine)[number]

export type BundleName = Exclude<FunctionName, WithEngine> | `season-${Architecture}`

const hasEngine = (name: FunctionName): name is WithEngine => withEngine.some(each => each === name)

/** The bundle that holds a function, for a processor. */
export const bundleOf = (name: FunctionName, architecture: Architecture): BundleName =>
  hasEngine(name) ? `season-${architecture}` : name

interface Content {
  readonly name: BundleName
  readonly functions: readonly FunctionName[]
  /** Whose library of the engine lies in it. */
  readonly engine?: Architecture
}

const contents: readonly Content[] = [
  ...functionNames.flatMap(name => (hasEngine(name) ? [] : [{ name, functions: [name] }])),
  ...architectures.map(
    engine => ({ name: `season-${engine}`, functions: withEngine, engine }) as const satisfies Content,
  ),
]

export const bundleNames: readonly BundleName[] = contents.map(({ name }) => name)

export const distFolder = join(root, 'dist')
export const bundleFolder = (name: BundleName, dist = distFolder): string => join(dist, 'functions', name)

export interface Bundle extends Build {
  readonly name: BundleName
  readonly functions: readonly FunctionName[]
  readonly folder: string
  /** Bytes that are loaded before the handler is ready. */
  readonly eagerBytes: number
  readonly allBytes: number
  /** Paths of the sources in the eager part. */
  readonly eagerInputs: readonly string[]
}

/** Output files that are loaded with one of the entries, through static imports. */
const eagerOutputs = (outputs: Metafile['outputs'], entries: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) visit(next)
  }
  for (const entry of entries) visit(entry)
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

const bundleOne = async ({ name, functions, engine }: Content, dist: string): Promise<Bundle> => {
  const folder = bundleFolder(name, dist)
  const entryPoints = functions.map(each => `functions/${each}.ts`)
  const { metafile, outputFiles } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints,
    // Always the same, since the names of the files depend on it.
    outdir: bundleFolder(name),
    minify: true,
    plugins: [...bundleOptions.plugins, engineBeside],
    sourcemap: 'external',
    target: 'node22',
  })
  const outputs = metafile.outputs
  const entries = Object.keys(outputs).filter(path => entryPoints.includes(outputs[path]?.entryPoint ?? ''))
  const code = Object.keys(outputs).filter(path => !path.endsWith('.map'))
  const eager = eagerOutputs(outputs, entries)
  const bytesOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + outputs[path]!.bytes, 0)
  await writeFiles(outputFiles, folder, join(dist, 'maps', name))
  const engineBytes = engine ? await copyEngine(engine, folder) : 0
  return {
    ...writeBuild(folder, Object.keys(metafile.inputs), root),
    name,
    functions,
    folder,
    eagerBytes: bytesOf(eager),
    allBytes: bytesOf(code) + engineBytes,
    eagerInputs: [...eager].flatMap(path => Object.keys(outputs[path]!.inputs)),
  }
}

/**
 * Two that make one program: `read-scan` goes on with what `convert` began, and what one of them made is of the other's
 * build. They lie apart, since what reads scans is large.
 */
const together: readonly BundleName[] = ['convert', 'read-scan']

/** Gives bundles of one program the build of all of them. */
const asOne = (bundles: readonly Bundle[]): readonly Bundle[] => {
  const one = bundles.filter(({ name }) => together.includes(name))
  const build = joinBuilds(one.map(({ folder }) => folder))
  return bundles.map(bundle => (one.includes(bundle) ? { ...bundle, ...build } : bundle))
}

/**
 * Builds every bundle, or those that are wanted, into dist/functions/<name>/; source maps go to dist/maps/, beside what is deployed.
 * The same sources give the same bytes, wherever `dist` is.
 */
export const bundleFunctions = async (
  dist = distFolder,
  wanted: readonly BundleName[] = bundleNames,
): Promise<readonly Bundle[]> => {
  const those = contents.filter(({ name }) => wanted.includes(name))
  return asOne(await Promise.all(those.map(content => bundleOne(content, dist))))
}
