import type { ServerResponse } from 'node:http'

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
].join('; ')

/** Results hold words of documents: no script at all runs in them. */
export const resultPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The page that asks for the token has a form; nothing else may send one. */
const closed = (policy: string): string => {
  const form = policy.includes('form-action') ? '' : "; form-action 'none'"
  return `${policy}; base-uri 'none'${form}; frame-ancestors 'none'`
}

const javascript = 'text/javascript; charset=utf-8'

/** Of the files of the page itself. */
export const assetTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: javascript,
}

export interface Reply {
  readonly status?: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly policy?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer is saved under that name. */
export const attachment = (name: string): Readonly<Record<string, string>> => ({
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
})

export const safeHeaders = (type: string, policy = pagePolicy): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-security-policy': closed(policy),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
})

export const send = (
  response: ServerResponse,
  { status = 200, type, body, policy, headers }: Reply,
): void => {
  response.writeHead(status, { ...safeHeaders(type, policy), ...headers })
  response.end(body)
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) })

/** A value as a module that scripts of the page import. */
export const sendModule = (response: ServerResponse, name: string, value: unknown): void =>
  send(response, { type: javascript, body: `export const ${name} = ${JSON.stringify(value)}\n` })

export const sendText = (response: ServerResponse, status: number, text: string): void =>
  send(response, { status, type: 'text/plain; charset=utf-8', body: `${text}\n` })
