import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { detailTypes } from '../../events/detail-types.ts'
import { contracts, schemaText } from '../../events/index.ts'

const root = new URL('../../events/', import.meta.url)
const samplesOf = ({ folder, version }: (typeof contracts)[number]) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter(name => name.startsWith(`${version}.`) && name.endsWith('.sample.json'))
    .map(name => ({ name, value: JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')) }))

/** What no program of ours writes any more: kept as it was published. */
const retired = ['report/v1']

/** Its list of files holds hashes of what an engine wrote: another one with every release of that. */
const withoutSample = ['season']

test('every schema is in the list, and no other', () => {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/').match(/^(?!published)(.+\/v\d+)\.schema\.json$/)?.[1])
    .filter(path => path !== undefined)
  const listed = contracts.map(({ folder, version }) => `${folder}/${version}`)
  expect(found.toSorted()).toEqual([...listed, ...retired].toSorted())
})

test('every event type has its contract', () => {
  const types = contracts
    .filter(contract => contract.direction === 'sent')
    .map(contract => JSON.parse(schemaText(contract)).properties.type.const)
  expect(types).toEqual(Object.keys(detailTypes))
})

interface Required {
  readonly required: readonly string[]
}

const common = (a: readonly string[], b: readonly string[]) => a.filter(each => b.includes(each))

describe.each(contracts)('$folder $version', contract => {
  const schemaFile = new URL(`${contract.folder}/${contract.version}.schema.json`, root)

  test('the committed JSON Schema is that of the source', async () => {
    await expect(schemaText(contract)).toMatchFileSnapshot(fileURLToPath(schemaFile))
  })

  const samples = samplesOf(contract)
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(
    JSON.parse(schemaText(contract)),
  )

  test('there are samples', () => {
    expect(samples.length === 0).toBe(withoutSample.includes(contract.folder))
  })

  test.each(samples)('$name is valid, also with fields of a later version', ({ value }) => {
    expect(contract.schema.safeParse(value).error).toBeUndefined()
    const valid = validate({ ...value, later: true })
    expect(validate.errors).toBeNull()
    expect(valid).toBe(true)
  })

  test.each(samples)('$name without any one of its required fields is not', ({ value }) => {
    const { required, oneOf = [] } = JSON.parse(schemaText(contract)) as Required & { oneOf?: Required[] }
    const always = required ?? oneOf.map(each => each.required).reduce(common)
    expect(always.length).toBeGreaterThan(0)
    for (const field of always) {
      const { [field]: _, ...rest } = value
      expect(validate(rest)).toBe(false)
      expect(contract.schema.safeParse(rest).success).toBe(false)
    }
  })
})
