/**
 * What the functions count; alarms and dashboard read these names. `Kept`, `Rejected` and `GaveUp` are 1 or 0,
 * so that their average is a share.
 */
export const metricNames = [
  'Conversions',
  'Kept',
  'Committed',
  'Rejected',
  'GaveUp',
  'Repeated',
  'Skipped',
  'Retried',
  'Unreadable',
  'ConversionMilliseconds',
] as const
export type MetricName = (typeof metricNames)[number]

export const metricNamespace = 'gongkai'
