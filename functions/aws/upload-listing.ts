import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'

import { sequencerOfTime } from '../../lib/submission/sequencer.ts'
import type { ListedUpload } from '../../lib/submission/stretches.ts'
import type { BucketAddress } from './bucket-address.ts'
import { submissionError } from './errors.ts'
import { encoded, rawKey } from './listed-key.ts'

type Version = NonNullable<ListObjectVersionsCommandOutput['Versions']>[number]

const listed = (
  bucket: string,
  { Key, VersionId, ETag, Size, LastModified }: Version,
): ListedUpload | null => {
  if (!Key || !LastModified) return null
  const version = VersionId && VersionId !== 'null' ? VersionId : null
  const etag = ETag?.replaceAll('"', '')
  if (!version && !etag) return null
  return {
    since: LastModified,
    ...(etag ? { etag } : {}),
    upload: {
      bucket,
      key: Key,
      ...(version ? { version } : { version: etag!, versionKind: 'etag' }),
      sequencer: sequencerOfTime(LastModified),
      size: Size ?? null,
    },
  }
}

/**
 * Every version in a bucket that is not deleted, of the keys behind `after`, in their order. Their sequencers are made
 * from their times: S3 does not list them.
 */
export async function* listUploads(
  client: S3Client,
  { bucket, prefix }: BucketAddress,
  after = '',
): AsyncIterable<ListedUpload> {
  const asked = { Bucket: bucket, Prefix: prefix, ...encoded }
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } =
    after === '' ? {} : { KeyMarker: after }
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client
      .send(new ListObjectVersionsCommand({ ...asked, ...marker }))
      .catch(error => {
        throw submissionError('ListObjectVersions', error)
      })
    const raw = (key: string | undefined) => key && rawKey(key, page.EncodingType)
    for (const version of page.Versions ?? []) {
      const upload = listed(bucket, { ...version, Key: raw(version.Key) })
      if (upload) yield upload
    }
    if (!page.IsTruncated) return
    marker = { KeyMarker: raw(page.NextKeyMarker), VersionIdMarker: page.NextVersionIdMarker }
  }
}
