import type { ListedUpload } from '../../../lib/submission/gaps.ts'
import { UsageError } from '../terminal/usage-error.ts'
import type { Installation } from './installation.ts'

export const installationOptions = {
  uploads: { type: 'string' },
  outputs: { type: 'string' },
  queue: { type: 'string' },
} as const

export interface InstallationValues {
  readonly uploads?: string | undefined
  readonly outputs?: string | undefined
  readonly queue?: string | undefined
}

const onAws = async ({ uploads, outputs, queue }: InstallationValues): Promise<Installation> => {
  const { openRemote, parseBucketAddress } = await import('../../../functions/aws/remote.ts')
  const { suffixes } = await import('../../../lib/readers/index.ts')
  const from = parseBucketAddress(uploads ?? '')
  const to = parseBucketAddress(outputs ?? '')
  if (!from || !to || !queue)
    throw new UsageError(
      '需要同时给出 --uploads s3://桶 --outputs s3://桶 --queue 队列地址 (all three; the stack’s outputs have them)',
    )
  const remote = openRemote(to, queue)
  // As the rule does: everything under a prefix, else what has a known ending.
  const known = (key: string) =>
    from.prefix !== '' || suffixes.some(suffix => key.toLowerCase().endsWith(suffix))
  async function* listed(): AsyncIterable<ListedUpload> {
    for await (const one of remote.uploads(from!)) if (known(one.upload.key)) yield one
  }
  return {
    outputs: remote.outputs,
    uploads: listed(),
    submit: async submission => {
      await remote.submit(submission)
      return true
    },
    close: async () => undefined,
  }
}

/**
 * The installation that the options name: buckets and a queue, or the two folders of the service on this machine.
 * `command` is the one that submits; null: things are only looked at.
 */
export const openInstallation = async (
  values: InstallationValues,
  command: string | null,
): Promise<Installation> => {
  const given = [values.uploads, values.outputs, values.queue].filter(value => value !== undefined)
  if (values.queue !== undefined || given.some(value => value.startsWith('s3://'))) return onAws(values)
  const { openFolders } = await import('./folders.ts')
  return openFolders(values.uploads ?? 'inbox', values.outputs ?? 'outbox', command)
}
