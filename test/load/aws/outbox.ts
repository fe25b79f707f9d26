import type { ReportEvent } from '../../../events/types.ts'
import { quarantinePrefix } from '../../../functions/ports.ts'
import { parseReceipt } from '../../../lib/submission/receipt.ts'
import type { FakeAws } from '../../support/fake-aws.ts'
import type { Complaints, Outbox } from '../check/wanted.ts'

const root = 'example-outputs/'

export const bucketOutbox = ({ objects }: FakeAws): Outbox => ({
  keys: async () =>
    new Set([...objects.keys()].filter(path => path.startsWith(root)).map(path => path.slice(root.length))),
  read: async key => objects.get(root + key)?.at(-1)?.bytes ?? null,
})

export const isQuarantined = (key: string): boolean => key.startsWith(quarantinePrefix)

/** How many messages that told of no upload were kept. */
export const unreadableKept = ({ objects }: FakeAws): number =>
  [...objects.keys()].filter(path => path.startsWith(`${root}${quarantinePrefix}messages/`)).length

/** That of an archive is written when it is spread, and when all in it are through. */
const timesOf = (receipt: Uint8Array): number => (parseReceipt(receipt).outcome === 'unpacked' ? 2 : 1)

/** Complains of receipts that were written more often than they need. */
export const checkWrittenOnce = ({ objects }: FakeAws, { add }: Complaints): void => {
  for (const [path, versions] of objects)
    if (
      path.startsWith(root) &&
      path.endsWith('/receipt.json') &&
      versions.length > timesOf(versions[0]!.bytes)
    )
      add(`${path}: written ${versions.length} times`)
}

/** The events by id; complains where one id stands for two facts. */
export const eventsOfBus = (aws: FakeAws, { add }: Complaints): ReadonlyMap<string, ReportEvent> => {
  const details = new Map<string, string>()
  for (const { Detail } of aws.events) {
    const { id } = JSON.parse(Detail) as ReportEvent
    if (details.has(id) && details.get(id) !== Detail) add(`event ${id} was sent with two contents`)
    details.set(id, Detail)
  }
  return new Map([...details].map(([id, detail]) => [id, JSON.parse(detail) as ReportEvent]))
}
