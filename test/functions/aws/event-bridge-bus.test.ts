import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { describe, expect, test } from 'vitest'
import { detailTypes } from '../../../events/detail-types.ts'
import type { ReportEvent } from '../../../events/types.ts'
import { eventBridgeBus } from '../../../functions/aws/event-bridge-bus.ts'
import { PermanentFailure, TransientFailure } from '../../../lib/submission/errors.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { fakePorts, uploadOf } from '../../support/submission.ts'

const busArn = 'arn:aws:events:us-east-1:111122223333:event-bus/gongkai'

const oneEvent = async (): Promise<ReportEvent> => {
  const ports = fakePorts()
  await processUpload(uploadOf(), ports)
  return ports.bus.events[0]!
}
const event = await oneEvent()
const events = (count: number) => Array.from({ length: count }, (_, index) => ({ ...event, id: `${index}` }))

/** A client that answers each entry as told, and keeps what it was sent. */
const busAnswering = (codeOf: (index: number) => string | undefined) => {
  const sent: PutEventsCommand['input'][] = []
  let index = 0
  const send = async ({ input }: PutEventsCommand) => {
    sent.push(input)
    const Entries = input.Entries!.map(() => {
      const ErrorCode = codeOf(index++)
      return ErrorCode ? { ErrorCode } : { EventId: 'x' }
    })
    return { Entries, FailedEntryCount: Entries.filter(entry => 'ErrorCode' in entry).length }
  }
  return { sent, bus: eventBridgeBus({ client: { send } as unknown as EventBridgeClient, busArn }) }
}

test('an entry is the CloudEvent as detail, on the bus of the template', async () => {
  const { bus, sent } = busAnswering(() => undefined)
  expect(await bus.publish([event])).toEqual([])
  const [entry] = sent[0]!.Entries!
  expect(entry).toMatchObject({
    EventBusName: busArn,
    Source: 'gongkai',
    DetailType: detailTypes[event.type],
  })
  expect(JSON.parse(entry!.Detail!)).toEqual(event)
})

test('at most ten go at once', async () => {
  const { bus, sent } = busAnswering(() => undefined)
  await bus.publish(events(25))
  expect(sent.map(input => input.Entries?.length)).toEqual([10, 10, 5])
})

describe('a call that succeeds may still have failed entries', () => {
  test('exactly those are named', async () => {
    const { bus } = busAnswering(index => (index % 4 === 1 ? 'InternalFailure' : undefined))
    expect(await bus.publish(events(12))).toEqual(
      ['1', '5', '9'].map(id => ({ id, code: 'InternalFailure' })),
    )
  })

  test('one that will never be taken is permanent', async () => {
    const { bus } = busAnswering(() => 'MalformedDetail')
    await expect(bus.publish([event])).rejects.toThrow(PermanentFailure)
  })

  test('the submission sends only the failed one again, and says so when it stays', async () => {
    const passing = busAnswering(index => (index < 2 ? 'ThrottlingException' : undefined))
    await processUpload(uploadOf(), fakePorts({ bus: passing.bus }))
    expect(passing.sent).toHaveLength(3)
    const staying = busAnswering(() => 'ThrottlingException')
    await expect(processUpload(uploadOf(), fakePorts({ bus: staying.bus }))).rejects.toThrow(TransientFailure)
  })
})
