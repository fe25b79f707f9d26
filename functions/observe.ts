import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { ReportEvent } from '../events/types.ts'
import type { Receipt } from '../lib/submission/receipt.ts'
import type { Upload } from '../lib/submission/upload.ts'
import { type MetricName, metricNamespace } from './metric-names.ts'

export const logger = new Logger()
export const metrics = new Metrics({ namespace: metricNamespace })

export const count = (name: Exclude<MetricName, 'ConversionMilliseconds'>, value = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, value)
}

export const countMilliseconds = (milliseconds: number): void => {
  metrics.addMetric('ConversionMilliseconds', MetricUnit.Milliseconds, milliseconds)
}

export const uploadFields = ({ bucket, key, version, size, sequencer }: Upload) => ({
  bucket,
  key,
  version,
  size,
  sequencer,
})

const eventFields = (event: ReportEvent) => ({
  eventId: event.id,
  eventType: event.type,
  ...(event.type === 'gongkai.report.validated.v1'
    ? { verdict: event.data.verdict, counts: event.data.counts, brokenChecks: event.data.brokenChecks }
    : {}),
  ...(event.type === 'gongkai.report.rejected.v1' ? { code: event.data.problem.code } : {}),
  ...(event.type === 'gongkai.report.conversion-failed.v1' ? { code: event.data.failure.code } : {}),
})

export const receiptFields = ({ outcome, event, converter, outputs, unpacked }: Receipt) => ({
  outcome,
  converter: converter.version,
  outputBytes: outputs.reduce((sum, file) => sum + file.size, 0),
  ...(unpacked ? { files: unpacked.files.length } : {}),
  ...(event ? eventFields(event) : {}),
})

/** Names that say what failed. An error's message is left out unless it is ours: it may quote the document. */
export const errorFields = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const ours = ['TransientFailure', 'PermanentFailure', 'DeadlineReached', 'NotClean', 'NotOurs'].includes(
    error.name,
  )
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(ours ? { reason: error.message } : { frames: frames.slice(0, 8).map(line => line.trim()) }),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  }
}
