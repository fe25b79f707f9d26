import { GetObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3'
import { Problem } from '../../lib/model/problems.ts'
import { checkSize } from '../../lib/submission/limits.ts'
import type { UploadSource } from '../../lib/submission/ports.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { kindOf, submissionError } from './errors.ts'

type Which = { readonly VersionId: string } | { readonly IfMatch: string }

const read = async (client: S3Client, { bucket, key }: Upload, which: Which): Promise<Uint8Array | null> => {
  try {
    const { Body, ContentLength } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, ...which }),
    )
    const tooLarge = checkSize(ContentLength ?? null)
    if (tooLarge) {
      ;(Body as { destroy?: () => void }).destroy?.()
      throw tooLarge
    }
    return await Body!.transformToByteArray()
  } catch (error) {
    if (error instanceof Problem) throw error
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
export const s3Uploads = (client: S3Client): UploadSource => ({
  get: async upload => {
    if (upload.versionKind !== 'etag') return read(client, upload, { VersionId: upload.version })
    const current = await read(client, upload, { IfMatch: `"${upload.version}"` })
    if (current) return current
    const older = await versionWithEtag(client, upload)
    return older === null ? null : read(client, upload, { VersionId: older })
  },
})
