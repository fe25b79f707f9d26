import { expect, test } from 'vitest'
import { sequencerOfTime, timeOfSequencer } from '../../../lib/submission/sequencer.ts'

test('a sequencer tells when the version was uploaded, as near as it can', () => {
  const time = new Date('2025-01-31T15:59:59.250Z')
  expect(timeOfSequencer(sequencerOfTime(time))?.toISOString()).toBe('2025-01-31T15:59:59.000Z')
  const nanoseconds = (BigInt(time.getTime()) * 1_000_000n + 123n).toString(16).padStart(16, '0')
  expect(timeOfSequencer(nanoseconds)?.toISOString()).toBe('2025-01-31T15:59:59.250Z')
  // As S3's documentation prints one.
  expect(timeOfSequencer('0055AED6DCD90281E5')?.toISOString()).toBe('2015-07-21T23:33:48.000Z')
  for (const unknown of ['', '0', 'v1', '00', '0000000000']) expect(timeOfSequencer(unknown)).toBeNull()
})
