import type { ReportEvent } from '../../events/types.ts'
import { type Ending, type SourceFacts, type Superseded, toJson, type WrittenFile } from './outcome.ts'
import type { Converter } from './run.ts'
import type { Upload } from './upload.ts'

/** What a report prints of who made it. */
export interface Named {
  readonly title: string | null
  readonly authorityAsPrinted: string | null
  readonly signedBy: string | null
  /** ISO day. */
  readonly signedOn: string | null
}

/**
 * The commit of one upload version: names the run that counts, and is written last. It holds the event to send,
 * so that a crash between commit and sending is repaired by whoever comes next.
 */
export interface Receipt {
  readonly schema: 'gongkai.receipt/1'
  /** Absent in receipts from before there were runs. */
  readonly run?: string
  readonly outcome: Ending['kind']
  readonly upload: Upload & SourceFacts
  readonly converter: Pick<Converter, 'name' | 'version'> & Partial<Converter>
  readonly outputs: readonly WrittenFile[]
  /** Null for an archive until all of its files are through. */
  readonly event: ReportEvent | null
  readonly unpacked?: {
    /** When, ISO 8601. */
    readonly at: string
    /** Names in the archive; each has a receipt of its own under `<key>!/<name>`. */
    readonly files: readonly string[]
    /** How many files of the archive were nobody's upload. */
    readonly passedOver?: number
    /** Until it is told of: key of the record that was told of last, and whose place it takes. */
    readonly replaces?: string
  }
  /** What of a report tells whose it is, beside its authority; absent in receipts of older programs. */
  readonly named?: Named
  /** Builds whose results of this upload do not count any more. */
  readonly withdrawn?: readonly string[]
}

/** What stands around a run: the version that this one takes the place of, and the earlier run of the same version. */
export interface Around {
  readonly superseded: Superseded | null
  /** The record of what was told last; null where nothing was. */
  readonly before: Receipt | null
  /** The receipt until now goes on standing: this run failed. */
  readonly stands?: boolean
  readonly withdrawn?: readonly string[] | undefined
  /** Something else stands under the name that program and upload give the run. */
  readonly byContents?: boolean
}

/** What goes on standing beside a replay that failed; undefined for any other event. */
export const standing = (event: ReportEvent | null) =>
  event?.type === 'gongkai.report.conversion-failed.v1' ? event.data.stands : undefined

/** When the receipt was made. */
export const timeOf = ({ event, unpacked }: Receipt): string => event?.time ?? unpacked!.at

export const receiptBytes = (receipt: Receipt): Uint8Array => toJson(receipt)

/** Reads a receipt that was stored; throws where the bytes are no receipt of a version we know. */
export const parseReceipt = (bytes: Uint8Array): Receipt => {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Receipt
  if (value?.schema !== 'gongkai.receipt/1') throw new Error('not a receipt of a known schema')
  return value
}

/** The same; null where the bytes are no such receipt. */
export const parsedReceipt = (bytes: Uint8Array): Receipt | null => {
  try {
    return parseReceipt(bytes)
  } catch {
    return null
  }
}

/** The upload a receipt is about, without what was found out about it. */
export const uploadOf = ({ upload }: Receipt): Upload => {
  const { name: _name, sha256: _sha256, ...facts } = upload
  return facts
}
