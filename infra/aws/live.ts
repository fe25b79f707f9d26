import { Fn, type Stack } from 'aws-cdk-lib'
import { CfnAlias, CfnEventSourceMapping, CfnVersion } from 'aws-cdk-lib/aws-lambda'
import type { Choices } from './choices.ts'
import type { AddedFunction } from './functions.ts'

/** A function in its latest version, which is called by the name of its alias. */
export interface LiveFunction extends AddedFunction {
  readonly version: CfnVersion
  readonly alias: CfnAlias
}

export const aliasName = 'live'

/**
 * All that a version takes over of the operator's choices. With another description it is published anew; at most
 * 256 characters, which the patterns of the parameters see to.
 */
const chosen = ({ parameters, conditions, either }: Choices): string =>
  Fn.join(' ', [
    parameters.UploadsBucketName.valueAsString,
    parameters.OutputsBucketName.valueAsString,
    parameters.BusName.valueAsString,
    parameters.ScanTag.valueAsString,
    parameters.MemoryMb.valueAsString,
    parameters.Architecture.valueAsString,
    parameters.ReadScans.valueAsString,
    Fn.select(1, Fn.split('nodejs', parameters.Runtime.valueAsString)),
    either(conditions.HasKmsKey, Fn.select(1, Fn.split('/', parameters.KmsKeyArn.valueAsString)), ''),
  ])

/** Publishes a version whenever code or settings change, and only then. */
export const addLive = (stack: Stack, choices: Choices, added: AddedFunction): LiveFunction => {
  const id = added.function.node.id
  const functionName = added.function.ref
  const version = new CfnVersion(stack, `${id}Version${added.build}`, {
    functionName,
    description: chosen(choices),
  })
  const alias = new CfnAlias(stack, `${id}Live`, {
    functionName,
    name: aliasName,
    functionVersion: version.attrVersion,
  })
  return { ...added, version, alias }
}

/** Lets a queue call a function, which tells of each message whether it is done. */
export const feed = (
  stack: Stack,
  id: string,
  { alias }: LiveFunction,
  props: { queueArn: string; concurrency: number; enabled?: string },
): CfnEventSourceMapping =>
  new CfnEventSourceMapping(stack, id, {
    functionName: alias.ref,
    eventSourceArn: props.queueArn,
    batchSize: 1,
    enabled: (props.enabled ?? true) as never,
    functionResponseTypes: ['ReportBatchItemFailures'],
    scalingConfig: { maximumConcurrency: props.concurrency },
  })
