import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { submissionError } from './errors.ts'

/** All messages are one group: the queue hands out none while one is in work, so that seasons are made one at a time. */
const group = 'season'

/**
 * Asks for the seasons to be looked at. `id`: the same within five minutes is asked once, which is enough where both
 * mean the same change.
 */
export const askForSeasons = async (
  client: SQSClient,
  queueUrl: string,
  body: { readonly thorough: boolean },
  id: string,
): Promise<void> => {
  const input = {
    QueueUrl: queueUrl,
    MessageBody: JSON.stringify(body),
    MessageGroupId: group,
    MessageDeduplicationId: id,
  }
  await client.send(new SendMessageCommand(input)).catch(error => {
    throw submissionError('SendMessage', error)
  })
}

/** Has a message handed out again soon, not only when its time in work is over. */
export const handOutAgain = async (
  client: SQSClient,
  queueUrl: string,
  receipts: readonly string[],
  seconds: number,
): Promise<void> => {
  for (const ReceiptHandle of receipts)
    await client
      .send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: seconds }),
      )
      .catch(error => {
        throw submissionError('ChangeMessageVisibility', error)
      })
}
