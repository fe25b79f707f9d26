import { readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { bundleOptions } from '../../bundle/options.ts'
import { writeBuild } from '../../bundle/write-build.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export const bundleFolder = join(root, 'dist/local')

const slashed = (path: string): string => path.replaceAll('\\', '/')

/** What names the scripts of processes of their own: the bundle's lie beside it. */
const scripts: Readonly<Record<string, string>> = {
  'infra/local/pool/worker-script.ts':
    "export const workerScript = new URL('./worker.mjs', import.meta.url); export const scanWorkerScript = new URL('./scan-worker.mjs', import.meta.url)",
  'infra/local/results/worker-script.ts':
    "export const summaryScript = new URL('./summary-worker.mjs', import.meta.url)",
  'infra/local/season/worker-script.ts':
    "export const seasonScript = new URL('./season-worker.mjs', import.meta.url); export const workbookScript = new URL('./workbook-worker.mjs', import.meta.url)",
}

/** The command line and the service: their folders of the bundle are named as they are below here. */
const local = 'infra/local'

/** What modules read that lies beside them; the bundle has it at the same place below itself. */
const beside = ['samples', 'web/assets'] as const

const isRead = (path: string): boolean => !path.endsWith('.d.ts')

const filesBeside = (): readonly string[] =>
  beside
    .flatMap(name => readdirSync(join(root, local, name), { recursive: true, withFileTypes: true }))
    .flatMap(entry => (entry.isFile() ? [slashed(relative(root, join(entry.parentPath, entry.name)))] : []))
    .filter(isRead)

/** Our modules find what lies beside them in the bundle; the workers are the bundle's own. */
const places: Plugin = {
  name: 'places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = scripts[slashed(relative(root, path))]
      if (own) return { contents: own, loader: 'js' }
      const source = readFileSync(path, 'utf8')
      if (!source.includes('import.meta.url')) return undefined
      const place = JSON.stringify(slashed(relative(join(root, local), path)))
      if (place.startsWith('"../'))
        throw new Error(`${path} reads beside itself: the bundle has no place for that`)
      return {
        contents: source.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        loader: 'ts',
      }
    })
  },
}

/** The command line, its workers and the library. */
export const entryPoints = [
  ...['infra/local/gongkai.ts', 'infra/local/pool/worker.ts', 'infra/local/pool/scan-worker.ts'],
  ...['infra/local/results/summary-worker.ts', 'infra/local/season/season-worker.ts'],
  'infra/local/season/workbook-worker.ts',
  'lib/library.ts',
] as const

/** The list that `isFresh` reads: our own files among the inputs, and what says which packages they are bundled with. */
const sourceList = (inputs: readonly string[]): string => {
  const own = inputs.filter(path => !path.includes('node_modules/'))
  const facts = ['package-lock.json', ...own].map(path => {
    const { size, mtimeMs } = statSync(join(root, path))
    return [path, [size, mtimeMs]]
  })
  return JSON.stringify(Object.fromEntries(facts))
}

/**
 * Bundles the command line, its workers and the library: a file of the command line loads and converts in two thirds of
 * the time that its four hundred sources take. Names stay, so that a fault tells where it is. The folder runs wherever
 * it is copied to; the engine of seasons alone is looked for among the packages around it. Gives the paths of what it
 * is made of, below the project's folder.
 */
export const bundleLocal = async (folder = bundleFolder): Promise<readonly string[]> => {
  const { metafile, outputFiles } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    entryNames: '[name]',
    // It finds its library by where it lies, and most commands do without it.
    external: ['@duckdb/node-api'],
    outdir: folder,
    plugins: [...bundleOptions.plugins, places],
    target: 'node22',
  })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { path, contents } of outputFiles) await writeFile(path, contents)
  for (const name of beside)
    await cp(join(root, local, name), join(folder, name), { recursive: true, filter: isRead })
  const inputs = [...Object.keys(metafile.inputs), ...filesBeside()]
  writeBuild(folder, inputs, root)
  // Last: without it the bundle is not used.
  await writeFile(join(folder, 'sources.json'), sourceList(inputs))
  return inputs
}
