import { inOrder } from '../util/in-order.ts'
import { committed } from './commit.ts'
import { versionPrefix } from './keys.ts'
import type { Store } from './ports.ts'
import { skipReason } from './skip.ts'
import {
  type ListedUpload,
  type Place,
  type Places,
  resultsIn,
  type Stretch,
  stretches,
} from './stretches.ts'
import { nothingSeen, see, takeClosed } from './version-facts.ts'
import { type Gap, type GapPlaces, gapsOfVersion, readsAtOnce } from './version-gaps.ts'

export interface GapQuery extends Places, GapPlaces {
  readonly start: Place
  /** Of the versions that a listing proves whole, by their prefix: those to read nevertheless. */
  readonly readAlso: (versionPrefix: string) => boolean
}

/** What a stretch came to. */
export interface Part {
  readonly gaps: readonly Gap[]
  readonly uploads: number
  /** Versions with results. */
  readonly versions: number
  readonly next: Place
}

const stretchesAtOnce = 6

/** Versions whose facts are kept at a time: more than the files of one archive. */
const mostKept = 20_000

/** Keys listed before a stretch is cut short: a few seconds' work. */
const mostListed = 100_000

/** What is left of a stretch that was cut short. */
interface Examined {
  readonly part: Part
  readonly rest: Stretch | null
}

/** Uploads that must have a receipt by now, under each prefix that would do. */
const awaitedIn = ({ uploads }: Stretch, { prefix, before }: GapQuery): ReadonlyMap<string, ListedUpload> => {
  const awaited = new Map<string, ListedUpload>()
  for (const listed of uploads) {
    const { upload, since, etag } = listed
    if (since > before || !upload.key.startsWith(prefix) || skipReason(upload)) continue
    awaited.set(versionPrefix(upload), listed)
    if (etag !== undefined) awaited.set(versionPrefix({ ...upload, version: etag }), listed)
  }
  return awaited
}

const hasReceipt = async ({ upload, etag }: ListedUpload, outputs: Store): Promise<boolean> => {
  if (await committed(upload, { outputs })) return true
  return etag !== undefined && (await committed({ ...upload, version: etag }, { outputs })) !== null
}

/** Lists a stretch of the results beside its uploads, and reads what that does not prove. */
const examine = async (stretch: Stretch, query: GapQuery): Promise<Examined> => {
  const awaited = awaitedIn(stretch, query)
  const waiting = new Set(awaited.values())
  const seen = nothingSeen()
  const gaps = new Map<string, Gap>()
  const add = (gap: Gap) => gaps.set(JSON.stringify([gap.kind, versionPrefix(gap.upload)]), gap)
  const count = { uploads: stretch.uploads.length, versions: 0 }
  let most = mostKept
  const settle = async (open: string | null) => {
    const closed = takeClosed(seen, open)
    count.versions += closed.length
    most = seen.versions.size + mostKept
    const doubtful = closed.filter(({ prefix, whole }) => !whole || query.readAlso(prefix))
    const read = inOrder(doubtful, readsAtOnce, ({ prefix, facts }) => gapsOfVersion(prefix, facts, query))
    for await (const found of read) for (const gap of found) add(gap)
  }
  let rest: Stretch | null = null
  let listed = 0
  for await (const result of resultsIn(stretch, query)) {
    const received = see(seen, result)
    const upload = received === null ? undefined : awaited.get(received)
    if (upload) waiting.delete(upload)
    if (seen.versions.size >= most) await settle(result.key)
    listed += 1
    if (listed < mostListed) continue
    rest = { ...stretch, uploads: [], from: result.key }
    break
  }
  await settle(null)
  const asked = inOrder(waiting, readsAtOnce, async listed => ({
    upload: listed.upload,
    there: await hasReceipt(listed, query.outputs),
  }))
  for await (const { upload, there } of asked) if (!there) add({ kind: 'no-receipt', upload })
  const next = rest ? { after: stretch.last, from: rest.from } : stretch.next
  return { part: { gaps: [...gaps.values()], ...count, next }, rest }
}

/**
 * Looks for gaps once around from where it is to start, stretch by stretch and several at once; the parts come in
 * their order. Whoever goes on with the `next` of the last part he was done with passes over nothing.
 */
export async function* gapsByPart(query: GapQuery): AsyncGenerator<Part> {
  const examined = inOrder(stretches(query, query.start), stretchesAtOnce, stretch => examine(stretch, query))
  for await (let { part, rest } of examined) {
    yield part
    while (rest) {
      ;({ part, rest } = await examine(rest, query))
      yield part
    }
  }
}

/** All gaps. */
export async function* findGaps(query: GapQuery): AsyncGenerator<Gap> {
  for await (const { gaps } of gapsByPart(query)) yield* gaps
}
