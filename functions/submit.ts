import { TransientFailure } from '../lib/submission/errors.ts'
import { type GiveUpPorts, giveUp } from '../lib/submission/give-up.ts'
import type { Ports } from '../lib/submission/ports.ts'
import { processUpload } from '../lib/submission/process.ts'
import type { Receipt } from '../lib/submission/receipt.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import { failureOf } from './failures.ts'
import { count, countMilliseconds, errorFields, logger, receiptFields, uploadFields } from './observe.ts'

export type SubmitPorts = Ports & GiveUpPorts

/** Counts a receipt that is new. */
export const countCommitted = ({ outcome }: Pick<Receipt, 'outcome'>): void => {
  count('Committed')
  count('Rejected', outcome === 'rejected' ? 1 : 0)
  count('GaveUp', outcome === 'failed' ? 1 : 0)
}

/** Runs a submission and counts its conversion, and whether that came to a receipt of its own. */
const counted = async <T>(
  convert: Ports['convert'],
  run: (convert: Ports['convert']) => Promise<T>,
  kept: (result: T) => boolean,
): Promise<T> => {
  let conversions = 0
  let own = false
  try {
    const result = await run(async input => {
      conversions += 1
      const start = performance.now()
      try {
        return await convert(input)
      } finally {
        countMilliseconds(performance.now() - start)
      }
    })
    own = kept(result)
    return result
  } finally {
    if (conversions > 0) {
      count('Conversions', conversions)
      count('Kept', own ? 1 : 0)
    }
  }
}

/**
 * Takes one submission to its end. Throws only what may pass (TransientFailure), or where not even giving up
 * succeeds; everything else ends in a receipt and an event.
 */
export const submit = async ({ upload, again }: Submission, ports: SubmitPorts): Promise<void> => {
  const fields = uploadFields(upload)
  try {
    const processed = await counted(
      ports.convert,
      convert => processUpload(upload, { ...ports, convert }, { again }),
      result => result.kind === 'done' && !result.repeated,
    )
    if (processed.kind === 'skipped') {
      count('Skipped')
      logger.info('skipped', { ...fields, reason: processed.reason })
      return
    }
    if (processed.repeated) count('Repeated')
    else countCommitted(processed.receipt)
    logger.info(processed.repeated ? 'repeated' : 'committed', {
      ...fields,
      ...receiptFields(processed.receipt),
    })
  } catch (error) {
    if (error instanceof TransientFailure) throw error
    logger.error('giving up', { ...fields, ...errorFields(error) })
    const receipt = await giveUp(upload, failureOf(error), ports)
    if (!receipt) return
    countCommitted(receipt)
    logger.error('gave up', { ...fields, ...receiptFields(receipt) })
  }
}
