import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge'
import { detailTypes } from '../../events/detail-types.ts'
import type { SentEvent } from '../../events/types.ts'
import { PermanentFailure } from '../../lib/submission/errors.ts'
import type { PublishFailure } from '../../lib/submission/ports.ts'
import { batchesOf } from './batches.ts'
import { kindOf, submissionError } from './errors.ts'

export interface EventBridgeBusOptions {
  readonly client: EventBridgeClient
  /** The ARN, from the template: PutEvents to a bus that does not exist "succeeds". */
  readonly busArn: string
}

/** What PutEvents takes at once. */
const limits = { items: 10, bytes: 256 * 1024 } as const

/** As EventBridge counts an entry: 14 bytes for the time, the rest in UTF-8. */
export const entrySize = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  14 + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail)

export interface EventBridgeBus {
  readonly publish: (events: readonly SentEvent[]) => Promise<readonly PublishFailure[]>
}

interface Addressed {
  readonly id: string
  readonly entry: PutEventsRequestEntry
}

/** An EventBridge bus as EventBus, which takes events of seasons too: the CloudEvent is the `detail`, entries that were not taken are named. */
export const eventBridgeBus = ({ client, busArn }: EventBridgeBusOptions): EventBridgeBus => {
  const entryOf = (event: SentEvent): PutEventsRequestEntry => ({
    EventBusName: busArn,
    Source: event.source,
    DetailType: detailTypes[event.type],
    Detail: JSON.stringify(event),
    Time: new Date(event.time),
  })

  const publishBatch = async (batch: readonly Addressed[]): Promise<readonly PublishFailure[]> => {
    const Entries = batch.map(({ entry }) => entry)
    const answer = await client.send(new PutEventsCommand({ Entries })).catch(error => {
      throw submissionError('PutEvents', error)
    })
    if (!answer.FailedEntryCount) return []
    return batch.flatMap(({ id }, index) => {
      const code = answer.Entries?.[index]?.ErrorCode
      if (!code) return []
      if (kindOf({ name: code }) === 'permanent') throw new PermanentFailure(`PutEvents entry: ${code}`)
      return [{ id, code }]
    })
  }

  return {
    publish: async events => {
      const failures: PublishFailure[] = []
      const addressed = events.map(event => ({ id: event.id, entry: entryOf(event) }))
      for (const batch of batchesOf(addressed, ({ entry }) => entrySize(entry), limits))
        failures.push(...(await publishBatch(batch)))
      return failures
    },
  }
}
