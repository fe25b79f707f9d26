import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { npmCommand } from './npm.ts'

/** As much of CycloneDX 1.5 as we read or change; everything else is kept as npm writes it. */
export interface Bom {
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: string
  readonly serialNumber: string
  readonly metadata: {
    readonly component: { readonly 'bom-ref': string; readonly name: string; readonly version: string }
  }
  readonly components: readonly BomComponent[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

export interface BomComponent {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses?: readonly (
    | { readonly license: { readonly id?: string; readonly name?: string } }
    | { readonly expression: string }
  )[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const readJson = <T>(file: string): T => JSON.parse(readFileSync(root + file, 'utf8')) as T

/** A package as the lock file has it. */
export interface Locked {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly inBundle?: boolean
  readonly optional?: boolean
  /** A tool, or bundled: whoever installs the package does not get it as one. */
  readonly dev: boolean
}

/** Every package of the lock file. */
export const lockedPackages = (): Locked[] =>
  Object.entries(readJson<{ packages: Record<string, Omit<Locked, 'path'>> }>('package-lock.json').packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      ...entry,
      path,
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      dev: entry.dev === true,
    }))

/** Licences that a package does not state as SPDX names them, read in its LICENSE file by a person. */
export const lookedUp: Readonly<Record<string, string>> = { 'duck@0.1.12': 'BSD-2-Clause' }

/** What npm makes of the lock file. With `--omit dev` it also leaves out what development needs beside the service. */
const fromNpm = (): Bom => {
  const [command, before] = npmCommand()
  const args = [...before, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const text = execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(text) as Bom
}

/** A UUID (version 8, RFC 9562: made by its own rule) that stands for this content and no other. */
const uuidOf = (content: string): string => {
  const hex = createHash('sha256').update(content).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const withLicence = (component: BomComponent): BomComponent => {
  const id = lookedUp[component['bom-ref']]
  return id ? { ...component, licenses: [{ license: { id } }] } : component
}

/** As the bill names a package. */
export const refOf = ({ name, version }: Pick<Locked, 'name' | 'version'>): string => `${name}@${version}`

/**
 * The software bill of materials: every package that is named by its reference, its version, checksum and licence, as
 * CycloneDX 1.5. `added` are components that npm's lock file does not know. npm puts the
 * time, chance and the folder's name into its own; the same lock file here gives the same bytes.
 */
export const billOfMaterials = (needed: ReadonlySet<string>, added: readonly BomComponent[] = []): Bom => {
  const { name, version } = readJson<{ name: string; version: string }>('package.json')
  const bom = fromNpm()
  const own = bom.metadata.component['bom-ref']
  const { timestamp: _, ...metadata } = bom.metadata as Bom['metadata'] & { readonly timestamp?: string }
  const components = [
    ...bom.components.filter(component => needed.has(component['bom-ref'])).map(withLicence),
    ...added,
  ].toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const dependencies = bom.dependencies
    .filter(({ ref }) => ref === own || needed.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(each => needed.has(each)) }))
  return {
    ...bom,
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(components))}`,
    metadata: { ...metadata, component: { ...metadata.component, name, version } },
    components,
    dependencies: [...dependencies, ...added.map(each => ({ ref: each['bom-ref'], dependsOn: [] }))],
  }
}

/** The licences a component may be used under, as it writes them. */
export const licencesOf = ({ licenses = [] }: BomComponent): string[] =>
  licenses.map(each =>
    'expression' in each ? each.expression : (each.license.id ?? each.license.name ?? ''),
  )
