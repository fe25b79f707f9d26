import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { contracts } from '../../events/index.ts'
import manifest from '../../package.json' with { type: 'json' }

const events = new URL('../../events/', import.meta.url)
const published = new URL('published/', events)

/** PUBLISH=1 keeps the contracts of this release, once and for ever. */
const publish = () => {
  const release = new URL(`${manifest.version}/`, published)
  if (existsSync(release)) throw new Error(`${manifest.version} has been published already`)
  for (const { folder, version } of contracts) {
    mkdirSync(new URL(`${folder}/`, release), { recursive: true })
    for (const name of readdirSync(new URL(`${folder}/`, events)))
      if (name.startsWith(`${version}.`) && name.endsWith('.json'))
        cpSync(new URL(`${folder}/${name}`, events), new URL(`${folder}/${name}`, release))
  }
}
if (process.env['PUBLISH']) publish()

const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))
const validatorOf = (root: URL, folder: string, version: string) =>
  new Ajv2020({ strict: true, validateFormats: false }).compile(
    read(new URL(`${folder}/${version}.schema.json`, root)),
  )
/** The path of every field that a JSON Schema names. */
const fieldsOf = (schema: unknown, path = ''): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value).flatMap(([name, inner]) => [
          `${path}.${name}`,
          ...fieldsOf(inner, `${path}.${name}`),
        ])
      : fieldsOf(value, path),
  )
}
const samplesIn = (root: URL, folder: string, version: string) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter(name => name.startsWith(`${version}.`) && name.endsWith('.sample.json'))
    .map(name => ({ name, value: read(new URL(`${folder}/${name}`, root)) }))

const releases = readdirSync(published).map(name => ({ name, root: new URL(`${name}/`, published) }))

test('there are published contracts', () => {
  expect(releases.length).toBeGreaterThan(0)
})

describe.each(releases)('with the contracts of $name', ({ root }) => {
  const kept = contracts.filter(({ folder, version }) =>
    existsSync(new URL(`${folder}/${version}.schema.json`, root)),
  )

  test('every contract of then is still there', () => {
    const then = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/').match(/^(.+)\/(v\d+)\.schema\.json$/))
      .filter(match => match !== null)
      .map(([, folder, version]) => `${folder} ${version}`)
    expect(kept.map(({ folder, version }) => `${folder} ${version}`).toSorted()).toEqual(then.toSorted())
  })

  test.each(kept)('$folder $version: no field of then is gone', ({ folder, version }) => {
    const fieldsIn = (from: URL) => new Set(fieldsOf(read(new URL(`${folder}/${version}.schema.json`, from))))
    expect([...fieldsIn(root).difference(fieldsIn(events))]).toEqual([])
  })

  test.each(kept)('$folder $version: what was written then is read now', ({ folder, version, schema }) => {
    const validate = validatorOf(events, folder, version)
    for (const { name, value } of samplesIn(root, folder, version)) {
      validate(value)
      expect(validate.errors, name).toBeNull()
      expect(schema.safeParse(value).success, name).toBe(true)
    }
  })

  test.each(kept)(
    '$folder $version: what is written now would have been read then',
    ({ folder, version }) => {
      const validate = validatorOf(root, folder, version)
      for (const { name, value } of samplesIn(events, folder, version)) {
        validate(value)
        expect(validate.errors, name).toBeNull()
      }
    },
  )
})
