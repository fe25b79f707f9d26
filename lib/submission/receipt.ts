import type { ReportEvent } from '../../events/types.ts'
import { eventOf } from './event.ts'
import { fileKey } from './keys.ts'
import {
  type Ending,
  type OutputFile,
  type SourceFacts,
  type Superseded,
  toJson,
  type WrittenFile,
} from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Upload } from './upload.ts'

/**
 * The commit of one upload version: written last, once. It holds the event to send,
 * so that a crash between commit and sending is repaired by whoever comes next.
 */
export interface Receipt {
  readonly schema: 'gongkai.receipt/1'
  readonly outcome: Ending['kind']
  readonly upload: Upload & SourceFacts
  readonly converter: Ports['converter']
  readonly outputs: readonly WrittenFile[]
  /** Null for an archive: what is told of are its files. */
  readonly event: ReportEvent | null
  readonly unpacked?: {
    /** When, ISO 8601. */
    readonly at: string
    /** Names in the archive; each has a receipt of its own under `<key>!/<name>`. */
    readonly files: readonly string[]
  }
}

/** When the receipt was made. */
export const timeOf = ({ event, unpacked }: Receipt): string => event?.time ?? unpacked!.at

/** Builds the receipt of an outcome; `files` are those written before it. */
export const receiptOf = (
  upload: Upload,
  source: SourceFacts,
  outcome: Ending,
  files: readonly OutputFile[],
  ports: Pick<Ports, 'converter' | 'now' | 'outputsBucket' | 'sha256'>,
  superseded: Superseded | null = null,
): Receipt => {
  const outputs = files.map(({ role, name, bytes }) => ({
    role,
    key: fileKey(upload, name),
    size: bytes.length,
    sha256: ports.sha256(bytes),
  }))
  return {
    schema: 'gongkai.receipt/1',
    outcome: outcome.kind,
    upload: { ...upload, ...source },
    converter: ports.converter,
    outputs,
    event: outcome.kind === 'unpacked' ? null : eventOf(upload, source, outcome, outputs, ports, superseded),
    ...(outcome.kind === 'unpacked'
      ? { unpacked: { at: ports.now().toISOString(), files: outcome.files } }
      : {}),
  }
}

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
