import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { operations } from '../../../../infra/local/api/index.ts'
import { openApiDocument } from '../../../../infra/local/api/openapi/document.ts'
import { told } from '../../../../infra/local/api/openapi/operations.ts'
import { inPath, inQuery } from '../../../../infra/local/api/openapi/parameters.ts'

const file = new URL('../../../../infra/local/api/openapi/openapi.json', import.meta.url)
const document = openApiDocument()

test('the committed document is that of the sources', async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(fileURLToPath(file))
})

test('every operation and parameter is described, and nothing else is', () => {
  expect(Object.keys(told)).toEqual(operations.map(({ id }) => id))
  expect(new Set(operations.flatMap(({ query }) => query))).toEqual(new Set(Object.keys(inQuery)))
  const inside = operations.flatMap(({ at }) => [...at.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name))
  expect(new Set(inside)).toEqual(new Set(Object.keys(inPath)))
  for (const { id, several = [] } of operations)
    for (const name of several) expect(inQuery[name]?.several, `${id} ${name}`).toBe(true)
})

/** Chinese first, then English. */
const inBoth = /^[^A-Za-z]*\p{Script=Han}.*[A-Za-z]/su

/** Every place in a schema that has a description or should have one. */
function* places(value: unknown, path: string): Iterable<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return
  const { properties = {}, ...rest } = value as Readonly<Record<string, unknown>>
  for (const [name, inner] of Object.entries(properties as object)) {
    yield [`${path}.${name}`, (inner as { description?: unknown }).description]
    yield* places(inner, `${path}.${name}`)
  }
  for (const [name, inner] of Object.entries(rest))
    if (name !== 'example') yield* places(inner, `${path}/${name}`)
}

describe('descriptions', () => {
  it('stand at every schema and property, in both languages', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect((schema as { description?: string }).description, name).toMatch(inBoth)
      const all = [...places(schema, name)]
      for (const [path, description] of all) expect(description, path).toMatch(inBoth)
    }
  })

  it('stand at every parameter and answer', () => {
    for (const methods of Object.values(document.paths))
      for (const operation of Object.values(methods)) {
        expect(operation.summary).toMatch(inBoth)
        for (const { name, description } of operation.parameters) expect(description, name).toMatch(inBoth)
      }
  })
})
