import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Plugin } from 'esbuild'

/** The processors that the stack can be deployed for, as Lambda calls them. */
export const architectures = ['arm64', 'x86_64'] as const
export type Architecture = (typeof architectures)[number]

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What of the package is loaded: the binding finds its library beside itself. */
const files = ['duckdb.node', 'libduckdb.so'] as const

const packages: Readonly<Record<Architecture, string>> = {
  arm64: '@duckdb/node-bindings-linux-arm64',
  x86_64: '@duckdb/node-bindings-linux-x64',
}

const bindingPath = './duckdb.node'

/** The binding lies beside the bundle: which one is decided when it is built. */
export const engineBeside: Plugin = {
  name: 'engine-beside',
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /[\\/]node-bindings[\\/]duckdb\.js$/ }, () => ({
      contents: `module.exports = require('${bindingPath}')`,
      loader: 'js',
    }))
    onResolve({ filter: /^\.\/duckdb\.node$/ }, () => ({ path: bindingPath, external: true }))
  },
}

interface Locked {
  readonly version: string
  readonly integrity: string
}

const lockedOf = async (name: string): Promise<Locked> => {
  const { packages: locked } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  return locked[`node_modules/${name}`]
}

/** The package as npm installed it: only that of this machine's processor is. */
const installed = async (name: string, { version }: Locked): Promise<string | null> => {
  try {
    const path = createRequire(import.meta.url).resolve(`${name}/package.json`)
    return JSON.parse(await readFile(path, 'utf8')).version === version ? dirname(path) : null
  } catch {
    return null
  }
}

const run = promisify(execFile)

/** Fetches the package by npm; its bytes must be those that package-lock.json was made with. */
const fetched = async (name: string, { version, integrity }: Locked): Promise<string> => {
  const folder = join(root, 'dist/packages', `${name.split('/').at(-1)}-${version}`)
  if (await stat(folder).catch(() => null)) return folder
  const aside = `${folder}.part-${process.pid}`
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  const { stdout } = await run('npm', ['pack', '--silent', `${name}@${version}`], { cwd: aside })
  const archive = join(aside, stdout.trim().split('\n').at(-1)!)
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (`sha512-${hash}` !== integrity)
    throw new Error(`${name}@${version}: not the bytes that package-lock.json names`)
  await run('tar', ['-xzf', archive, '-C', aside])
  await rename(join(aside, 'package'), folder).catch(async error => {
    // Another build was first.
    if (!(await stat(folder).catch(() => null))) throw error
  })
  await rm(aside, { recursive: true, force: true })
  return folder
}

/** Puts the engine's library for a processor into the folder of a bundle. Gives its bytes. */
export const copyEngine = async (architecture: Architecture, folder: string): Promise<number> => {
  const name = packages[architecture]
  const locked = await lockedOf(name)
  const from = (await installed(name, locked)) ?? (await fetched(name, locked))
  let bytes = 0
  for (const file of files) {
    await copyFile(join(from, file), join(folder, file))
    bytes += (await stat(join(folder, file))).size
  }
  return bytes
}
