import type { Stack } from 'aws-cdk-lib'
import type { CfnEventBus } from 'aws-cdk-lib/aws-events'
import { CfnEventSourceMapping, type CfnEventSourceMappingProps } from 'aws-cdk-lib/aws-lambda'
import type { ServiceBuckets } from '../buckets.ts'
import type { Choices } from '../choices.ts'
import type { Architecture } from '../engine-library.ts'
import { type AddedFunction, addFunction } from '../functions.ts'
import { allow, publishTo, receiveFrom, type Statement } from '../permissions.ts'
import { settings } from '../settings.ts'
import type { SeasonQueues } from './queues.ts'

export interface SeasonFunctions {
  readonly gather: AddedFunction
  readonly season: AddedFunction
  readonly feeds: readonly CfnEventSourceMapping[]
}

export interface AroundSeason {
  readonly places: ServiceBuckets
  readonly bus: CfnEventBus
  readonly code: Readonly<Record<Architecture, string>>
}

const readOutputs = ({ outputs }: ServiceBuckets): readonly Statement[] => [
  allow('ReadOutputs', ['s3:GetObject'], outputs.objects()),
  allow('FindOutputs', ['s3:ListBucket'], outputs.arn),
]

/** Two at least; the group of the messages lets one batch out at a time. */
const fewest = 2

/** Segments of what came, and the season of them: both read the outputs, and write where seasons stand. */
export const addSeasonFunctions = (
  stack: Stack,
  choices: Choices,
  queues: SeasonQueues,
  { places, bus, code }: AroundSeason,
): SeasonFunctions => {
  const { outputs } = places
  const environment = {
    OUTPUTS_BUCKET: outputs.name,
    UPLOAD_PREFIX: choices.parameters.UploadPrefix.valueAsString,
    SEASON_QUEUE_URL: queues.changes.ref,
  }
  const ask = allow('AskForSeasons', ['sqs:SendMessage'], queues.changes.attrArn)
  const gather = addFunction(stack, choices, {
    id: 'Gather',
    name: 'gather',
    code,
    description: 'What came of reports into segments, of which seasons are made',
    memoryMb: settings.gatherMemoryMb,
    timeoutSeconds: settings.gatherTimeoutSeconds,
    environment: { ...environment, ENGINE_MB: String(settings.gatherMemoryMb * settings.engineShare) },
    permissions: [
      ...readOutputs(places),
      allow('WriteSegments', ['s3:PutObject'], outputs.objects('season/segments/')),
      receiveFrom(queues.gather.attrArn),
      ask,
    ],
  })
  const season = addFunction(stack, choices, {
    id: 'MakeSeason',
    name: 'season',
    code,
    description: 'The reports of a year beside each other, when something has changed and every day',
    memoryMb: settings.seasonMemoryMb,
    timeoutSeconds: settings.seasonTimeoutSeconds,
    environment: {
      ...environment,
      BUS_ARN: bus.attrArn,
      ENGINE_MB: String(settings.seasonMemoryMb * settings.engineShare),
    },
    permissions: [
      ...readOutputs(places),
      allow(
        'WriteSeasons',
        ['s3:PutObject'],
        [outputs.objects('season/'), outputs.objects('.gongkai/season/')],
      ),
      publishTo(bus.attrArn),
      receiveFrom(queues.changes.attrArn),
      ask,
    ],
    more: { ephemeralStorage: { size: settings.seasonDiskMb } },
  })
  const feed = (id: string, props: CfnEventSourceMappingProps) =>
    new CfnEventSourceMapping(stack, id, {
      ...props,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: fewest },
    })
  const feeds = [
    feed('GatherFeed', {
      functionName: gather.function.ref,
      eventSourceArn: queues.gather.attrArn,
      batchSize: settings.gatherBatch,
      maximumBatchingWindowInSeconds: settings.gatherWindowSeconds,
    }),
    feed('SeasonFeed', {
      functionName: season.function.ref,
      eventSourceArn: queues.changes.attrArn,
      batchSize: 10,
    }),
  ]
  return { gather, season, feeds }
}
