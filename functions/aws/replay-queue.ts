import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type * as z from 'zod'
import type { replayV1 } from '../../events/upload/replay/v1.ts'
import type { Submission } from '../../lib/submission/uploads-in.ts'
import { submissionError } from './errors.ts'

/** Our own message about one version, as the function takes it. */
const replayMessage = ({ upload, again, withdraw, returned = 0 }: Submission): z.input<typeof replayV1> => {
  const { bucket, key, version, versionKind = 'id', sequencer, size, archive } = upload
  const inside = archive === undefined ? {} : { archive }
  const identity = { bucket, key, version, versionKind, ...inside, sequencer, size } as const
  const more = withdraw === undefined ? {} : { withdraw }
  return { schema: 'gongkai.replay/1', ...identity, again, returned, ...more }
}

/**
 * The body of a message. SQS takes what XML 1.0 may hold, but a name may hold anything: JSON escapes all of the rest
 * but these two.
 */
export const messageBody = (submission: Submission): string =>
  JSON.stringify(replayMessage(submission)).replaceAll(/[\ufffe\uffff]/g, character =>
    character === '\ufffe' ? '\\ufffe' : '\\uffff',
  )

/**
 * What an operator hands in again is one group of the queue, which is a standard one: where a group takes up its
 * readers, SQS hands out the messages of others first. New uploads have none, so that each counts for itself.
 */
const replayGroup = 'replay'

/** Sends submissions to the queue that the function reads. */
export const replayQueue =
  (client: SQSClient, queueUrl: string) =>
  async (submission: Submission): Promise<void> => {
    const input = {
      QueueUrl: queueUrl,
      MessageBody: messageBody(submission),
      MessageGroupId: replayGroup,
    }
    await client.send(new SendMessageCommand(input)).catch(error => {
      throw submissionError('SendMessage', error)
    })
  }
