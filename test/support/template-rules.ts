import type { Template } from '../../infra/aws/synthesise.ts'
import { actionsOf, allowedTo, functionBehind, ofType, pointsTo, sentencesOf } from './template.ts'

// biome-ignore lint/suspicious/noExplicitAny: a template to be spoiled
type Spoilt = any

/** Something the template must hold to. `spoil` breaks it, to prove that `find` would notice. */
export interface TemplateRule {
  readonly name: string
  readonly find: (template: Template) => readonly string[]
  readonly spoil: (template: Spoilt) => void
}

const queues = (template: Template) => ofType(template, 'AWS::SQS::Queue')
const functions = (template: Template) => ofType(template, 'AWS::Lambda::Function')
const alarms = (template: Template) => ofType(template, 'AWS::CloudWatch::Alarm')
const roleOf = (properties: { Role: unknown }) => pointsTo(properties.Role)[0]!
const writes = /:(?:Put|Delete|Create|Copy|Restore|Abort|Update|Replicate)/

export const templateRules: readonly TemplateRule[] = [
  {
    name: 'no partition is written out',
    find: template => JSON.stringify(template).match(/arn:aws[\w-]*:/g) ?? [],
    spoil: template => {
      template.Resources.Convert.Properties.Environment.Variables.X = 'arn:aws:s3:::bucket'
    },
  },
  {
    name: 'visibility is at least six times the timeout of the function that reads the queue',
    find: template =>
      ofType(template, 'AWS::Lambda::EventSourceMapping').flatMap(([id, { Properties }]) => {
        const [queue] = pointsTo(Properties.EventSourceArn)
        const reader = functionBehind(template, Properties.FunctionName)
        const visibility = template.Resources[queue!]!.Properties.VisibilityTimeout ?? 30
        return visibility >= 6 * template.Resources[reader]!.Properties.Timeout ? [] : [id]
      }),
    spoil: template => {
      template.Resources.UploadsQueue.Properties.VisibilityTimeout = 300
    },
  },
  {
    name: 'every function that reads a queue answers for each message, and no more than some at once',
    find: template =>
      ofType(template, 'AWS::Lambda::EventSourceMapping')
        .filter(
          ([, { Properties }]) =>
            !Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ||
            Properties.ScalingConfig?.MaximumConcurrency === undefined,
        )
        .map(([id]) => id),
    spoil: template => {
      template.Resources.UploadsFeed.Properties.FunctionResponseTypes = []
    },
  },
  {
    name: 'one message at a time for the converter',
    find: ({ Resources }) => (Resources['UploadsFeed']!.Properties.BatchSize === 1 ? [] : ['UploadsFeed']),
    spoil: template => {
      template.Resources.UploadsFeed.Properties.BatchSize = 50
    },
  },
  {
    name: 'every queue has dead letters or holds them, and keeps everything for 14 days',
    find: template => {
      const named = ['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::Events::EventBus']
        .flatMap(type => ofType(template, type))
        .flatMap(([, { Properties }]) => pointsTo(Properties.RedrivePolicy ?? Properties.DeadLetterConfig))
      const targets = ofType(template, 'AWS::Events::Rule').flatMap(([, { Properties }]) =>
        Properties.Targets.flatMap((target: { DeadLetterConfig?: unknown }) =>
          pointsTo(target.DeadLetterConfig),
        ),
      )
      const holders = new Set([...named, ...targets])
      return queues(template)
        .filter(
          ([id, { Properties }]) =>
            Properties.MessageRetentionPeriod !== 14 * 24 * 3600 ||
            (!holders.has(id) && Properties.RedrivePolicy?.maxReceiveCount !== 5),
        )
        .map(([id]) => id)
    },
    spoil: template => {
      delete template.Resources.UploadsQueue.Properties.RedrivePolicy
    },
  },
  {
    name: 'every queue has an alarm that somebody hears',
    find: template => {
      const heard = (properties: { AlarmActions?: unknown[] }) => (properties.AlarmActions ?? []).length > 0
      const watched = alarms(template)
        .filter(([, { Properties }]) => heard(Properties))
        .flatMap(([, { Properties }]) => pointsTo(Properties.Dimensions))
      return queues(template)
        .map(([id]) => id)
        .filter(id => !watched.includes(id))
    },
    spoil: template => {
      template.Resources.Orphan = { Type: 'AWS::SQS::Queue', Properties: {} }
    },
  },
  {
    name: 'every alarm tells somebody or is part of one that does',
    find: template => {
      const composites = JSON.stringify(
        ofType(template, 'AWS::CloudWatch::CompositeAlarm').map(([, { Properties }]) => Properties.AlarmRule),
      )
      return alarms(template)
        .filter(([id, { Properties }]) => !Properties.AlarmActions?.length && !composites.includes(`"${id}"`))
        .map(([id]) => id)
    },
    spoil: template => {
      const [id] = Object.keys(template.Resources).filter(name => name.startsWith('AlarmGaveUp'))
      delete template.Resources[id!].Properties.AlarmActions
    },
  },
  {
    name: 'no action and no whole resource is a star, and nothing deletes what is stored',
    find: template =>
      functions(template).flatMap(([id, { Properties }]) =>
        allowedTo(template, roleOf(Properties))
          .filter(
            sentence =>
              actionsOf(sentence).some(action => action.includes('*') || /^(?!sqs:).*:Delete/.test(action)) ||
              ([sentence.Resource].flat().includes('*') && sentence.Sid !== 'SendTraces'),
          )
          .map(({ Sid }) => `${id} ${Sid}`),
      ),
    spoil: template => {
      template.Resources.ConvertRole.Properties.Policies[0].PolicyDocument.Statement[0].Action = ['logs:*']
    },
  },
  {
    name: 'nothing may write to the uploads',
    find: template =>
      functions(template).flatMap(([id, { Properties }]) =>
        allowedTo(template, roleOf(Properties))
          .filter(
            sentence =>
              pointsTo(sentence.Resource).includes('UploadsBucket') &&
              actionsOf(sentence).some(action => writes.test(action)),
          )
          .map(({ Sid }) => `${id} ${Sid}`),
      ),
    spoil: template => {
      const { Statement } = template.Resources.GiveUpRole.Properties.Policies[0].PolicyDocument
      Statement.find(({ Sid }: { Sid?: string }) => Sid === 'ReadUploads').Action.push('s3:PutObject')
    },
  },
  {
    name: 'every function has a role of its own and a log group that is not for ever',
    find: template => {
      const roles = functions(template).map(([, { Properties }]) => roleOf(Properties))
      return functions(template)
        .filter(([, { Properties }], index) => {
          const [group] = pointsTo(Properties.LoggingConfig)
          const logs = allowedTo(template, roles[index]!).find(({ Sid }) => Sid === 'WriteLogs')
          const writes = pointsTo(logs?.Resource)
          const retention = template.Resources[group!]?.Properties.RetentionInDays
          return !retention || roles.indexOf(roles[index]!) !== index || writes.join() !== group
        })
        .map(([id]) => id)
    },
    spoil: template => {
      template.Resources.GiveUp.Properties.Role = template.Resources.Convert.Properties.Role
    },
  },
  {
    name: 'buckets keep versions, are closed to the public, encrypted, and outlive the stack',
    find: template =>
      ofType(template, 'AWS::S3::Bucket')
        .filter(([, { Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
          const closed = Object.values(Properties.PublicAccessBlockConfiguration ?? {})
          return (
            Properties.VersioningConfiguration?.Status !== 'Enabled' ||
            closed.length !== 4 ||
            !closed.every(value => value === true) ||
            !Properties.BucketEncryption ||
            DeletionPolicy !== 'Retain' ||
            UpdateReplacePolicy !== 'Retain'
          )
        })
        .map(([id]) => id),
    spoil: template => {
      template.Resources.OutputsBucket.Properties.PublicAccessBlockConfiguration.BlockPublicAcls = false
    },
  },
  {
    name: 'buckets, queues and topics are spoken to only by TLS',
    find: template => {
      const refused = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']
        .flatMap(type => ofType(template, type))
        .flatMap(([, { Properties }]) => sentencesOf(Properties.PolicyDocument))
        .filter(
          ({ Effect, Condition }) =>
            Effect === 'Deny' && JSON.stringify(Condition).includes('SecureTransport'),
        )
        .flatMap(({ Resource }) => pointsTo(Resource))
      return ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic']
        .flatMap(type => ofType(template, type))
        .map(([id]) => id)
        .filter(id => !refused.includes(id))
    },
    spoil: template => {
      delete template.Resources.DeadLettersPolicy
    },
  },
  {
    name: 'a rule’s target has dead letters of its own and a bound on retries',
    find: template =>
      ofType(template, 'AWS::Events::Rule').flatMap(([id, { Properties }]) =>
        Properties.Targets.filter(
          (target: { DeadLetterConfig?: unknown; RetryPolicy?: { MaximumRetryAttempts?: number } }) =>
            !target.DeadLetterConfig || target.RetryPolicy?.MaximumRetryAttempts === undefined,
        ).map(() => id),
      ),
    spoil: template => {
      delete template.Resources.UploadRule.Properties.Targets[0].DeadLetterConfig
    },
  },
  {
    name: 'no functions but ours',
    find: template => [
      ...functions(template)
        .map(([id]) => id)
        .filter(
          id =>
            !['Convert', 'ReadScan', 'GiveUp', 'Notify', 'Reconcile', 'Gather', 'MakeSeason'].includes(id),
        ),
      ...Object.values(template.Resources)
        .map(({ Type }) => Type)
        .filter(type => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'),
    ],
    spoil: template => {
      template.Resources.Notifications = { Type: 'Custom::S3BucketNotifications', Properties: {} }
    },
  },
]
