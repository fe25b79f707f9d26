import { PermanentFailure, TransientFailure } from '../lib/submission/errors.ts'
import { type GiveUpPorts, giveUp } from '../lib/submission/give-up.ts'
import type { Ports } from '../lib/submission/ports.ts'
import { processUpload } from '../lib/submission/process.ts'
import type { Receipt } from '../lib/submission/receipt.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import { failureOf } from './failures.ts'
import {
  count,
  countFault,
  countMilliseconds,
  countTries,
  errorFields,
  logger,
  receiptFields,
} from './observe.ts'

export type SubmitPorts = Ports & GiveUpPorts

/** Counts a receipt that is new. */
export const countCommitted = ({ outcome }: Pick<Receipt, 'outcome'>): void => {
  count('Committed')
  count('Rejected', outcome === 'rejected' ? 1 : 0)
  count('GaveUp', outcome === 'failed' ? 1 : 0)
}

/** The same port, counted. */
const counted = (convert: Ports['convert']) => {
  let conversions = 0
  return {
    conversions: () => conversions,
    convert: async (input: Parameters<Ports['convert']>[0]) => {
      conversions += 1
      count('Conversions')
      const start = performance.now()
      try {
        return await convert(input)
      } finally {
        countMilliseconds(performance.now() - start)
      }
    },
  }
}

/**
 * Takes one submission to its end, of a message that was received so often. Throws only what may pass
 * (TransientFailure), or where not even giving up succeeds; everything else ends in a receipt and an event.
 */
export const submit = async (
  { upload, ...options }: Submission,
  ports: SubmitPorts,
  received = 1,
): Promise<void> => {
  const { convert, conversions } = counted(ports.convert)
  const ended = (kept: boolean) => {
    if (conversions() > 0) countTries(kept, received)
  }
  try {
    const processed = await processUpload(upload, { ...ports, convert }, options)
    if (processed.kind === 'skipped') {
      count('Skipped')
      logger.info('skipped', { reason: processed.reason })
      return
    }
    ended(!processed.repeated)
    if (processed.repeated) count('Repeated')
    else countCommitted(processed.receipt)
    // A replay changes nothing where a newer program made what stands, or another than is withdrawn.
    const asked = options.again || options.withdraw !== undefined
    const said = processed.repeated ? (asked ? 'stands' : 'repeated') : 'committed'
    logger.info(said, receiptFields(processed.receipt))
  } catch (error) {
    if (error instanceof TransientFailure) throw error
    logger.error('giving up', errorFields(error))
    if (!(error instanceof PermanentFailure)) countFault()
    const given = await giveUp(upload, failureOf(error), ports, options)
    if (!given) return
    const { receipt, own } = given
    ended(true)
    if (own) countCommitted(receipt)
    logger.error(own ? 'gave up' : 'stands', receiptFields(receipt))
  }
}
