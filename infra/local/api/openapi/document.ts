import * as z from 'zod'
import { converter } from '../../../../lib/model/version.ts'
import { shapes } from '../contract.ts'
import { refusals } from '../errors.ts'
import { operations } from '../index.ts'
import type { Operation } from '../operation.ts'
import { examples } from './examples.ts'
import { type Answer, type Told, told } from './operations.ts'
import { inPath, inQuery } from './parameters.ts'

/** The document of the interface, OpenAPI 3.1. It is committed beside this file, and served as it stands there. */

const refTo = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

const without = (names: readonly string[]) => (schema: object) =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)))

const bare = without(['$schema', '$id', '~standard'])

/** Bounds of whole numbers that the language has, and no reader of the document needs. */
const unbounded = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unbounded)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([, inner]) => Math.abs(Number(inner)) !== Number.MAX_SAFE_INTEGER,
  )
  return Object.fromEntries(kept.map(([name, inner]) => [name, unbounded(inner)]))
}

/** `closed`: nothing beside what is described may stand in an answer; readers are to let through what they do not know. */
const schemasOf = (closed: boolean): Readonly<Record<string, unknown>> => {
  const named = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(shapes)) named.add(shape, { id })
  const { schemas } = z.toJSONSchema(named, {
    io: closed ? 'output' : 'input',
    uri: name => `#/components/schemas/${name}`,
  })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, unbounded(bare(schema))]))
}

const parametersOf = ({ at, query }: Operation) => {
  const inside = [...at.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!)
  const one = (place: 'path' | 'query', name: string) => {
    const { description, schema, example, several } = (place === 'path' ? inPath : inQuery)[name]!
    return {
      ...{ name, in: place, required: place === 'path' || name === 'name', description },
      ...(several ? { style: 'form', explode: true } : {}),
      ...{ schema: unbounded(bare(z.toJSONSchema(schema, { io: 'input' }))), example },
    }
  }
  return [...inside.map(name => one('path', name)), ...query.map(name => one('query', name))]
}

const headers = {
  Location: { description: '结果的地址。Where the result is.', schema: { type: 'string' } },
  'Retry-After': {
    description: '多少秒后再来。After how many seconds to ask again.',
    schema: { type: 'string' },
  },
}

const contentOf = ({ shape, types }: Answer, status: number) => {
  if (types) {
    const isText = (type: string) => /^text\/|json/u.test(type)
    const schemaOf = (type: string) => {
      if (type.includes('json')) return {}
      return isText(type) ? { type: 'string' } : { type: 'string', format: 'binary' }
    }
    return Object.fromEntries(types.map(type => [type.split(';', 1)[0]!, { schema: schemaOf(type) }]))
  }
  const example = status === 202 ? examples['pending'] : examples[shape!]
  return {
    'application/json': { schema: refTo('schemas', shape!), ...(example === undefined ? {} : { example }) },
  }
}

const answersOf = ({ answers, refusals: own, open }: Told) => {
  const statuses = [...own, ...(open ? [] : [401]), 403, 405, 500]
  const refused = statuses
    .filter(status => !(status in answers))
    .map(status => [status, refTo('responses', `Refused${status}`)])
  const given = Object.entries(answers).map(([status, answer]) => [
    status,
    {
      description: answer.description,
      ...(answer.headers
        ? { headers: Object.fromEntries(answer.headers.map(name => [name, headers[name]])) }
        : {}),
      content: contentOf(answer, Number(status)),
    },
  ])
  return Object.fromEntries([...given, ...refused])
}

const operationOf = (operation: Operation) => {
  const said = told[operation.id]!
  const { summary, description, tag, body, open } = said
  return {
    ...{ operationId: operation.id, summary, description, tags: [tag] },
    ...(open ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: body.description,
            content: { [body.type]: { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    responses: answersOf(said),
  }
}

const refusedResponses = () =>
  Object.fromEntries(
    [...Map.groupBy(refusals, ({ status }) => status)].map(([status, those]) => [
      `Refused${status}`,
      {
        description: `拒绝，code 为：Refused, with one of these codes: ${those.map(({ code }) => code).join(', ')}.`,
        content: { 'application/json': { schema: refTo('schemas', 'Error') } },
      },
    ]),
  )

const pathsOf = () =>
  Object.fromEntries(
    [...Map.groupBy(operations, ({ at }) => at)].map(([at, those]) => [
      at,
      Object.fromEntries(those.map(operation => [operation.method.toLowerCase(), operationOf(operation)])),
    ]),
  )

/** `closed`: for tests, which demand that nothing is answered that the document does not describe. */
export const openApiDocument = ({ closed = false } = {}) => ({
  openapi: '3.1.0',
  info: {
    title: 'gongkai 公开',
    version: converter.version,
    summary:
      '政府信息公开工作年度报告：转换与核对。Annual reports on government information disclosure into checked data.',
    description:
      '提交一份文件，等到结果，下载结果；没有做成的请求回答 gongkai.error/1，程序按 code 判断。读的一方应忽略不认识的属性。\n\nHand in a file, wait for its result, fetch its outputs. A request that could not be done is answered by a gongkai.error/1: programs go by its code. Readers ignore properties that they do not know.',
    license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  },
  servers: [{ url: 'http://127.0.0.1:7823', description: '本机，平常的端口。This machine, the usual port.' }],
  security: [{ token: [] }, {}],
  tags: [
    { name: 'reports', description: '提交的文件和结果。Files and what came of them.' },
    { name: 'seasons', description: '年报季。Seasons.' },
    { name: 'service', description: '服务自己。The service itself.' },
  ],
  paths: pathsOf(),
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: '启动时设了口令的服务才需要。Where the service was started with a token.',
      },
    },
    schemas: schemasOf(closed),
    responses: refusedResponses(),
  },
})
