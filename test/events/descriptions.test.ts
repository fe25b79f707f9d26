import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contracts } from '../../events/index.ts'
import { publishedSchema } from '../support/published-schema.ts'

type Schema = Readonly<Record<string, unknown>>

/** Chinese up to a 。, then English up to its end. */
const bilingual = /^(?=.*\p{Script=Han})[^\n]*。[^\n。]*[A-Za-z]{2}[^\n。]*\.$/u

const isSaid = ({ description }: Schema): boolean =>
  typeof description === 'string' && bilingual.test(description)

const asSchema = (value: unknown): Schema => value as Schema
const asMap = (value: unknown): readonly (readonly [string, Schema])[] =>
  Object.entries((value ?? {}) as Readonly<Record<string, Schema>>)
const asList = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.map(asSchema) : [])

/** Paths of whatever in a schema, at any depth, has a name of its own and no description in both languages. */
const unsaid = (schema: Schema, path: string): readonly string[] => {
  const named = [
    ...asMap(schema['properties']).map(([name, each]) => [`${path}.${name}`, each] as const),
    ...asMap(schema['$defs']).map(([name, each]) => [`${path}#${name}`, each] as const),
    ...(typeof schema['additionalProperties'] === 'object'
      ? [[`${path}.*`, asSchema(schema['additionalProperties'])] as const]
      : []),
    ...(schema['propertyNames'] ? [[`${path}.*key`, asSchema(schema['propertyNames'])] as const] : []),
    // Which of several objects it is.
    ...asList(schema['oneOf']).map((each, at) => [`${path}|${at}`, each] as const),
  ]
  const unnamed = [
    ...['anyOf', 'allOf', 'prefixItems'].flatMap(word =>
      asList(schema[word]).map((each, at) => [`${path}/${word}/${at}`, each] as const),
    ),
    ...(typeof schema['items'] === 'object' ? [[`${path}[]`, asSchema(schema['items'])] as const] : []),
  ]
  return [
    ...named.filter(([, each]) => !isSaid(each)).map(([at]) => at),
    ...[...named, ...unnamed].flatMap(([at, each]) => unsaid(each, at)),
  ]
}

const names = contracts.map(({ folder, version }) => `${folder}/${version}`)

describe.each(names)('%s', name => {
  const schema = publishedSchema(name)

  test('says in Chinese and English what it is, and what each of its properties is', () => {
    expect([...(isSaid(schema) ? [] : ['$']), ...unsaid(schema, '$')]).toEqual([])
  })

  test('has an id and a title', () => {
    expect(schema['$id']).toMatch(/^urn:gongkai:[a-z0-9:-]+:v\d+$/)
    expect(schema['title']).toMatch(/^gongkai\.[a-z.-]+(?:\/\d+|\.v\d+)$|^urn:gongkai:upload:s3-/)
  })
})

test('ids and titles are those of one contract each', () => {
  const all = names.map(publishedSchema)
  for (const word of ['$id', 'title'])
    expect(new Set(all.map(schema => schema[word])).size, word).toBe(all.length)
})

test('a property without a description is found, wherever it stands', () => {
  const said = { description: '是什么。What it is.' }
  const inner = { type: 'object', properties: { bad: { type: 'string' }, good: { ...said } } }
  expect(unsaid({ properties: { a: { ...said, items: inner } } }, '$')).toEqual(['$.a[].bad'])
  expect(unsaid({ additionalProperties: { ...said, anyOf: [inner, {}] } }, '$')).toEqual(['$.*/anyOf/0.bad'])
  expect(unsaid({ oneOf: [{ ...said, ...inner }] }, '$')).toEqual(['$|0.bad'])
  expect(unsaid({ $defs: { x: { ...said, ...inner } } }, '$')).toEqual(['$#x.bad'])
  for (const description of ['', 'What it is.', '是什么。', '是什么 What it is', 'What it is. 是什么。'])
    expect(unsaid({ properties: { a: { description } } }, '$'), description).toEqual(['$.a'])
})

test('the text of AsyncAPI is in both languages', () => {
  const text = readFileSync(new URL('../../events/asyncapi.json', import.meta.url), 'utf8')
  const { info, channels, operations } = JSON.parse(text)
  const all = [info, ...Object.values<Schema>(channels)].map(({ description }) => description)
  const sentences = [...all, ...Object.values<Schema>(operations).map(({ summary }) => summary)]
  for (const description of sentences) expect(isSaid({ description }), String(description)).toBe(true)
})
