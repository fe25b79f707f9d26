import type { ListedUpload } from '../../../lib/submission/gaps.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { Submission } from '../../../lib/submission/uploads-in.ts'
import { UsageError } from '../commands/usage-error.ts'

/** Where a service keeps its things, on this machine or on AWS. */
export interface Place {
  readonly outputs: Store
  /** Uploads that the service would look at. */
  readonly uploads: AsyncIterable<ListedUpload>
  /** Hands one version to the service. False where that version is there no more. */
  readonly submit: (submission: Submission) => Promise<boolean>
  readonly close: () => Promise<void>
}

export const placeOptions = {
  uploads: { type: 'string' },
  outputs: { type: 'string' },
  queue: { type: 'string' },
} as const

export interface PlaceValues {
  readonly uploads?: string | undefined
  readonly outputs?: string | undefined
  readonly queue?: string | undefined
}

const onAws = async ({ uploads, outputs, queue }: PlaceValues): Promise<Place> => {
  const { openRemote, parseBucketAddress } = await import('../../../functions/aws/remote.ts')
  const { suffixes } = await import('../../../lib/submission/suffixes.ts')
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
 * The place that the options name: buckets and a queue, or the two folders of the service on this machine.
 * `command` is the one that submits; null: things are only looked at.
 */
export const openPlace = async (values: PlaceValues, command: string | null): Promise<Place> => {
  const given = [values.uploads, values.outputs, values.queue].filter(value => value !== undefined)
  if (values.queue !== undefined || given.some(value => value.startsWith('s3://'))) return onAws(values)
  const { openFolders } = await import('./folders.ts')
  return openFolders(values.uploads ?? 'inbox', values.outputs ?? 'outbox', command)
}
