import { Aws, Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { type MetricName, metricNamespace } from '../../functions/metric-names.ts'

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
