import type { Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import type { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs'
import { readPattern } from '../../../events/patterns/read.ts'
import type { Choices } from '../choices.ts'
import { addQueue, addQueuePolicy, theRule } from '../queues.ts'
import { settings } from '../settings.ts'

export interface SeasonQueues {
  /** What came of reports, for segments. */
  readonly gather: CfnQueue
  /** What could not be gathered, and what a rule could not deliver. */
  readonly gatherDeadLetters: CfnQueue
  /** Asks for the seasons to be looked at; hands out one batch at a time. */
  readonly changes: CfnQueue
  readonly changesDeadLetters: CfnQueue
  readonly policies: readonly CfnQueuePolicy[]
  readonly gatherRule: CfnRule
  readonly schedule: CfnRule
}

const retries = {
  maximumEventAgeInSeconds: settings.ruleMaximumAgeSeconds,
  maximumRetryAttempts: settings.ruleRetries,
}

/** What may be either: `aws:SourceArn` of one of the rules. */
const theRules = (arns: readonly string[]): object => ({ ArnEquals: { 'aws:SourceArn': arns } })

/** From the bus to the queue of reports, and every day to the queue of changes. */
export const addSeasonQueues = (stack: Stack, choices: Choices, busName: string): SeasonQueues => {
  const gatherDeadLetters = addQueue(stack, choices, 'GatherDeadLetters')
  const gather = addQueue(stack, choices, 'GatherQueue', {
    visibilityTimeout: settings.gatherVisibilitySeconds,
    redrivePolicy: {
      deadLetterTargetArn: gatherDeadLetters.attrArn,
      maxReceiveCount: settings.maxReceiveCount,
    },
  })
  const changesDeadLetters = addQueue(stack, choices, 'SeasonDeadLetters', { fifoQueue: true })
  const changes = addQueue(stack, choices, 'SeasonQueue', {
    fifoQueue: true,
    // The schedule brings no id.
    contentBasedDeduplication: true,
    delaySeconds: settings.seasonDelaySeconds,
    visibilityTimeout: settings.seasonVisibilitySeconds,
    redrivePolicy: {
      deadLetterTargetArn: changesDeadLetters.attrArn,
      maxReceiveCount: settings.maxReceiveCount,
    },
  })
  const deadLetterConfig = { arn: gatherDeadLetters.attrArn }
  const gatherRule = new CfnRule(stack, 'GatherRule', {
    description: 'What came of reports, for the season',
    eventBusName: busName,
    eventPattern: readPattern('reports.json'),
    targets: [{ id: 'queue', arn: gather.attrArn, deadLetterConfig, retryPolicy: retries }],
  })
  const schedule = new CfnRule(stack, 'SeasonSchedule', {
    description: 'When deadlines are looked at, and receipts for what was lost',
    scheduleExpression: settings.seasonSchedule,
    targets: [
      {
        id: 'season',
        arn: changes.attrArn,
        input: JSON.stringify({ thorough: true }),
        sqsParameters: { messageGroupId: 'season' },
        deadLetterConfig,
        retryPolicy: retries,
      },
    ],
  })
  const policies = [
    addQueuePolicy(stack, gather, theRule(gatherRule.attrArn)),
    addQueuePolicy(stack, gatherDeadLetters, theRules([gatherRule.attrArn, schedule.attrArn])),
    addQueuePolicy(stack, changes, theRule(schedule.attrArn)),
    addQueuePolicy(stack, changesDeadLetters, null),
  ]
  return { gather, gatherDeadLetters, changes, changesDeadLetters, policies, gatherRule, schedule }
}
