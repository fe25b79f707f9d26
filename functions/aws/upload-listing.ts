import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { ListedUpload } from '../../lib/submission/gaps.ts'
import { sequencerOfTime } from '../../lib/submission/sequencer.ts'
import { submissionError } from './errors.ts'

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

/** Every version in a bucket that is not deleted. Their sequencers are made from their times: S3 does not list them. */
export async function* listUploads(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncIterable<ListedUpload> {
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {}
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client
      .send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...marker }))
      .catch(error => {
        throw submissionError('ListObjectVersions', error)
      })
    for (const version of page.Versions ?? []) {
      const upload = listed(bucket, version)
      if (upload) yield upload
    }
    if (!page.IsTruncated) return
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
  }
}
