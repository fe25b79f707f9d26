/**
 * One version of one uploaded file: the identity of the work is bucket, key and version, never the message
 * that told of it.
 */
export interface Upload {
  readonly bucket: string
  /** Raw, not encoded. */
  readonly key: string
  /** S3 version id, else etag; on disk a hash of the bytes. */
  readonly version: string
  /** Absent where `version` is not the etag. */
  readonly versionKind?: 'etag'
  /** Orders versions of the same key; empty where the notification had none: never newer than another. */
  readonly sequencer: string
  /** Key of the archive that the file lies in; absent for a file of its own. */
  readonly archive?: string
  /** In bytes, where the notification says so. */
  readonly size: number | null
}

/** The file name: the last part of the key. */
export const nameOf = (upload: Pick<Upload, 'key'>): string =>
  upload.key.slice(upload.key.lastIndexOf('/') + 1)
