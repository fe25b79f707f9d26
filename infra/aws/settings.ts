/** Numbers that belong together; `test/infra/aws` holds the template to their relations. */
export const settings = {
  functionTimeoutSeconds: 60,
  /** AWS advises six times the function's timeout: a message must not come back while it is in work. */
  visibilitySeconds: 360,
  maxReceiveCount: 5,
  /** The most that SQS takes, for every queue: what is older is dropped, and a holiday is longer than a week. */
  retentionSeconds: 14 * 24 * 3600,
  ruleRetries: 185,
  ruleMaximumAgeSeconds: 24 * 3600,
  giveUpMemoryMb: 512,
  notifyMemoryMb: 256,
  giveUpConcurrency: 2,
  reconcileMemoryMb: 1769,
  /** The most that a function may take. */
  reconcileTimeoutSeconds: 900,
  /** Half past two at night in China; the function is called then unless the operator says otherwise. */
  reconcileSchedule: 'cron(30 18 * * ? *)',
  /** Time for a scanner to mark an upload before it is first looked at. */
  scanDelaySeconds: 60,
} as const
