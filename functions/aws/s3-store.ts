import { setTimeout as wait } from 'node:timers/promises'
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Listed, Store, Stored } from '../../lib/submission/ports.ts'
import { mediaTypeOf } from '../../lib/writers/index.ts'
import { kindOf, submissionError } from './errors.ts'
import { encoded, rawKey } from './listed-key.ts'

/** Pauses before a write is tried again that met another writer (409): S3 asks for that. */
const pausesMs = [20, 80, 320, 1280]

/** A bucket as a Store. Needs s3:ListBucket too: without it S3 says "denied" for a key that is not there. */
export const s3Store = (client: S3Client, bucket: string): Store => {
  const get = async (key: string): Promise<Stored | null> => {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return { bytes: await Body!.transformToByteArray(), etag: ETag! }
    } catch (error) {
      if (kindOf(error) === 'absent') return null
      throw submissionError('GetObject', error)
    }
  }

  /** False where the condition does not hold. */
  const write = async (
    key: string,
    bytes: Uint8Array,
    condition: Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'>,
  ): Promise<boolean> => {
    const input: PutObjectCommandInput = {
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: mediaTypeOf(key) ?? 'application/octet-stream',
      ...condition,
    }
    for (let attempt = 0; ; attempt += 1)
      try {
        await client.send(new PutObjectCommand(input))
        return true
      } catch (error) {
        const kind = kindOf(error)
        if (kind === 'changed') return false
        // If-Match on a key that is gone.
        if (kind === 'absent' && condition.IfMatch) return false
        const pause = pausesMs[attempt]
        if (kind !== 'conflict' || pause === undefined) throw submissionError('PutObject', error)
        await wait(pause)
      }
  }

  async function* list(prefix: string, after?: string): AsyncIterable<Listed> {
    const asked = { Bucket: bucket, Prefix: prefix, ...encoded, ...(after ? { StartAfter: after } : {}) }
    let token: string | undefined
    do {
      const page = await client
        .send(new ListObjectsV2Command({ ...asked, ContinuationToken: token }))
        .catch(error => {
          throw submissionError('ListObjectsV2', error)
        })
      for (const { Key, LastModified } of page.Contents ?? [])
        if (Key && LastModified) yield { key: rawKey(Key, page.EncodingType), modified: LastModified }
      token = page.IsTruncated ? page.NextContinuationToken : undefined
    } while (token)
  }

  return {
    get,
    put: async (key, bytes) => {
      await write(key, bytes, {})
    },
    putIfAbsent: (key, bytes) => write(key, bytes, { IfNoneMatch: '*' }),
    putIfMatch: (key, bytes, etag) => write(key, bytes, { IfMatch: etag }),
    list,
  }
}
