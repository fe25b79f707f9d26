import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Notice } from '../notice.ts'
import { failureOf } from './errors.ts'

/** Sends a notice to everybody who subscribed to the topic. */
export const snsTopic =
  (client: SNSClient, topicArn: string) =>
  async ({ subject, text }: Notice): Promise<void> => {
    const input = { TopicArn: topicArn, Subject: subject, Message: text }
    await client.send(new PublishCommand(input)).catch(error => {
      throw failureOf('Publish', error)
    })
  }
