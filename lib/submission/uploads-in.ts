import { replayV1 } from '../../events/upload/replay/v1.ts'
import { s3NotificationV1, s3TestEventV1 } from '../../events/upload/s3-notification/v1.ts'
import { s3ObjectCreatedV1 } from '../../events/upload/s3-object-created/v1.ts'
import { PermanentFailure } from './errors.ts'
import { sequencerOfTime } from './sequencer.ts'
import type { Upload } from './upload.ts'

export interface Submission {
  readonly upload: Upload
  /** Convert although there is a receipt. */
  readonly again: boolean
  /** A build whose results do not count any more. */
  readonly withdraw?: string
  /** How often this upload was put back: its event had not been delivered, or it waits for its malware scan. */
  readonly returned?: number
}

/** S3 notifications encode the key like a form. */
const decodeKey = (key: string): string => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch (error) {
    throw new PermanentFailure(`a key that is not encoded as S3 notifications are: ${key}`, { cause: error })
  }
}

/** The version id `null` is not one: in a bucket without versions every upload of the key has it. */
const versionOf = (
  version: string | undefined,
  etag: string | undefined,
): Pick<Upload, 'version' | 'versionKind'> => {
  if (version && version !== 'null') return { version }
  if (!etag) throw new PermanentFailure('an upload with neither version id nor etag')
  return { version: etag.replaceAll('"', ''), versionKind: 'etag' }
}

/** Stand-ins for S3 write none, or zero. */
const sequencerOf = (sequencer: string | undefined, time: string | undefined): string =>
  sequencer && !/^0+$/.test(sequencer) ? sequencer : time ? sequencerOfTime(new Date(time)) : ''

const fromEventBridge = (message: unknown): readonly Submission[] | null => {
  const parsed = s3ObjectCreatedV1.safeParse(message)
  if (!parsed.success) return null
  if (parsed.data['detail-type'] !== 'Object Created') return []
  const { bucket, object } = parsed.data.detail
  return [
    {
      again: false,
      upload: {
        bucket: bucket.name,
        key: object.key,
        ...versionOf(object['version-id'], object.etag),
        sequencer: sequencerOf(object.sequencer, parsed.data.time),
        size: object.size ?? null,
      },
    },
  ]
}

const fromNotification = (message: unknown): readonly Submission[] | null => {
  if (s3TestEventV1.safeParse(message).success) return []
  const parsed = s3NotificationV1.safeParse(message)
  if (!parsed.success) return null
  return parsed.data.Records.filter(record => record.eventName.startsWith('ObjectCreated:')).map(
    ({ eventTime, s3: { bucket, object } }) => ({
      again: false,
      upload: {
        bucket: bucket.name,
        key: decodeKey(object.key),
        ...versionOf(object.versionId, object.eTag),
        sequencer: sequencerOf(object.sequencer, eventTime),
        size: object.size ?? null,
      },
    }),
  )
}

const fromReplay = (message: unknown): readonly Submission[] | null => {
  const parsed = replayV1.safeParse(message)
  if (!parsed.success) return null
  const { bucket, key, version, versionKind, sequencer, size, again, archive, withdraw, returned } =
    parsed.data
  const identity = versionKind === 'etag' ? ({ version, versionKind } as const) : { version }
  const inside = archive === undefined ? {} : { archive }
  const upload = { bucket, key, ...identity, sequencer, size, ...inside }
  return [
    { again, upload, ...(withdraw === undefined ? {} : { withdraw }), ...(returned > 0 ? { returned } : {}) },
  ]
}

/**
 * The uploads a message tells of, in any of the shapes under `events/upload/`; the shape decides how the key
 * is written. None for test events and for anything but creations. Throws PermanentFailure for an unknown shape.
 */
export const uploadsIn = (message: unknown): readonly Submission[] => {
  const found = fromEventBridge(message) ?? fromNotification(message) ?? fromReplay(message)
  if (!found) throw new PermanentFailure('a message of no shape we accept')
  return found
}
