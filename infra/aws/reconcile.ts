import type { Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnEventInvokeConfig, CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import type { ServiceBuckets } from './buckets.ts'
import type { Choices } from './choices.ts'
import { type AddedFunction, addFunction } from './functions.ts'
import { allow, lookAt, reconcileAll } from './permissions.ts'
import { addQueue, addQueuePolicy, type Queues, theRule } from './queues.ts'
import { settings } from './settings.ts'

export interface Reconcile {
  readonly added: AddedFunction
  readonly deadLetters: CfnQueue
  readonly rule: CfnRule
}

/** Looks every day for what came to nothing; without a schedule only when somebody calls it. */
export const addReconcile = (
  stack: Stack,
  choices: Choices,
  { places, queues, code }: { places: ServiceBuckets; queues: Queues; code: string },
): Reconcile => {
  const { parameters, conditions, either } = choices
  const deadLetters = addQueue(stack, choices, 'ReconcileDeadLetters')
  const added = addFunction(stack, choices, {
    id: 'Reconcile',
    name: 'reconcile',
    code,
    description: 'Finds uploads that came to nothing and has them done',
    memoryMb: settings.reconcileMemoryMb,
    timeoutSeconds: settings.reconcileTimeoutSeconds,
    environment: {
      UPLOADS_BUCKET: places.uploads.name,
      UPLOADS_PREFIX: parameters.UploadPrefix.valueAsString,
      OUTPUTS_BUCKET: places.outputs.name,
      QUEUE_URL: queues.uploads.ref,
      SCANS_QUEUE_URL: queues.scans.ref,
    },
    permissions: [
      ...reconcileAll(places, queues.uploads.attrArn),
      lookAt(queues.scans.attrArn),
      allow('KeepWhatFailed', ['sqs:SendMessage'], deadLetters.attrArn),
    ],
    more: { deadLetterConfig: { targetArn: deadLetters.attrArn } },
  })
  // The next day's run takes up where this one stopped.
  new CfnEventInvokeConfig(stack, 'ReconcileOnce', {
    functionName: added.function.ref,
    qualifier: '$LATEST',
    maximumRetryAttempts: 0,
  })
  const rule = new CfnRule(stack, 'ReconcileRule', {
    description: 'When to look for uploads that came to nothing',
    scheduleExpression: either(
      conditions.HasReconcileSchedule,
      parameters.ReconcileSchedule.valueAsString,
      settings.reconcileSchedule,
    ),
    state: either(conditions.HasReconcileSchedule, 'ENABLED', 'DISABLED'),
    targets: [
      {
        id: 'reconcile',
        arn: added.function.attrArn,
        deadLetterConfig: { arn: deadLetters.attrArn },
        retryPolicy: {
          maximumEventAgeInSeconds: settings.ruleMaximumAgeSeconds,
          maximumRetryAttempts: settings.ruleRetries,
        },
      },
    ],
  })
  new CfnPermission(stack, 'ReconcileRuleMayCall', {
    action: 'lambda:InvokeFunction',
    functionName: added.function.ref,
    principal: 'events.amazonaws.com',
    sourceArn: rule.attrArn,
  })
  addQueuePolicy(stack, deadLetters, theRule(rule.attrArn))
  return { added, deadLetters, rule }
}
