import { UsageError } from '../terminal/usage-error.ts'
import type { Installation, Purpose } from './installation.ts'

export interface InstallationValues {
  readonly uploads?: string | undefined
  readonly outputs?: string | undefined
  readonly queue?: string | undefined
  /** Of folders; on AWS the stack's parameter says it. */
  readonly 'no-scans'?: boolean
}

/** What begins with both; null where nothing can. */
const both = (a: string, b: string): string | null => (a.startsWith(b) ? a : b.startsWith(a) ? b : null)

const onAws = async (
  { uploads = '', outputs = '', queue }: InstallationValues,
  { command, prefix: wanted }: Purpose,
): Promise<Installation> => {
  const { openRemote, parseBucketAddress } = await import('../../../functions/aws/remote.ts')
  const from = parseBucketAddress(uploads)
  const to = parseBucketAddress(outputs)
  if (!from || !to || (command !== null && !queue))
    throw new UsageError({
      zh: '需要同时给出 --uploads s3://桶 --outputs s3://桶 --queue 队列地址，见堆栈的输出。',
      en: 'Give all three: --uploads, --outputs and --queue; the stack’s outputs have them.',
    })
  if (queue !== undefined && !URL.canParse(queue))
    throw new UsageError({
      zh: `--queue 应为队列的地址，如 https://sqs…，不能是“${queue}”。`,
      en: `--queue is the address of a queue, such as https://sqs…, not "${queue}".`,
    })
  if (to.prefix !== '')
    throw new UsageError({
      zh: `--outputs 是整个存储桶，不带前缀：${outputs}。`,
      en: `--outputs is the whole bucket, without a prefix: ${outputs}.`,
    })
  const prefix = both(from.prefix, wanted)
  if (prefix === null)
    throw new UsageError({
      zh: `${wanted} 不在 ${uploads} 之下。`,
      en: `${wanted} is not below ${uploads}.`,
    })
  const remote = await openRemote(from, to, command === null ? null : queue!)
  return {
    outputs: remote.outputs,
    prefix,
    uploads: after => remote.uploads(prefix, after),
    quarantine: 'quarantine/',
    atOnce: 16,
    submit: async submission => {
      await remote.submit(submission)
      return true
    },
    close: async () => undefined,
  }
}

/** The installation that the options name: buckets and a queue, or the two folders of the service on this machine. */
export const openInstallation = async (
  values: InstallationValues,
  purpose: Purpose,
): Promise<Installation> => {
  const given = [values.uploads, values.outputs, values.queue].filter(value => value !== undefined)
  if (values.queue !== undefined || given.some(value => value.startsWith('s3://')))
    return onAws(values, purpose)
  const { openFolders } = await import('./folders.ts')
  const scans = !values['no-scans']
  return openFolders(values.uploads ?? 'inbox', values.outputs ?? 'outbox', { ...purpose, scans })
}
