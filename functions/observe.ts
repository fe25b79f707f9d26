import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { ReportEvent } from '../events/types.ts'
import { PermanentFailure, TransientFailure } from '../lib/submission/errors.ts'
import type { Receipt } from '../lib/submission/receipt.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import type { Delivery } from './delivery.ts'
import { type MetricName, metricNamespace } from './metric-names.ts'

export const logger = new Logger()
export const metrics = new Metrics({ namespace: metricNamespace })

export const count = (name: Exclude<MetricName, 'ConversionMilliseconds' | 'Faults'>, value = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, value)
}

export const countMilliseconds = (milliseconds: number): void => {
  metrics.addMetric('ConversionMilliseconds', MetricUnit.Milliseconds, milliseconds)
}

/** Counts a file that the converter failed at, by the version of the function: a new one may have to go back. */
export const countFault = (): void => {
  const metric = metrics.singleMetric()
  metric.addDimension('version', process.env['AWS_LAMBDA_FUNCTION_VERSION'] ?? '$LATEST')
  metric.addMetric('Faults', MetricUnit.Count, 1)
}

/**
 * Counts a message that has come to its end after conversions: one try that was kept or not, and before it those that
 * ended with the function killed or the message given back. Only the queue knows of them all.
 */
export const countTries = (kept: boolean, received: number): void => {
  count('Kept', kept ? 1 : 0)
  for (let earlier = 1; earlier < received; earlier += 1) count('Kept', 0)
}

/**
 * The first line about a submission. Its names are in every line from here to `logger.resetKeys()`, and this one
 * stays where the function is killed.
 */
export const logTaken = (
  { upload, again }: Submission,
  { from, received, code }: Delivery,
  run: string,
): void => {
  const { bucket, key, version, size, sequencer } = upload
  logger.resetKeys()
  logger.appendKeys({ key, version, run, received })
  logger.info('taken', { bucket, size, sequencer, again, from, ...(code === null ? {} : { code }) })
}

const eventFields = (event: ReportEvent) => ({
  eventId: event.id,
  eventType: event.type,
  ...(event.type === 'gongkai.report.validated.v1'
    ? { verdict: event.data.verdict, counts: event.data.counts, brokenChecks: event.data.brokenChecks }
    : {}),
  ...(event.type === 'gongkai.report.rejected.v1' ? { code: event.data.problem.code } : {}),
  ...(event.type === 'gongkai.report.conversion-failed.v1' ? { code: event.data.failure.code } : {}),
})

export const receiptFields = ({ outcome, run, event, converter, outputs, unpacked }: Receipt) => ({
  outcome,
  ...(run === null ? {} : { run }),
  converter: converter.version,
  build: converter.build,
  outputBytes: outputs.reduce((sum, file) => sum + file.size, 0),
  ...(unpacked ? { files: unpacked.files.length } : {}),
  ...(event ? eventFields(event) : {}),
})

/** Names that say what failed. An error's message is left out unless it is ours: it may quote the document. */
export const errorFields = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const ours = error instanceof TransientFailure || error instanceof PermanentFailure
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(ours ? { reason: error.message } : { frames: frames.slice(0, 8).map(line => line.trim()) }),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  }
}
