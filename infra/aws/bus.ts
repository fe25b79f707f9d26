import { Aws, type Stack } from 'aws-cdk-lib'
import { CfnEventBus } from 'aws-cdk-lib/aws-events'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import type { Choices } from './choices.ts'
import { addQueuePolicy } from './queues.ts'
import { settings } from './settings.ts'

export interface Bus {
  readonly bus: CfnEventBus
  /** Events that the bus took and could not encrypt or decrypt; only there where an operator's key encrypts it. */
  readonly deadLetters: CfnQueue
}

/** The bus that subscribers listen to. */
export const addBus = (stack: Stack, choices: Choices): Bus => {
  const { parameters, conditions, either, when } = choices
  // By SQS's own key: where the operator's does not work, this queue must.
  const deadLetters = new CfnQueue(stack, 'BusDeadLetters', {
    messageRetentionPeriod: settings.retentionSeconds,
    sqsManagedSseEnabled: true,
  })
  const policy = addQueuePolicy(stack, deadLetters, {
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  })
  for (const resource of [deadLetters, policy]) resource.cfnOptions.condition = conditions.HasKmsKey
  const bus = new CfnEventBus(stack, 'Bus', {
    name: either(conditions.HasBusName, parameters.BusName.valueAsString, Aws.STACK_NAME),
    kmsKeyIdentifier: choices.kmsKey,
    deadLetterConfig: when(conditions.HasKmsKey, { Arn: deadLetters.attrArn }) as never,
  })
  return { bus, deadLetters }
}
