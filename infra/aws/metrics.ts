import { Aws, Duration, Fn } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { type MetricName, metricNamespace } from '../../functions/metric-names.ts'
import { aliasName, type LiveFunction } from './live.ts'

const fiveMinutes = Duration.minutes(5)

/** A number that the functions count, for this stack. */
export const ownMetric = (metricName: MetricName, statistic = 'Sum', period = fiveMinutes): Metric =>
  new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: Aws.STACK_NAME },
    statistic,
    period,
  })

/** The same, of one version of a function alone. */
export const ownMetricOf = ({ version }: LiveFunction, metricName: MetricName): Metric =>
  new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: Aws.STACK_NAME, version: version.attrVersion },
    statistic: 'Sum',
    period: fiveMinutes,
  })

/** What Lambda counts of one version while it takes over the alias. */
export const versionMetric = ({ function: { ref }, version }: LiveFunction, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: {
      FunctionName: ref,
      Resource: Fn.join(':', [ref, aliasName]),
      ExecutedVersion: version.attrVersion,
    },
    statistic: 'Sum',
    period: fiveMinutes,
  })

export const queueMetric = (queueName: string, metricName: string, statistic: string): Metric =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: queueName },
    statistic,
    period: fiveMinutes,
  })

export const functionMetric = (functionName: string, metricName: string, statistic: string): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionName },
    statistic,
    period: fiveMinutes,
  })

export const ruleMetric = (dimensions: Readonly<Record<string, string>>, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/Events',
    metricName,
    dimensionsMap: { ...dimensions },
    statistic: 'Sum',
    period: fiveMinutes,
  })
