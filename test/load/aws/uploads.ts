import { eventSample, objectCreated } from '../../support/deployed.ts'
import { etagOf, type FakeAws } from '../../support/fake-aws.ts'
import { type Wanted, wantedOf } from '../check/wanted.ts'
import type { Chance } from '../documents/kinds.ts'
import type { Submission } from '../documents/submission.ts'

const bucket = 'example-uploads'

/** S3 encodes keys in its own notifications, EventBridge does not. */
const encoded = (key: string): string => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')

const notification = (key: string, versionId: string, sequencer: string, size: number, eTag: string) => {
  const sample = eventSample('upload/s3-notification/v1.key-is-encoded')
  const [record] = sample.Records
  const object = { ...record.s3.object, key: encoded(key), versionId, sequencer, size, eTag }
  return { Records: [{ ...record, s3: { ...record.s3, object } }] }
}

/** Puts every version into the bucket; gives what must come of it, and the messages that tell of it. */
export const putUploads = (aws: FakeAws, submissions: readonly Submission[], chance: Chance) => {
  const wanted: Wanted[] = []
  const messages: string[] = []
  let clock = 0x67a00000
  for (const submission of submissions) {
    const { key, versions } = submission
    const ids = versions.map(({ bytes }) => aws.put(`${bucket}/${key}`, bytes).version)
    wanted.push(...wantedOf(submission, (_, at) => ids[at]!))
    versions.forEach(({ bytes }, at) => {
      clock += 1
      const sequencer = clock.toString(16).toUpperCase().padStart(10, '0') + 'A1'.repeat(chance(4))
      const [etag, size] = [etagOf(bytes), bytes.length]
      const told =
        chance(4) === 0
          ? notification(key, ids[at]!, sequencer, size, etag)
          : objectCreated(key, { 'version-id': ids[at]!, sequencer, size, etag })
      messages.push(JSON.stringify(told))
    })
  }
  return { wanted, messages }
}
