import { readFileSync } from 'node:fs'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import { contracts, nameOf } from '../../events/index.ts'

/** The committed JSON Schemas, as others validate with them. */

export const publishedSchema = (contract: string): AnySchemaObject =>
  JSON.parse(readFileSync(new URL(`../../events/${contract}.schema.json`, import.meta.url), 'utf8'))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same schema without room for what it does not name: readers ignore unknown fields, writers may not have any. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isObject(schema)) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]))
  return isObject(schema['properties']) ? { ...inner, additionalProperties: false } : inner
}

const validators = new Map<string, (value: unknown) => readonly string[]>()

/** What in a document is not as the published schema says, or is not in it at all. */
export const faultsBy = (contract: string, value: unknown): readonly string[] => {
  const known = validators.get(contract)
  if (known) return known(value)
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false })
  const validate = ajv.compile(closed(publishedSchema(contract)) as AnySchemaObject)
  const faults = (given: unknown): readonly string[] =>
    validate(given)
      ? []
      : validate.errors!.map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        )
  validators.set(contract, faults)
  return faults(value)
}

const byName = new Map(
  contracts.map(contract => [nameOf(contract), `${contract.folder}/${contract.version}`]),
)

/** Which contract a document says that it keeps, by its `schema`, or as an event by its `type`; null: it says none. */
export const contractOf = (document: unknown): string | null => {
  const { schema, type } = document as { readonly schema?: string; readonly type?: string }
  return byName.get(schema ?? type ?? '') ?? null
}

/** What in a document is not as the contract says that it names. */
export const faultsOf = (document: unknown): readonly string[] => {
  const contract = contractOf(document)
  return contract === null ? ['names no contract'] : faultsBy(contract, document)
}
