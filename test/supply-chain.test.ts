import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { passedOn } from '../infra/supply-chain/passed-on.ts'
import { billOfMaterials, licencesOf, lockedPackages, lookedUp, refOf } from '../infra/supply-chain/sbom.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const readJson = <T>(path: string): T => JSON.parse(readFileSync(root + path, 'utf8')) as T

type Versions = Readonly<Record<string, string>>
interface Manifest {
  readonly license?: string
  readonly optionalDependencies: Versions
  readonly devDependencies: Versions
  readonly overrides: Readonly<Record<string, string | Versions>>
  readonly allowScripts: Readonly<Record<string, boolean>>
  readonly scripts?: Versions
}
const manifest = readJson<Manifest>('package.json')
const locked = lockedPackages()
const production = await passedOn()

/** Licences we may run and pass on under, all without a duty to open our own code. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  // Given up to everyone; data of MDN under it comes with css-tree.
  'CC0-1.0',
])
/** Of alternatives one is enough; of several at once all are needed (SPDX 2.3, annex D). */
const isAllowed = (expression: string): boolean => {
  const plain = expression.replace(/^\((.*)\)$/u, '$1')
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAllowed)
  return plain.split(' OR ').some(licence => allowed.has(licence))
}

test('every version is exact, overrides and all', () => {
  const overrides = Object.values(manifest.overrides).flatMap(each =>
    typeof each === 'string' ? [each] : Object.values(each),
  )
  const versions = [
    ...Object.values(manifest.optionalDependencies),
    ...Object.values(manifest.devDependencies),
    ...overrides,
  ]
  expect(versions.length).toBeGreaterThan(20)
  // Bindings count their own releases behind the version of what they bind.
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/u)
  expect(readFileSync(`${root}.npmrc`, 'utf8')).toContain('save-exact=true')
})

test('every package comes from the registry, and its checksum is locked', () => {
  expect(locked.length).toBeGreaterThan(100)
  for (const { path, resolved, integrity, inBundle, optional, dev } of locked) {
    // The lock file leaves out where the registry itself is the source; an archive or a repository it would name.
    if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//u)
    // What lies inside another's archive is covered by its checksum; tools for other machines are never fetched here.
    if (!inBundle && !(optional && dev)) expect(integrity, path).toMatch(/^sha512-/u)
  }
})

describe('packages the service runs with', () => {
  test('each has a licence we may use', () => {
    expect(production.length).toBeGreaterThan(30)
    for (const { name, version, license } of production) {
      const licence = lookedUp[`${name}@${version}`] ?? license
      expect(licence, `${name} has no licence`).toBeDefined()
      expect(isAllowed(licence!), `${name}: ${licence}`).toBe(true)
    }
  })

  test('none runs a script when it is installed', () => {
    for (const { path, hasInstallScript } of production) {
      expect(hasInstallScript ?? false, path).toBe(false)
      if (!existsSync(`${root}${path}/package.json`)) continue
      const { scripts = {} } = readJson<Manifest>(`${path}/package.json`)
      for (const hook of ['preinstall', 'install', 'postinstall'])
        expect(scripts[hook], `${path} ${hook}`).toBeUndefined()
      expect(existsSync(`${root}${path}/binding.gyp`), `${path} would be compiled`).toBe(false)
    }
  })

  test('only tools for development may run scripts', () => {
    for (const [name, runs] of Object.entries(manifest.allowScripts)) {
      if (runs) expect(Object.keys(manifest.devDependencies)).toContain(name)
      expect(production.map(each => each.name)).not.toContain(name)
    }
  })
})

describe('npm run sbom', () => {
  const needed = new Set(production.map(refOf))
  const bom = billOfMaterials(needed)

  test('is CycloneDX 1.5 and names every package with version, address and licence', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u,
    )
    const named = new Set(bom.components.map(component => component['bom-ref']))
    for (const each of needed) expect(named).toContain(each)
    expect(bom.components).toHaveLength(needed.size)
    for (const component of bom.components) {
      expect(component.purl).toMatch(/^pkg:npm\//u)
      expect(licencesOf(component), component.name).not.toEqual([])
    }
  })

  test('names the project, and neither the time nor the folder it was made in', () => {
    expect(bom.metadata.component.name).toBe('gongkai')
    expect(JSON.stringify(bom)).not.toMatch(/"timestamp"/u)
    expect(billOfMaterials(needed)).toEqual(bom)
  })
})
