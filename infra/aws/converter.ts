import type { Stack } from 'aws-cdk-lib'
import type { CfnEventBus } from 'aws-cdk-lib/aws-events'
import type { ServiceBuckets } from './buckets.ts'
import type { FunctionName } from './bundle.ts'
import type { Choices } from './choices.ts'
import { type AddedFunction, addFunction, feed } from './functions.ts'
import { publishTo, readUploads, receiveFrom, sendTo, writeOutputs } from './permissions.ts'
import type { Queues } from './queues.ts'
import { settings } from './settings.ts'

export interface Converter {
  readonly convert: AddedFunction
  readonly giveUp: AddedFunction
}

interface Around {
  readonly choices: Choices
  readonly places: ServiceBuckets
  readonly queues: Queues
  readonly bus: CfnEventBus
  readonly codeOf: (name: FunctionName) => string
}

/** The two functions of the path, each with just the rights it needs, and the queues that call them. */
export const addConverter = (stack: Stack, { choices, places, queues, bus, codeOf }: Around): Converter => {
  const { parameters } = choices
  const environment = {
    UPLOADS_BUCKET: places.uploads.name,
    OUTPUTS_BUCKET: places.outputs.name,
    BUS_ARN: bus.attrArn,
    SCAN_TAG: parameters.ScanTag.valueAsString,
  }
  const work = [...readUploads(choices, places), ...writeOutputs(places), publishTo(bus.attrArn)]
  const convert = addFunction(stack, choices, {
    id: 'Convert',
    name: 'convert',
    code: codeOf('convert'),
    description: 'Uploads to outputs and one event each',
    memoryMb: parameters.MemoryMb.valueAsNumber,
    environment: { ...environment, QUEUE_URL: queues.uploads.ref },
    permissions: [...work, receiveFrom(queues.uploads.attrArn), sendTo(queues.uploads.attrArn)],
  })
  const giveUp = addFunction(stack, choices, {
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
    batchSize: 1,
    concurrency: parameters.Concurrency.valueAsNumber,
  })
  feed(stack, 'DeadLettersFeed', giveUp, {
    queueArn: queues.deadLetters.attrArn,
    batchSize: 1,
    concurrency: settings.giveUpConcurrency,
  })
  return { convert, giveUp }
}
