import { Stack, type StackProps } from 'aws-cdk-lib'
import { CfnEventBus } from 'aws-cdk-lib/aws-events'
import type { Construct } from 'constructs'
import { acknowledgeFindings } from './acknowledged.ts'
import { addAlarms } from './alarms.ts'
import { addBuckets } from './buckets.ts'
import type { FunctionName } from './bundle.ts'
import { addChoices } from './choices.ts'
import { addConverter } from './converter.ts'
import { addDashboard } from './dashboard.ts'
import { addMail, addNotices, addTopic } from './notices.ts'
import { addOutputs } from './outputs.ts'
import { addQueues } from './queues.ts'
import { addUploadRule } from './upload-rule.ts'
import { watchesOf } from './watches.ts'

export interface GongkaiStackProps extends StackProps {
  /** Folder with the bundle of a function. */
  readonly codeOf: (name: FunctionName) => string
}

/**
 * uploads bucket → rule → queue → `convert` → outputs bucket and event bus;
 * dead letters → `give-up`; bus → mails, where wanted.
 */
export const gongkaiStack = (
  scope: Construct,
  id: string,
  { codeOf, ...props }: GongkaiStackProps,
): Stack => {
  const stack = new Stack(scope, id, {
    description: 'gongkai: annual reports on government information disclosure into checked data',
    ...props,
  })
  const choices = addChoices(stack)
  const { parameters, conditions } = choices
  const places = addBuckets(stack, choices)
  const queues = addQueues(stack, choices)
  const uploadRule = addUploadRule(stack, choices, places, queues)
  const bus = new CfnEventBus(stack, 'Bus', {
    name: parameters.BusName.valueAsString,
    kmsKeyIdentifier: choices.kmsKey,
  })
  const converter = addConverter(stack, { choices, places, queues, bus, codeOf })
  const notices = addNotices(stack, choices, bus.ref, codeOf('notify'))

  const { topic } = addTopic(stack, choices, 'AlarmTopic', 'cloudwatch.amazonaws.com')
  const mail = addMail(stack, 'AlarmMailSubscription', topic.ref, parameters.AlarmMail.valueAsString)
  mail.cfnOptions.condition = conditions.HasAlarmMail
  const noticeDeadLetters = notices.deadLetters
  const hasNotices = conditions.HasNoticeMail
  const watches = watchesOf({ queues, converter, uploadRule, noticeDeadLetters, hasNotices })
  const alarms = addAlarms(stack, watches, topic.ref)
  addDashboard(stack, converter, queues, alarms)
  addOutputs(stack, choices, places, queues, bus)
  acknowledgeFindings(stack, places, converter, notices.added)
  return stack
}
