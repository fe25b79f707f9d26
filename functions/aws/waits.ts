import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { submissionError } from './errors.ts'
import { sqsClient } from './sqs-client.ts'

/** Whether a queue has messages, those that are in work or put off included; about, as SQS counts them. */
export const hasMessages = async (queueUrl: string): Promise<boolean> => {
  const AttributeNames = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesNotVisible',
    'ApproximateNumberOfMessagesDelayed',
  ] as const
  const input = { QueueUrl: queueUrl, AttributeNames: [...AttributeNames] }
  const { Attributes = {} } = await sqsClient()
    .send(new GetQueueAttributesCommand(input))
    .catch(error => {
      throw submissionError('GetQueueAttributes', error)
    })
  return AttributeNames.some(name => Number(Attributes[name]) > 0)
}
