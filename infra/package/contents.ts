import { type Locked, lockedPackages } from '../supply-chain/sbom.ts'
import type { Wanted } from './fetch-package.ts'
import { lockedNode } from './locked-node.ts'
import type { Platform } from './platforms.ts'

/** Packages that lie in the folder as they are, for every machine: the bundle asks for the first, and that for the others. */
export const copiedPackages = ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc'] as const

const lockedAt = (path: string): Locked => {
  const found = lockedPackages().find(each => each.path === path)
  if (!found) throw new Error(`${path} is not in the lock file`)
  return found
}

export const copiedLocked = (): readonly Locked[] =>
  copiedPackages.map(name => lockedAt(`node_modules/${name}`))

/** The engine's library for a machine, as npm's lock file has it. */
export const engineOf = ({ engine }: Platform): Locked & Wanted => {
  const { integrity, ...found } = lockedAt(`node_modules/${engine}`)
  if (!integrity) throw new Error(`${engine} has no checksum in the lock file`)
  return { ...found, integrity }
}

/** Node for a machine. Throws where package.json asks for another version than was locked. */
export const nodeOf = ({ node }: Platform): Wanted => {
  const { version } = lockedAt('node_modules/node')
  if (version !== lockedNode.version)
    throw new Error(`package.json has Node ${version}: lock its binaries in infra/package/locked-node.ts`)
  const integrity = lockedNode.integrity[node.name as keyof typeof lockedNode.integrity]
  return { name: node.name, version, integrity }
}
