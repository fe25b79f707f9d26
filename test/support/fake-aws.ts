import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FakeEntry, listObjects, listVersions } from './fake-listings.ts'

export interface FakeObject {
  readonly bytes: Buffer
  readonly version: string
  readonly modified: Date
  readonly tags?: Readonly<Record<string, string>>
}

export interface Trouble {
  readonly status: number
  readonly code: string
}

interface FakeMessage {
  readonly MessageBody: string
  readonly MessageGroupId?: string
  readonly DelaySeconds?: number
}

/** A few operations of S3, EventBridge and SNS over HTTP, so that the real SDK talks to something. */
export interface FakeAws {
  readonly url: string
  /** Versions of `bucket/key`, oldest first. */
  readonly objects: Map<string, FakeObject[]>
  readonly events: { readonly DetailType: string; readonly Detail: string; readonly EventBusName: string }[]
  readonly notices: Record<string, string>[]
  /** Bodies of the messages sent to a queue. */
  readonly messages: string[]
  /** The group that each of them is of. */
  readonly groups: (string | undefined)[]
  /** Seconds by which each of them is put off. */
  readonly delays: number[]
  readonly requests: string[]
  readonly put: (path: string, bytes: Uint8Array | string, tags?: FakeObject['tags']) => FakeObject
  /** The code by which every message of a batch is refused as the sender's fault; all are taken where nothing is said. */
  refusal?: string | undefined
  /** Keys on a page of ListObjectsV2; few where nothing is said. */
  pageSize?: number
  /** Answers a request with an error instead, while it returns one. */
  trouble: (request: { readonly operation: string; readonly path: string }) => Trouble | null
  readonly close: () => void
}

export const etagOf = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex')

const etags = new WeakMap<FakeObject, string>()

/** Of an object that is listed again and again. */
const etagKept = (object: FakeObject): string => {
  const etag = etags.get(object) ?? etagOf(object.bytes)
  etags.set(object, etag)
  return etag
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const xmlError = (response: ServerResponse, { status, code }: Trouble) =>
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)

const jsonError = (response: ServerResponse, { status, code }: Trouble) =>
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ __type: `com.amazonaws#${code}` }))

const operationOf = (request: IncomingMessage, url: URL): string => {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return target.split('.').at(-1)!
  if (url.pathname === '/') return 'Publish'
  if (url.searchParams.has('tagging')) return 'GetObjectTagging'
  if (url.searchParams.has('versions')) return 'ListObjectVersions'
  if (url.searchParams.has('list-type')) return 'ListObjectsV2'
  return request.method === 'PUT' ? 'PutObject' : 'GetObject'
}

