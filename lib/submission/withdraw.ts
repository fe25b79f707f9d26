import { moveReceipt } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { toldInPlaceOf } from './event.ts'
import { runBefore } from './history.ts'
import type { Ports, Stored } from './ports.ts'
import { parseReceipt, type Receipt } from './receipt.ts'
import { sendEvent } from './sent.ts'
import type { Upload } from './upload.ts'

/**
 * Points a receipt of a build that is withdrawn back to the run before it, and tells that. Null where there is no such
 * run. Throws TransientFailure where another moves the receipt at the same time.
 */
export const goBack = async (
  upload: Upload,
  stored: Stored,
  build: string,
  ports: Pick<Ports, 'bus' | 'now' | 'outputs' | 'sha256'>,
): Promise<Receipt | null> => {
  const earlier = await runBefore(upload, build, ports)
  if (!earlier) return null
  const receipt = { ...earlier, event: toldInPlaceOf(earlier, parseReceipt(stored.bytes), ports) }
  if (!(await moveReceipt(upload, receipt, stored, ports)))
    throw new TransientFailure('the receipt was moved by another meanwhile')
  await sendEvent(receipt, ports)
  return receipt
}
