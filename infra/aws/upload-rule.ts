import type { Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import type { ServiceBuckets } from './buckets.ts'
import type { Choices } from './choices.ts'
import { addQueuePolicy, type Queues, theRule } from './queues.ts'
import { settings } from './settings.ts'

/**
 * From the bucket's event to the queue, whatever the name: what is no report ends in an event that says so. What
 * cannot be delivered joins the dead letters, from where it comes back into the queue.
 */
export const addUploadRule = (
  stack: Stack,
  { parameters, conditions, when }: Choices,
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
        object: when(conditions.HasUploadPrefix, {
          key: [{ prefix: parameters.UploadPrefix.valueAsString }],
        }),
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
  for (const queue of [queues.uploads, queues.deadLetters])
    addQueuePolicy(stack, queue, theRule(rule.attrArn))
  return rule
}
