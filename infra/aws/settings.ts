import { limits } from '../../lib/readers/limits.ts'

/** Numbers that belong together; `test/infra/aws` holds the template to their relations. */
export const settings = {
  functionTimeoutSeconds: limits.work.seconds,
  /** AWS advises six times the function's timeout: a message must not come back while it is in work. */
  visibilitySeconds: 360,
  maxReceiveCount: 5,
  /** Models and one page of a scan at a time take a third of it; it is as much as gives a whole processor and a bit. */
  readScanMemoryMb: 2048,
  readScanTimeoutSeconds: limits.scans.seconds,
  readScanVisibilitySeconds: 6 * limits.scans.seconds,
  readScanConcurrency: 10,
  /** The most that SQS takes, for every queue: what is older is dropped, and a holiday is longer than a week. */
  retentionSeconds: 14 * 24 * 3600,
  ruleRetries: 185,
  ruleMaximumAgeSeconds: 24 * 3600,
  /** It keeps a copy of what is given up, and the largest archive stands in memory once. */
  giveUpMemoryMb: 1024,
  notifyMemoryMb: 256,
  giveUpConcurrency: 2,
  reconcileMemoryMb: 1769,
  /** The most that a function may take. */
  reconcileTimeoutSeconds: 900,
  /** Half past two at night in China; the function is called then unless the operator says otherwise. */
  reconcileSchedule: 'cron(30 18 * * ? *)',
  gatherMemoryMb: 1769,
  gatherTimeoutSeconds: 120,
  /** What one segment is made of. */
  gatherBatch: 1000,
  gatherWindowSeconds: 300,
  /** Six times the timeout, and the time that a batch is waited for. */
  gatherVisibilitySeconds: 1080,
  seasonMemoryMb: 3008,
  seasonTimeoutSeconds: 600,
  seasonVisibilitySeconds: 3600,
  /** Segments, and one season while it is written. */
  seasonDiskMb: 4096,
  /** Changes within that time are looked at together. */
  seasonDelaySeconds: 60,
  /** Ten past midnight in China: a deadline that has passed is one then. */
  seasonSchedule: 'cron(10 16 * * ? *)',
  /** Of the memory, for tables and joins; results and files being written come on top. */
  engineShare: 0.5,
  /** A query of Athena that reads more is stopped: the nation's reports of many years are far less. */
  athenaMostBytes: 1024 ** 3,
  /** Days that answers of Athena are kept. */
  answerDays: 30,
  /** Time for a scanner to mark an upload before it is first looked at. */
  scanDelaySeconds: 60,
} as const
