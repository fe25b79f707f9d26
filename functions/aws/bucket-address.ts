/** A bucket and what its keys begin with, written `s3://bucket/prefix`. */
export interface BucketAddress {
  readonly bucket: string
  readonly prefix: string
}

export const parseBucketAddress = (text: string): BucketAddress | null => {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/su.exec(text) ?? []
  return bucket ? { bucket, prefix } : null
}
