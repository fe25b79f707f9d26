import type { Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { suffixes } from '../../lib/readers/index.ts'
import type { ServiceBuckets } from './buckets.ts'
import type { Choices } from './choices.ts'
import { addQueuePolicy, type Queues } from './queues.ts'
import { settings } from './settings.ts'

/**
 * From the bucket's event to the queue; what cannot be delivered joins the dead letters, so that it ends in an event.
 * With an upload prefix everything under it is looked at, whatever its ending: one pattern cannot ask for both.
 */
export const addUploadRule = (
  stack: Stack,
  { parameters, conditions, either }: Choices,
  { uploads }: ServiceBuckets,
  queues: Queues,
): CfnRule => {
  const rule = new CfnRule(stack, 'UploadRule', {
    description: 'Uploads to the queue of the converter',
    eventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: [uploads.name] },
        object: {
          key: either(
            conditions.HasUploadPrefix,
            [{ prefix: parameters.UploadPrefix.valueAsString }],
            suffixes.map(suffix => ({ suffix: { 'equals-ignore-case': suffix } })),
          ),
        },
      },
    },
    targets: [
      {
        id: 'queue',
        arn: queues.uploads.attrArn,
        deadLetterConfig: { arn: queues.deadLetters.attrArn },
        retryPolicy: {
          maximumEventAgeInSeconds: settings.ruleMaximumAgeSeconds,
          maximumRetryAttempts: settings.ruleRetries,
        },
      },
    ],
  })
  for (const queue of [queues.uploads, queues.deadLetters]) addQueuePolicy(stack, queue, rule.attrArn)
  return rule
}
