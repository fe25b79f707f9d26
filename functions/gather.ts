import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { s3Client } from './aws/clients.ts'
import { s3Store } from './aws/s3-store.ts'
import { askForSeasons } from './aws/season-queue.ts'
import { sqsClient } from './aws/sqs-client.ts'
import { required } from './environment.ts'
import { count, errorFields, logger, metrics } from './observe.ts'
import { gatherMessages } from './year/gather-messages.ts'
import type { GatherPorts } from './year/ports.ts'
import { hashOf } from './year/sha256.ts'

const open = () => {
  const bucket = required(process.env, 'OUTPUTS_BUCKET')
  const queueUrl = required(process.env, 'SEASON_QUEUE_URL')
  const memoryMb = Number(required(process.env, 'ENGINE_MB'))
  const queue = sqsClient()
  const ports: GatherPorts = {
    outputs: s3Store(s3Client(), bucket),
    outputsBucket: bucket,
    uploadPrefix: process.env['UPLOAD_PREFIX'] ?? '',
    scratch: join(tmpdir(), 'gongkai-gather'),
    openEngine: async () => (await import('./season/engine.ts')).openEngine({ memoryMb }),
  }
  return {
    ports,
    ask: (keys: readonly string[]) => askForSeasons(queue, queueUrl, { thorough: false }, hashOf(keys)),
  }
}

let opened: ReturnType<typeof open> | undefined

/**
 * What was told of reports, into segments of which seasons are made. The same messages give the same segments; a message
 * whose result cannot be read goes back to the queue alone. Where nothing can be kept, all go back.
 */
export const handler = async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  logger.addContext(context)
  try {
    opened ??= open()
    const { keys, records, failed } = await gatherMessages(Records, opened.ports)
    if (keys.length > 0) await opened.ask(keys)
    count('Gathered', records)
    logger.info('gathered', { records, segments: keys.length, failed: failed.length })
    return { batchItemFailures: failed.map(itemIdentifier => ({ itemIdentifier })) }
  } catch (error) {
    logger.error('nothing was kept', errorFields(error))
    throw error
  } finally {
    metrics.publishStoredMetrics()
  }
}
