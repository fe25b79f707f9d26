import { S3Client } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Store } from '../../lib/submission/ports.ts'
import type { ListedUpload } from '../../lib/submission/stretches.ts'
import type { Submission } from '../../lib/submission/uploads-in.ts'
import type { BucketAddress } from './bucket-address.ts'
import { submissionError } from './errors.ts'
import { explained, RemoteTrouble, wrongRegion } from './remote-trouble.ts'
import { replayQueue } from './replay-queue.ts'
import { s3Store } from './s3-store.ts'
import { listUploads } from './upload-listing.ts'

export { parseBucketAddress } from './bucket-address.ts'

/** What an operator's commands need of the service on AWS. Whatever goes wrong there is a RemoteTrouble. */
export interface Remote {
  readonly outputs: Store
  readonly uploads: (prefix: string, after: string) => AsyncIterable<ListedUpload>
  readonly submit: (submission: Submission) => Promise<void>
}

/** Connections at once, more than listings and reads go on at once. */
const client = () =>
  new S3Client({ requestHandler: { httpsAgent: { maxSockets: 96 }, httpAgent: { maxSockets: 96 } } })

type Explain = (error: unknown) => Promise<never>

const held =
  <Given extends readonly unknown[], Result>(
    run: (...given: Given) => Promise<Result>,
    explain: Explain,
  ): ((...given: Given) => Promise<Result>) =>
  (...given) =>
    run(...given).catch(explain)

async function* heldList<T>(items: AsyncIterable<T>, explain: Explain): AsyncIterable<T> {
  try {
    yield* items
  } catch (error) {
    await explain(error)
  }
}

const heldStore = (store: Store, explain: Explain): Store => ({
  get: held(store.get, explain),
  put: held(store.put, explain),
  putIfAbsent: held(store.putIfAbsent, explain),
  putIfMatch: held(store.putIfMatch, explain),
  list: (prefix, after) => heldList(store.list(prefix, after), explain),
})

/** Asks the queue anything, so that a wrong address shows at once; the right to ask is not needed. */
const reachQueue = async (queue: SQSClient, QueueUrl: string): Promise<void> => {
  try {
    await queue.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  } catch (error) {
    if ((error as Error).name.startsWith('AccessDenied')) return
    throw submissionError('GetQueueAttributes', error)
  }
}

/** A queue's address names its region; a request signed for another is refused as if the credentials were wrong. */
const demandRegion = (queueUrl: string, region: string | null): void => {
  const [, elsewhere = region] = /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\./.exec(queueUrl) ?? []
  if (region !== null && elsewhere !== region)
    throw new RemoteTrouble(
      wrongRegion({ place: queueUrl, region, elsewhere, operation: 'GetQueueAttributes' }),
    )
}

/** The service on AWS. Region and credentials come from the environment. `queueUrl`: null for who submits nothing. */
export const openRemote = async (
  uploads: BucketAddress,
  outputs: BucketAddress,
  queueUrl: string | null,
): Promise<Remote> => {
  const s3 = client()
  const sqs = new SQSClient({})
  const region = await s3.config.region().catch(() => null)
  const explains =
    (place: string): Explain =>
    async error => {
      throw explained(error, { place, region })
    }
  const ofUploads = explains(`s3://${uploads.bucket}`)
  const ofOutputs = explains(`s3://${outputs.bucket}`)
  const ofQueue = explains(queueUrl ?? '')
  if (queueUrl !== null) {
    demandRegion(queueUrl, region)
    await reachQueue(sqs, queueUrl).catch(ofQueue)
  }
  return {
    outputs: heldStore(s3Store(s3, outputs.bucket), ofOutputs),
    uploads: (prefix, after) => heldList(listUploads(s3, { ...uploads, prefix }, after), ofUploads),
    submit: held(replayQueue(sqs, queueUrl ?? ''), ofQueue),
  }
}
