import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { Problem } from '../../lib/model/problems.ts'
import type { Part, PartRead } from '../../lib/readers/zip/partial.ts'
import type { UploadSource } from '../../lib/submission/ports.ts'
import { checkSize } from '../../lib/submission/size.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { kindOf, submissionError } from './errors.ts'
import { remembered } from './remembered.ts'

type Which = { readonly VersionId: string } | { readonly IfMatch: string }

const rangeOf = (part: Part): string =>
  'last' in part ? `bytes=-${part.last}` : `bytes=${part.from}-${part.to - 1}`

/** Where in the object the bytes of an answer stand: all of it, unless the answer says otherwise (RFC 9110, 14.4). */
const placeOf = ({ ContentRange = '', ContentLength = 0 }: GetObjectCommandOutput) => {
  const [, from, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(ContentRange) ?? []
  return { from: Number(from ?? 0), size: Number(size ?? ContentLength) }
}

/** The bytes of an answer, in memory once: what collects them in pieces has an archive there twice. */
const allOf = async ({ Body, ContentLength }: GetObjectCommandOutput): Promise<Uint8Array> => {
  const bytes = new Uint8Array(ContentLength!)
  let at = 0
  for await (const chunk of Body as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  if (at < bytes.length) throw new Error('the answer is cut short')
  return bytes
}

/** The end of an object without a byte. */
const isEmpty = (error: unknown): boolean => (error as Error).name === 'InvalidRange'

const read = async (
  client: S3Client,
  { bucket, key }: Upload,
  which: Which,
  part?: Part,
): Promise<PartRead | null> => {
  const range = part ? { Range: rangeOf(part) } : {}
  try {
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...which, ...range }))
    const place = placeOf(answer)
    const tooLarge = checkSize(key, place.size)
    if (tooLarge) {
      ;(answer.Body as { destroy?: () => void }).destroy?.()
      throw tooLarge
    }
    return { ...place, bytes: await allOf(answer) }
  } catch (error) {
    if (error instanceof Problem) throw error
    if (part && 'last' in part && isEmpty(error)) return { bytes: new Uint8Array(), from: 0, size: 0 }
    const kind = kindOf(error)
    if (kind === 'absent' || kind === 'changed') return null
    throw submissionError('GetObject', error)
  }
}

/** The version id of an older version that has this etag, where the bucket keeps versions. */
const versionWithEtag = async (
  client: S3Client,
  { bucket, key, version }: Upload,
): Promise<string | null> => {
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {}
  for (;;) {
    const page = await client
      .send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...marker }))
      .catch(error => {
        throw submissionError('ListObjectVersions', error)
      })
    const found = page.Versions?.find(({ Key, ETag }) => Key === key && ETag === `"${version}"`)
    if (found?.VersionId && found.VersionId !== 'null') return found.VersionId
    if (found || !page.IsTruncated) return null
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
  }
}

/**
 * Uploads as they were when their event was sent: by version id, or, where the event had none, whatever
 * still has the event's etag. Null where no such version is left. Throws Problem where it is far too large.
 */
export const s3Uploads = (client: S3Client): UploadSource => {
  const readVersion = async (upload: Upload, part?: Part): Promise<PartRead | null> => {
    if (upload.versionKind !== 'etag') return read(client, upload, { VersionId: upload.version }, part)
    const current = await read(client, upload, { IfMatch: `"${upload.version}"` }, part)
    if (current) return current
    const older = await versionWithEtag(client, upload)
    return older === null ? null : read(client, upload, { VersionId: older }, part)
  }
  return {
    get: async upload => (await readVersion(upload))?.bytes ?? null,
    part: remembered(readVersion),
  }
}
