import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge'
import { detailTypes } from '../../events/detail-types.ts'
import type { ReportEvent } from '../../events/types.ts'
import { PermanentFailure } from '../../lib/submission/errors.ts'
import type { EventBus, PublishFailure } from '../../lib/submission/ports.ts'
import { kindOf, submissionError } from './errors.ts'

export interface EventBridgeBusOptions {
  readonly client: EventBridgeClient
  /** The ARN, from the template: PutEvents to a bus that does not exist "succeeds". */
  readonly busArn: string
}

/** PutEvents takes no more at once. */
const mostEntries = 10

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** An EventBridge bus as EventBus: the CloudEvent is the `detail`, entries that were not taken are named. */
export const eventBridgeBus = ({ client, busArn }: EventBridgeBusOptions): EventBus => {
  const entryOf = (event: ReportEvent): PutEventsRequestEntry => ({
    EventBusName: busArn,
    Source: event.source,
    DetailType: detailTypes[event.type],
    Detail: JSON.stringify(event),
    Time: new Date(event.time),
  })

  const publishGroup = async (events: readonly ReportEvent[]): Promise<readonly PublishFailure[]> => {
    const answer = await client.send(new PutEventsCommand({ Entries: events.map(entryOf) })).catch(error => {
      throw submissionError('PutEvents', error)
    })
    if (!answer.FailedEntryCount) return []
    return events.flatMap((event, index) => {
      const code = answer.Entries?.[index]?.ErrorCode
      if (!code) return []
      if (kindOf({ name: code }) === 'permanent') throw new PermanentFailure(`PutEvents entry: ${code}`)
      return [{ id: event.id, code }]
    })
  }

  return {
    publish: async events => {
      const failures: PublishFailure[] = []
      for (const group of inGroups(events, mostEntries)) failures.push(...(await publishGroup(group)))
      return failures
    },
  }
}
