import type { ReportEvent } from '../../events/types.ts'
import { eventOf } from './event.ts'
import { fileKey } from './keys.ts'
import { type Outcome, type OutputFile, type SourceFacts, toJson, type WrittenFile } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Upload } from './upload.ts'

/**
 * The commit of one upload version: written last, once. It holds the event to send (the outbox),
 * so that a crash between commit and sending is repaired by whoever comes next.
 */
export interface Receipt {
  readonly schema: 'gongkai.receipt/1'
  readonly outcome: Outcome['kind']
  readonly upload: Upload & SourceFacts
  readonly converter: Ports['converter']
  readonly outputs: readonly WrittenFile[]
  readonly event: ReportEvent
}

/** Builds the receipt of an outcome; `files` are those written before it. */
export const receiptOf = (
  upload: Upload,
  source: SourceFacts,
  outcome: Outcome,
  files: readonly OutputFile[],
  ports: Pick<Ports, 'converter' | 'now' | 'outputsBucket' | 'sha256'>,
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
    event: eventOf(upload, source, outcome, outputs, ports),
  }
}

export const receiptBytes = (receipt: Receipt): Uint8Array => toJson(receipt)

/** Reads a receipt that was stored; throws where the bytes are no receipt of a version we know. */
export const parseReceipt = (bytes: Uint8Array): Receipt => {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Receipt
  if (value?.schema !== 'gongkai.receipt/1') throw new Error('not a receipt of a known schema')
  return value
}
