import type { Stack } from 'aws-cdk-lib'
import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs'
import type { Choices } from './choices.ts'
import { settings } from './settings.ts'

export interface Queues {
  readonly uploads: CfnQueue
  /** What `convert` met that is pictures of pages. */
  readonly scans: CfnQueue
  /** What `convert` and `read-scan` did not bring to an end, and what the rule could not deliver. */
  readonly deadLetters: CfnQueue
}

/** A queue encrypted as the operator chose. */
export const addQueue = (
  stack: Stack,
  choices: Choices,
  id: string,
  props: ConstructorParameters<typeof CfnQueue>[2] = {},
): CfnQueue =>
  new CfnQueue(stack, id, {
    messageRetentionPeriod: settings.retentionSeconds,
    visibilityTimeout: settings.visibilitySeconds,
    kmsMasterKeyId: choices.kmsKey,
    sqsManagedSseEnabled: choices.either(choices.conditions.HasKmsKey, false, true) as never,
    ...props,
  })

/** Who may send to a queue, beside the account's own roles: one rule or bus, or none; and nobody without TLS. */
export const addQueuePolicy = (stack: Stack, queue: CfnQueue, sender: object | null): CfnQueuePolicy =>
  new CfnQueuePolicy(stack, `${queue.node.id}Policy`, {
    queues: [queue.ref],
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        ...(sender
          ? [
              {
                Sid: 'EventBridgeSends',
                Effect: 'Allow',
                Principal: { Service: 'events.amazonaws.com' },
                Action: 'sqs:SendMessage',
                Resource: queue.attrArn,
                Condition: sender,
              },
            ]
          : []),
        {
          Sid: 'OnlyByTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: queue.attrArn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    },
  })

/** The condition that only this rule fulfils. */
export const theRule = (arn: string): object => ({ ArnEquals: { 'aws:SourceArn': arn } })

export const addQueues = (stack: Stack, choices: Choices): Queues => {
  const deadLetters = addQueue(stack, choices, 'DeadLetters')
  const uploads = addQueue(stack, choices, 'UploadsQueue', {
    delaySeconds: choices.either(choices.conditions.HasScanTag, settings.scanDelaySeconds, 0) as never,
    redrivePolicy: {
      deadLetterTargetArn: deadLetters.attrArn,
      maxReceiveCount: settings.maxReceiveCount,
    },
  })
  const scans = addQueue(stack, choices, 'ScansQueue', {
    visibilityTimeout: settings.readScanVisibilitySeconds,
    redrivePolicy: {
      deadLetterTargetArn: deadLetters.attrArn,
      maxReceiveCount: settings.maxReceiveCount,
    },
  })
  addQueuePolicy(stack, scans, null)
  return { uploads, scans, deadLetters }
}
