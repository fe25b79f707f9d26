import type { DetailType } from '../../events/detail-types.ts'
import type { Ports } from './ports.ts'
import type { Upload } from './upload.ts'

/** The same fact has the same id, however often it is found out: hash of upload version, converter version and kind of fact. */
export const eventId = (
  upload: Pick<Upload, 'bucket' | 'key' | 'version'>,
  converterVersion: string,
  detailType: DetailType,
  sha256: Ports['sha256'],
): string => {
  const parts = [upload.bucket, upload.key, upload.version, converterVersion, detailType]
  return sha256(new TextEncoder().encode(JSON.stringify(parts)))
}
