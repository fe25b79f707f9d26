/**
 * What the functions count; alarms and dashboard read these names. `Kept`, `Rejected` and `GaveUp` are 1 or 0,
 * so that their average is a share: `Kept` of the tries of messages that were converted and have come to their end,
 * those included whose function was killed, `Rejected` and `GaveUp` of the receipts. `ScanWaits` is how often an
 * upload has been put off for its malware scan so far, so that its maximum tells how long.
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
  'ScanWaits',
  'ScansHandedOn',
  'Unreadable',
  'Faults',
  'Gaps',
  'ConversionMilliseconds',
  'Gathered',
  'Swept',
  'RecordsDamaged',
  'SegmentsDamaged',
  'SeasonsMade',
  'SeasonEvents',
  'NoRoster',
  'BadLists',
] as const
export type MetricName = (typeof metricNames)[number]

export const metricNamespace = 'gongkai'
