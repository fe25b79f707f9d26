import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import { submissionError } from './errors.ts'

/** What a person gets. The subject is in English: SNS takes only ASCII there. */
export interface Notice {
  readonly subject: string
  readonly text: string
}

/** Sends a notice to everybody who subscribed to the topic. */
export const snsTopic =
  (client: SNSClient, topicArn: string) =>
  async ({ subject, text }: Notice): Promise<void> => {
    const input = { TopicArn: topicArn, Subject: subject, Message: text }
    await client.send(new PublishCommand(input)).catch(error => {
      throw submissionError('Publish', error)
    })
  }
