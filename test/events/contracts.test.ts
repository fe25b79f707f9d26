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

test('every folder of events is in the list', () => {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(
      path =>
        path
          .replaceAll('\\', '/')
          .match(/^(report-.*|reports-.*|archive-.*|season-.*|upload\/.*)\/v\d+\.ts$/)?.[1],
    )
    .filter(folder => folder !== undefined)
  expect(found.toSorted()).toEqual(contracts.map(contract => contract.folder).toSorted())
})

test('every event type has its contract', () => {
  const types = contracts
    .filter(contract => contract.direction === 'sent')
    .map(contract => JSON.parse(schemaText(contract)).properties.type.const)
  expect(types).toEqual(Object.keys(detailTypes))
})

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
    expect(samples).not.toEqual([])
  })

  test.each(samples)('$name is valid, also with fields of a later version', ({ value }) => {
    expect(contract.schema.safeParse(value).error).toBeUndefined()
    const valid = validate({ ...value, later: true })
    expect(validate.errors).toBeNull()
    expect(valid).toBe(true)
  })

  test.each(samples)('$name without any one of its required fields is not', ({ value }) => {
    const { required } = JSON.parse(schemaText(contract)) as { required: string[] }
    expect(required.length).toBeGreaterThan(0)
    for (const field of required) {
      const { [field]: _, ...rest } = value
      expect(validate(rest)).toBe(false)
      expect(contract.schema.safeParse(rest).success).toBe(false)
    }
  })
})
