import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type * as z from 'zod'
import type { replayV1 } from '../../events/upload/replay/v1.ts'
import type { Submission } from '../../lib/submission/uploads-in.ts'
import { submissionError } from './errors.ts'

/** Our own message about one version, as the function takes it. */
export const replayMessage = ({ upload, again }: Submission): z.input<typeof replayV1> => {
  const { bucket, key, version, versionKind = 'id', sequencer, size, archive } = upload
  const inside = archive === undefined ? {} : { archive }
  return { schema: 'gongkai.replay/1', bucket, key, version, versionKind, ...inside, sequencer, size, again }
}

/** Sends submissions to the queue that the function reads. */
export const replayQueue =
  (client: SQSClient, queueUrl: string) =>
  async (submission: Submission): Promise<void> => {
    const input = { QueueUrl: queueUrl, MessageBody: JSON.stringify(replayMessage(submission)) }
    await client.send(new SendMessageCommand(input)).catch(error => {
      throw submissionError('SendMessage', error)
    })
  }
