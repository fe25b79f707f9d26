import { moveReceipt, withdrawnBy } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { toldInPlaceOf } from './event.ts'
import { lastTold, runBefore } from './history.ts'
import type { Ports, Stored } from './ports.ts'
import { parseReceipt, type Receipt } from './receipt.ts'
import { sendEvent, type TellPorts } from './sent.ts'
import type { Upload } from './upload.ts'

/**
 * Points a receipt of a build that is withdrawn back to the run before it, and tells that. Null where there is no such
 * run. Throws TransientFailure where another moves the receipt at the same time.
 */
export const goBack = async (
  upload: Upload,
  stored: Stored,
  build: string,
  ports: TellPorts & Pick<Ports, 'sha256'>,
): Promise<Receipt | null> => {
  const current = parseReceipt(stored.bytes)
  const withdrawn = withdrawnBy(current, build) ?? []
  const earlier = await runBefore(upload, withdrawn, ports)
  if (!earlier) return null
  const last = (await lastTold(current, ports.outputs)) ?? current
  const receipt = { ...earlier, event: toldInPlaceOf(earlier, last, ports), withdrawn }
  if (!(await moveReceipt(upload, receipt, stored, ports)))
    throw new TransientFailure('the receipt was moved by another meanwhile')
  await sendEvent(receipt, ports)
  return receipt
}
