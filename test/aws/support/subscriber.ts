import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs'
import { inject } from 'vitest'
import type { ReportEvent } from '../../../events/types.ts'
import { eventBridge, sqs } from './clients.ts'

export interface Received {
  readonly detailType: string
  readonly event: ReportEvent
}

export interface Subscriber {
  /** Everything received so far, oldest first. */
  readonly all: () => Promise<readonly Received[]>
  /** Waits until the events so far satisfy `enough`; throws with what there is when it takes too long. */
  readonly until: (
    enough: (received: readonly Received[]) => boolean,
    seconds?: number,
  ) => Promise<readonly Received[]>
}

/** A queue of a subscriber's own behind a rule with one of the published patterns. */
export const subscribe = async (name: string, patternFile: string): Promise<Subscriber> => {
  const pattern = readFileSync(new URL(`../../../events/patterns/${patternFile}`, import.meta.url), 'utf8')
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }))
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  )
  const rule = { Name: name, EventBusName: inject('deployed').outputs['BusArn']!.split('/').at(-1)! }
  await eventBridge.send(new PutRuleCommand({ ...rule, EventPattern: pattern }))
  await eventBridge.send(
    new PutTargetsCommand({
      Rule: rule.Name,
      EventBusName: rule.EventBusName,
      Targets: [{ Id: 'queue', Arn: Attributes!['QueueArn']! }],
    }),
  )

  const received: Received[] = []
  const drain = async () => {
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      )
      if (Messages.length === 0) return
      for (const { Body } of Messages) {
        const envelope = JSON.parse(Body!)
        received.push({ detailType: envelope['detail-type'], event: envelope.detail })
      }
      await sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl,
          Entries: Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        }),
      )
    }
  }
  return {
    all: async () => {
      await drain()
      return received
    },
    until: async (enough, seconds = 30) => {
      const end = Date.now() + seconds * 1000
      for (;;) {
        await drain()
        if (enough(received)) return received
        if (Date.now() > end)
          throw new Error(
            `not in ${seconds} s; ${received.length} events: ${received.slice(-5).map(({ detailType, event }) => `${detailType} ${event.subject}`)}`,
          )
        await wait(100)
      }
    },
  }
}

/** The events about one key. */
export const about = (received: readonly Received[], key: string): readonly Received[] =>
  received.filter(({ event }) => event.subject === key)
