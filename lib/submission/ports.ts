import type { ReportEvent } from '../../events/types.ts'
import type { Conversion, ConvertInput } from '../convert.ts'
import type { Part, PartRead } from '../readers/zip/partial.ts'
import type { Converter } from './run.ts'
import type { Upload } from './upload.ts'

export interface Stored {
  readonly bytes: Uint8Array
  /** Changes with every write of the key; opaque. */
  readonly etag: string
}

/** A key as a listing shows it. */
export interface Listed {
  readonly key: string
  /** When it was last written, to the second or finer. */
  readonly modified: Date
}

/**
 * Where outputs go. Every method throws TransientFailure or PermanentFailure when the store itself fails.
 * A write is whole or not there; a key written is seen by the next read.
 */
export interface Store {
  /** Null where there is no such key. */
  readonly get: (key: string) => Promise<Stored | null>
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>
  /** False where the key is there already. */
  readonly putIfAbsent: (key: string, bytes: Uint8Array) => Promise<boolean>
  /** False where the key is gone or its etag is another. */
  readonly putIfMatch: (key: string, bytes: Uint8Array, etag: string) => Promise<boolean>
  /** What starts with the prefix and stands behind the key `after`, in the order of `compareKeys`. */
  readonly list: (prefix: string, after?: string) => AsyncIterable<Listed>
}

/** Where uploads come from. Null where this version is gone. Throws Problem for what is too large to read. */
export interface UploadSource {
  readonly get: (upload: Upload) => Promise<Uint8Array | null>
  /** A part of the same bytes, where the source gives parts. */
  readonly part?: (upload: Upload, part: Part) => Promise<PartRead | null>
}

export interface PublishFailure {
  readonly id: string
  readonly code: string
}

/** Takes events; gives those it did not take. Throws TransientFailure or PermanentFailure when nothing got through. */
export interface EventBus {
  readonly publish: (events: readonly ReportEvent[]) => Promise<readonly PublishFailure[]>
}

/** Where copies of files that were given up are kept for the operator. */
export interface Quarantine {
  readonly bucket: string
  readonly prefix?: string
  readonly store: Store
}

/** The part of a Conversion that a submission needs: small enough to cross from a worker. */
export interface Converted extends Pick<Conversion, 'findings' | 'verdict' | 'outputs'> {
  readonly report: Pick<Conversion['report'], 'authority' | 'year' | 'editions'> &
    Partial<Pick<Conversion['report'], 'title' | 'authorityAsPrinted' | 'signature'>>
}

export interface Ports {
  readonly uploads: UploadSource
  readonly outputs: Store
  /** Bucket or folder behind `outputs`, as events name it. */
  readonly outputsBucket: string
  readonly bus: EventBus
  /** Without it no copies are kept. */
  readonly quarantine?: Quarantine
  /**
   * Has the files of an archive processed, each as an upload of its own: when it resolves they are done, or kept
   * where nothing loses them.
   */
  readonly spread: (uploads: readonly Upload[]) => Promise<void>
  /** Throws Problem when the file is refused. */
  readonly convert: (input: ConvertInput) => Promise<Converted>
  readonly converter: Converter
  readonly now: () => Date
  /** Lower-case hex digits. */
  readonly sha256: (bytes: Uint8Array) => string
}
