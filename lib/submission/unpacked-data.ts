import type { ArchiveUnpackedV1 } from '../../events/types.ts'
import type { Inside } from './outcome.ts'

type Data = ArchiveUnpackedV1['data']

/** Of all refusals together, in UTF-8 bytes of JSON: the event's own budget less what else is in it. */
const refusalsBudget = 24 * 1024
const mostRefusals = 50
const longestName = 200

const none: Data['verdicts'] = {
  valid: 0,
  needsReview: 0,
  invalid: 0,
  notAssessable: 0,
  rejected: 0,
  failed: 0,
}

/** What came of the files of an archive, as its event tells it. */
export const unpackedData = (
  inside: readonly Inside[],
  passedOver: number,
): Pick<Data, 'files' | 'passedOver' | 'verdicts' | 'refusals' | 'refusalsLeftOut'> => {
  const verdicts = { ...none }
  for (const { outcome } of inside) verdicts[outcome] += 1
  const refused = inside.flatMap(({ name, reason }) =>
    reason ? [{ name: [...name].slice(0, longestName).join(''), ...reason }] : [],
  )
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length
  const refusals: Data['refusals'] = []
  let bytes = 0
  for (const one of refused.slice(0, mostRefusals)) {
    bytes += bytesOf(one)
    if (bytes > refusalsBudget) break
    refusals.push(one)
  }
  return {
    files: inside.length,
    passedOver,
    verdicts,
    refusals,
    refusalsLeftOut: refused.length - refusals.length,
  }
}
