import { compareKeys } from '../../lib/submission/key-order.ts'
import type { Store } from '../../lib/submission/ports.ts'
import type { ListedUpload, Places } from '../../lib/submission/stretches.ts'

/** Places with these uploads; the newest version of a key is listed first, as S3 does. */
export const placesOf = (outputs: Store, listed: readonly ListedUpload[] = [], prefix = ''): Places => {
  const sorted = listed.toSorted(
    (a, b) => compareKeys(a.upload.key, b.upload.key) || b.since.getTime() - a.since.getTime(),
  )
  return {
    outputs,
    prefix,
    uploads: async function* (after) {
      for (const one of sorted) if (compareKeys(one.upload.key, after) > 0) yield one
    },
  }
}
