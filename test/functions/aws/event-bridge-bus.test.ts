import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import fc from 'fast-check'
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

test('no request reaches what EventBridge takes, however large the events are', async () => {
  const padded = fc.array(fc.nat({ max: 140_000 }), { minLength: 1, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(padded, async sizes => {
      const { bus, sent } = busAnswering(() => undefined)
      const many = sizes.map((size, at) => ({ ...event, id: `${at}`, subject: '年'.repeat(size / 3) }))
      expect(await bus.publish(many)).toEqual([])
      for (const { Entries = [] } of sent) {
        expect(Entries.length).toBeLessThanOrEqual(10)
        const bytes = Entries.map(
          entry => 14 + Buffer.from(entry.Source + entry.DetailType! + entry.Detail).length,
        )
        expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(262_144)
      }
      const ids = sent.flatMap(({ Entries = [] }) => Entries.map(({ Detail }) => JSON.parse(Detail!).id))
      expect(ids).toEqual(many.map(({ id }) => id))
    }),
    { numRuns: 30 },
  )
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