export const startFakeAws = async (): Promise<FakeAws> => {
  const objects: FakeAws['objects'] = new Map()
  const put: FakeAws['put'] = (path, bytes, tags) => {
    const object = {
      bytes: Buffer.from(bytes),
      version: `id-${randomUUID()}`,
      modified: new Date(),
      ...(tags ? { tags } : {}),
    }
    objects.set(path, [...(objects.get(path) ?? []), object])
    return object
  }

  const queue = ({ MessageBody, MessageGroupId, DelaySeconds = 0 }: FakeMessage) => {
    fake.delays.push(DelaySeconds)
    fake.messages.push(MessageBody)
    fake.groups.push(MessageGroupId)
  }

  /** What is in the bucket that a path names. */
  const entriesOf = (path: string): readonly FakeEntry[] => {
    const bucket = `${path.split('/')[0]}/`
    return [...objects]
      .filter(([name]) => name.startsWith(bucket))
      .map(([name, all]) => ({
        key: name.slice(bucket.length),
        versions: all.map(object => ({
          version: object.version,
          modified: object.modified,
          etag: etagKept(object),
          size: object.bytes.length,
        })),
      }))
  }

  const operations: Readonly<
    Record<
      string,
      (path: string, url: URL, request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown
    >
  > = {
    GetObject: (path, url, { headers }, response) => {
      const version = url.searchParams.get('versionId')
      const all = objects.get(path) ?? []
      const found = version ? all.find(object => object.version === version) : all.at(-1)
      if (!found) return xmlError(response, { status: 404, code: version ? 'NoSuchVersion' : 'NoSuchKey' })
      const etag = `"${etagOf(found.bytes)}"`
      if (headers['if-match'] && headers['if-match'] !== etag)
        return xmlError(response, { status: 412, code: 'PreconditionFailed' })
      const whole = found.bytes
      const range = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '')
      if (!range) return response.writeHead(200, { etag, 'content-length': whole.length }).end(whole)
      const [, first = '', last = ''] = range
      const from = first === '' ? Math.max(whole.length - Number(last), 0) : Number(first)
      const part = whole.subarray(from, first === '' || last === '' ? undefined : Number(last) + 1)
      if (part.length === 0) return xmlError(response, { status: 416, code: 'InvalidRange' })
      const place = `bytes ${from}-${from + part.length - 1}/${whole.length}`
      return response
        .writeHead(206, { etag, 'content-length': part.length, 'content-range': place })
        .end(part)
    },
    PutObject: (path, _, { headers }, response, body) => {
      const current = objects.get(path)?.at(-1)
      const match = headers['if-match']
      if (match && !current) return xmlError(response, { status: 404, code: 'NoSuchKey' })
      const lost = match ? match !== `"${etagOf(current!.bytes)}"` : headers['if-none-match'] && current
      if (lost) return xmlError(response, { status: 412, code: 'PreconditionFailed' })
      put(path, body)
      return response.writeHead(200, { etag: `"${etagOf(body)}"` }).end()
    },
    GetObjectTagging: (path, url, _, response) => {
      const version = url.searchParams.get('versionId')
      const found = objects.get(path)?.find(object => !version || object.version === version)
      if (!found) return xmlError(response, { status: 404, code: version ? 'NoSuchVersion' : 'NoSuchKey' })
      const tags = Object.entries(found.tags ?? {}).map(
        ([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`,
      )
      return response.writeHead(200).end(`<Tagging><TagSet>${tags.join('')}</TagSet></Tagging>`)
    },
    ListObjectVersions: (path, url, _, response) =>
      response.writeHead(200).end(listVersions(entriesOf(path), url)),
    ListObjectsV2: (path, url, _, response) =>
      response.writeHead(200).end(listObjects(entriesOf(path), url, fake.pageSize)),
    PutEvents: (_path, _url, _request, response, body) => {
      const { Entries } = JSON.parse(body.toString()) as { Entries: FakeAws['events'] }
      fake.events.push(...Entries)
      const answer = { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: randomUUID() })) }
      return response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answer))
    },
    SendMessageBatch: (_path, _url, _request, response, body) => {
      const { Entries } = JSON.parse(body.toString()) as { Entries: (FakeMessage & { Id: string })[] }
      const { refusal: Code } = fake
      if (Code)
        return response
          .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
          .end(JSON.stringify({ Failed: Entries.map(({ Id }) => ({ Id, Code, SenderFault: true })) }))
      for (const entry of Entries) queue(entry)
      const Successful = Entries.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: etagOf(Buffer.from(MessageBody)),
      }))
      return response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify({ Successful }))
    },
    GetQueueAttributes: (_path, _url, _request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify({ Attributes: { ApproximateNumberOfMessages: `${fake.messages.length}` } })),
    SendMessage: (_path, _url, _request, response, body) => {
      const message: FakeMessage = JSON.parse(body.toString())
      queue(message)
      const MD5OfMessageBody = etagOf(Buffer.from(message.MessageBody))
      return response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify({ MessageId: '0', MD5OfMessageBody }))
    },
    Publish: (_path, _url, _request, response, body) => {
      fake.notices.push(Object.fromEntries(new URLSearchParams(body.toString())))
      return response
        .writeHead(200)
        .end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>')
    },
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://fake')
    const path = decodeURIComponent(url.pathname.slice(1))
    const operation = operationOf(request, url)
    const body = await bodyOf(request)
    fake.requests.push(`${operation} ${path}`)
    const trouble = fake.trouble({ operation, path })
    if (trouble && request.headers['x-amz-target']) jsonError(response, trouble)
    else if (trouble) xmlError(response, trouble)
    else operations[operation]!(path, url, request, response, body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const fake: FakeAws = {
    url,
    objects,
    events: [],
    notices: [],
    messages: [],
    groups: [],
    delays: [],
    requests: [],
    put,
    close,
    trouble: () => null,
  }
  return fake
}

/** What the SDK finds in the environment of a function. */
export const credentials = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
} as const
