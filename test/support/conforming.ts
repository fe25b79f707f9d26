import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { openApiDocument } from '../../infra/local/api/openapi/document.ts'
import { valuesAt } from '../../infra/local/api/operation.ts'

interface AnswerTold {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

const document = openApiDocument({ closed: true })
const paths = document.paths as Readonly<
  Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, AnswerTold>> }>>>
>

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(document, 'document')
const compiled = new Map<string, ValidateFunction>()

/** What the document says of an answer, references followed. */
const toldOf = (method: string, path: string, status: number): AnswerTold | undefined => {
  const at = Object.keys(paths).find(each => valuesAt(each, path))
  const operation =
    at === undefined ? undefined : paths[at]![method === 'HEAD' ? 'get' : method.toLowerCase()]
  const answer = operation?.responses[status]
  const name = answer?.$ref?.split('/').at(-1)
  const refused = document.components.responses as Readonly<Record<string, AnswerTold>>
  return name === undefined ? answer : refused[name]
}

const schemaAt = (schema: object): ValidateFunction => {
  const name = JSON.stringify(schema)
  const known = compiled.get(name)
  if (known) return known
  const { $ref } = schema as { readonly $ref?: string }
  const made = ajv.compile($ref === undefined ? schema : { $ref: `document${$ref}` })
  compiled.set(name, made)
  return made
}

const error = { $ref: '#/components/schemas/Error' }

/** Holds an answer against the document: its status, its headers, its type, every property of it. Gives it back. */
export const conforming = async (method: string, url: URL, response: Response): Promise<Response> => {
  const { status, headers } = response
  const asked = `${method} ${url.pathname}${url.search} → ${status}`
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]!
  const isError = status >= 400 && !(url.pathname === '/api/v1/health' && status === 503)
  // An address or a method that is not there is in no document: its refusal is like all others.
  const isOutside = status === 404 || status === 405
  const told = toldOf(method, url.pathname, status)
  if (!told && !isOutside) throw new Error(`${asked} is not in the document`)
  for (const name of Object.keys(told?.headers ?? {}))
    expect(headers.has(name), `${asked}: ${name}`).toBe(true)
  const content = told?.content?.[type]
  if (told) expect(content, `${asked}: ${type}`).toBeDefined()
  if (type === 'application/json' && method !== 'HEAD') {
    const schema = isError ? error : (content?.schema ?? error)
    // Of what is described elsewhere the document says nothing.
    if (Object.keys(schema).length === 0) return response
    const isValid = schemaAt(schema)
    expect(isValid(await response.clone().json()), `${asked}: ${JSON.stringify(isValid.errors)}`).toBe(true)
  }
  return response
}
