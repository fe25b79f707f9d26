import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { ListedUpload } from '../../lib/submission/gaps.ts'
import type { Store } from '../../lib/submission/ports.ts'
import type { Submission } from '../../lib/submission/uploads-in.ts'
import { replayQueue } from './replay-queue.ts'
import { s3Store } from './s3-store.ts'
import { listUploads } from './upload-listing.ts'

/** A bucket and what its keys begin with, written `s3://bucket/prefix`. */
export interface BucketAddress {
  readonly bucket: string
  readonly prefix: string
}

export const parseBucketAddress = (text: string): BucketAddress | null => {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/su.exec(text) ?? []
  return bucket ? { bucket, prefix } : null
}

/** What an operator's commands need of the service on AWS. Region and credentials come from the environment. */
export interface Remote {
  readonly outputs: Store
  readonly uploads: (address: BucketAddress) => AsyncIterable<ListedUpload>
  readonly submit: (submission: Submission) => Promise<void>
}

export const openRemote = (outputs: BucketAddress, queueUrl: string): Remote => {
  const client = new S3Client({})
  return {
    outputs: s3Store(client, outputs.bucket),
    uploads: ({ bucket, prefix }) => listUploads(client, bucket, prefix),
    submit: replayQueue(new SQSClient({}), queueUrl),
  }
}
