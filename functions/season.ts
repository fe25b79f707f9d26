import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context, SQSEvent } from 'aws-lambda'
import { eventBridgeClient, s3Client } from './aws/clients.ts'
import { eventBridgeBus } from './aws/event-bridge-bus.ts'
import { s3Files } from './aws/s3-files.ts'
import { s3Store } from './aws/s3-store.ts'
import { askForSeasons, handOutAgain } from './aws/season-queue.ts'
import { sqsClient } from './aws/sqs-client.ts'
import { required } from './environment.ts'
import { count, errorFields, logger, metrics } from './observe.ts'
import type { YearPorts } from './year/ports.ts'
import { runSeasons } from './year/run-seasons.ts'

/** Kept for what has been begun. */
const reserveMs = 120_000

/** Until a message is handed out again whose run failed. */
const pauseSeconds = 120

const open = (context: () => Context) => {
  const bucket = required(process.env, 'OUTPUTS_BUCKET')
  const client = s3Client()
  const memoryMb = Number(required(process.env, 'ENGINE_MB'))
  const ports: YearPorts = {
    outputs: s3Store(client, bucket),
    outputsBucket: bucket,
    putFile: s3Files(client, bucket),
    uploadPrefix: process.env['UPLOAD_PREFIX'] ?? '',
    bus: eventBridgeBus({ client: eventBridgeClient(), busArn: required(process.env, 'BUS_ARN') }),
    scratch: join(tmpdir(), 'gongkai-season'),
    openEngine: async () => (await import('./season/engine.ts')).openEngine({ memoryMb }),
    writeFiles: async (...given) => (await import('./season/write-season.ts')).writeSeasonFiles(...given),
    now: () => new Date(),
    goesOn: () => context().getRemainingTimeInMillis() > reserveMs,
  }
  return { ports, queue: sqsClient(), queueUrl: required(process.env, 'SEASON_QUEUE_URL') }
}

let opened: ReturnType<typeof open> | undefined
let running: Context | undefined

const isThorough = (body: string): boolean => {
  try {
    return JSON.parse(body).thorough === true
  } catch {
    return false
  }
}

const run = async (bodies: readonly string[], context: Context): Promise<void> => {
  running = context
  opened ??= open(() => running!)
  const { ports, queue, queueUrl } = opened
  const thorough = bodies.length === 0 || bodies.some(isThorough)
  const end = await runSeasons({ thorough }, ports)
  logger.info('seasons', { end, thorough })
  count('NoRoster', end === 'noRoster' ? 1 : 0)
  count('BadLists', end === 'badLists' ? 1 : 0)
  if (end === 'goesOn') await askForSeasons(queue, queueUrl, { thorough: true }, context.awsRequestId)
}

/**
 * Makes the seasons that have changed: called by its queue, which hands out one batch at a time, or directly. Any number
 * of messages ask for the same. Throws where it did not come to its end: the messages come again.
 */
export const handler = async (event: Partial<SQSEvent>, context: Context): Promise<void> => {
  logger.addContext(context)
  const { Records = [] } = event ?? {}
  try {
    await run(
      Records.map(({ body }) => body),
      context,
    )
  } catch (error) {
    logger.error('no season was made', errorFields(error))
    if (opened)
      await handOutAgain(
        opened.queue,
        opened.queueUrl,
        Records.map(({ receiptHandle }) => receiptHandle),
        pauseSeconds,
      ).catch(again => logger.warn('not handed out sooner', errorFields(again)))
    throw error
  } finally {
    metrics.publishStoredMetrics()
  }
}
