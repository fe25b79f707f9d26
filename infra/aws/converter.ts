import type { Stack } from 'aws-cdk-lib'
import type { CfnEventBus } from 'aws-cdk-lib/aws-events'
import type { ServiceBuckets } from './buckets.ts'
import type { BundleName } from './bundle.ts'
import type { Choices } from './choices.ts'
import { addFunction, type FunctionOptions } from './functions.ts'
import { addLive, feed, type LiveFunction } from './live.ts'
import { handOnTo, publishTo, readUploads, receiveFrom, sendTo, writeOutputs } from './permissions.ts'
import type { Queues } from './queues.ts'
import { settings } from './settings.ts'

export interface Converter {
  readonly convert: LiveFunction
  readonly readScan: LiveFunction
  readonly giveUp: LiveFunction
}

interface Around {
  readonly choices: Choices
  readonly places: ServiceBuckets
  readonly queues: Queues
  readonly bus: CfnEventBus
  readonly codeOf: (name: BundleName) => string
}

/** The functions of the path, each with just the rights it needs, and the queues that call them. */
export const addConverter = (stack: Stack, { choices, places, queues, bus, codeOf }: Around): Converter => {
  const { parameters, conditions, either } = choices
  const environment = {
    UPLOADS_BUCKET: places.uploads.name,
    OUTPUTS_BUCKET: places.outputs.name,
    BUS_ARN: bus.attrArn,
    QUEUE_URL: queues.uploads.ref,
    SCAN_TAG: parameters.ScanTag.valueAsString,
  }
  const work = [
    ...readUploads(choices, places),
    ...writeOutputs(places),
    publishTo(bus.attrArn),
    sendTo(queues.uploads.attrArn),
  ]
  const add = (options: FunctionOptions) => addLive(stack, choices, addFunction(stack, choices, options))
  const convert = add({
    id: 'Convert',
    name: 'convert',
    code: codeOf('convert'),
    description: 'Uploads to outputs and one event each',
    memoryMb: parameters.MemoryMb.valueAsNumber,
    environment: {
      ...environment,
      SCANS_QUEUE_URL: either(conditions.ReadsScans, queues.scans.ref, ''),
    },
    permissions: [...work, receiveFrom(queues.uploads.attrArn), handOnTo(queues.scans.attrArn)],
  })
  const readScan = add({
    id: 'ReadScan',
    name: 'read-scan',
    code: codeOf('read-scan'),
    description: 'Scans to outputs and one event each',
    memoryMb: settings.readScanMemoryMb,
    timeoutSeconds: settings.readScanTimeoutSeconds,
    environment,
    permissions: [...work, receiveFrom(queues.scans.attrArn)],
  })
  const giveUp = add({
    id: 'GiveUp',
    name: 'give-up',
    code: codeOf('give-up'),
    description: 'Ends what could not be converted: a copy, a reason, an event',
    memoryMb: settings.giveUpMemoryMb,
    environment,
    permissions: [...work, receiveFrom(queues.deadLetters.attrArn)],
  })
  feed(stack, 'UploadsFeed', convert, {
    queueArn: queues.uploads.attrArn,
    concurrency: parameters.Concurrency.valueAsNumber,
    enabled: either(conditions.IsPaused, false, true),
  })
  feed(stack, 'ScansFeed', readScan, {
    queueArn: queues.scans.attrArn,
    concurrency: settings.readScanConcurrency,
    enabled: either(conditions.IsPaused, false, true),
  })
  feed(stack, 'DeadLettersFeed', giveUp, {
    queueArn: queues.deadLetters.attrArn,
    concurrency: settings.giveUpConcurrency,
  })
  return { convert, readScan, giveUp }
}
