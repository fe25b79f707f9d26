import { expect, test } from 'vitest'
import { deliveryOf } from '../../functions/delivery.ts'
import { undeliveredBatchOf } from '../support/deployed.ts'

const attributes = (more: object) => ({
  ApproximateReceiveCount: '3',
  SentTimestamp: '0',
  SenderId: 'x',
  ApproximateFirstReceiveTimestamp: '0',
  ...more,
})
const source = { DeadLetterQueueSourceArn: 'arn:aws:sqs:us-east-1:111122223333:uploads' }
const ofRule = undeliveredBatchOf({}).Records[0]!.messageAttributes

test.each([
  ['a message of the queue', {}, {}, { from: 'queue', received: 3, code: null }],
  ['its dead letter', source, {}, { from: 'queue', received: 3, code: null }],
  ['what the rule could not deliver', {}, ofRule, { from: 'rule', received: 3, code: 'NO_PERMISSIONS' }],
  ['the same, put back and failed since', source, ofRule, { from: 'queue', received: 3, code: null }],
])('%s', (_, system, messageAttributes, delivery) => {
  expect(deliveryOf({ attributes: attributes(system), messageAttributes })).toEqual(delivery)
})
