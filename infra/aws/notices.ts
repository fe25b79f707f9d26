import { Aws, type CfnResource, type Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { readPattern } from '../../events/patterns/read.ts'
import type { Choices } from './choices.ts'
import { type AddedFunction, addFunction } from './functions.ts'
import { allow } from './permissions.ts'
import { addQueue, addQueuePolicy, theRule } from './queues.ts'
import { settings } from './settings.ts'

/** A topic that is sent to only by TLS; `service` may publish beside the account's own roles. */
export const addTopic = (stack: Stack, choices: Choices, id: string, service?: string) => {
  const topic = new CfnTopic(stack, id, { kmsMasterKeyId: choices.kmsKey })
  const policy = new CfnTopicPolicy(stack, `${id}Policy`, {
    topics: [topic.ref],
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OnlyByTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: topic.ref,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        ...(service
          ? [
              {
                Sid: 'TheServicePublishes',
                Effect: 'Allow',
                Principal: { Service: service },
                Action: 'sns:Publish',
                Resource: topic.ref,
                Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
              },
            ]
          : []),
      ],
    },
  })
  return { topic, policy }
}

export const addMail = (stack: Stack, id: string, topicArn: string, endpoint: string): CfnSubscription =>
  new CfnSubscription(stack, id, { topicArn, protocol: 'email', endpoint })

export interface Notices {
  readonly added: AddedFunction
  readonly deadLetters: CfnQueue
  readonly rule: CfnRule
}

/** The example of a subscriber: mails for what came to nothing. Only made where somebody is to get them. */
export const addNotices = (stack: Stack, choices: Choices, busName: string, code: string): Notices => {
  const { parameters, conditions } = choices
  const { topic, policy } = addTopic(stack, choices, 'NoticeTopic')
  const mail = addMail(stack, 'NoticeMailSubscription', topic.ref, parameters.NoticeMail.valueAsString)
  const deadLetters = addQueue(stack, choices, 'NoticeDeadLetters')
  const added = addFunction(stack, choices, {
    id: 'Notify',
    name: 'notify',
    code,
    description: 'Mails for files that came to nothing',
    memoryMb: settings.notifyMemoryMb,
    environment: { TOPIC_ARN: topic.ref },
    permissions: [
      allow('SendNotices', ['sns:Publish'], topic.ref),
      allow('KeepWhatFailed', ['sqs:SendMessage'], deadLetters.attrArn),
    ],
    more: { deadLetterConfig: { targetArn: deadLetters.attrArn } },
  })
  const rule = new CfnRule(stack, 'NoticeRule', {
    description: 'Failures to the mails',
    eventBusName: busName,
    eventPattern: readPattern('failures.json'),
    targets: [
      {
        id: 'notify',
        arn: added.function.attrArn,
        deadLetterConfig: { arn: deadLetters.attrArn },
        retryPolicy: {
          maximumEventAgeInSeconds: settings.ruleMaximumAgeSeconds,
          maximumRetryAttempts: settings.ruleRetries,
        },
      },
    ],
  })
  const permission = new CfnPermission(stack, 'NoticeRuleMayCall', {
    action: 'lambda:InvokeFunction',
    functionName: added.function.ref,
    principal: 'events.amazonaws.com',
    sourceArn: rule.attrArn,
  })
  const queuePolicy = addQueuePolicy(stack, deadLetters, theRule(rule.attrArn))
  const made: readonly CfnResource[] = [
    ...[topic, policy, mail, deadLetters, queuePolicy, rule, permission],
    ...[added.function, added.role, added.logGroup],
  ]
  for (const resource of made) resource.cfnOptions.condition = conditions.HasNoticeMail
  return { added, deadLetters, rule }
}
