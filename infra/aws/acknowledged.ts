import { type CfnResource, type Stack, Validations } from 'aws-cdk-lib'
import type { CfnRole } from 'aws-cdk-lib/aws-iam'
import type { ServiceBuckets } from './buckets.ts'
import type { Bus } from './bus.ts'
import type { Converter } from './converter.ts'
import type { Notices } from './notices.ts'
import type { Reconcile } from './reconcile.ts'
import type { Season } from './season/season.ts'

/** Resources as cdk-nag writes them in the ids of its findings. */
const objectsOf = (place: 'Uploads' | 'Outputs', prefix: string): string => {
  const name = `{"Fn::If":["Makes${place}Bucket",{"Ref":"${place}Bucket"},{"Ref":"${place}BucketName"}]}`
  return `arn:<AWS::Partition>:s3:::${name}/${prefix}*`
}

const acknowledge = (resource: CfnResource | Stack, id: string, reason: string): void =>
  Validations.of(resource).acknowledge({ id, reason })

const inside = 'Actions and bucket are named; only what is inside ends in a star.'
const nameless = 'These actions know no resource; they read alarms or write traces, nothing else.'
const wild = (resource: CfnResource, arn: string, reason: string): void =>
  acknowledge(resource, `AwsSolutions-IAM5[Resource::${arn}]`, reason)

interface Acknowledged {
  readonly bus: Bus
  readonly converter: Converter
  readonly notices: Notices
  readonly reconcile: Reconcile
  readonly season: Season
  readonly deployer: CfnRole
}

/** Findings of cdk-nag and of CloudFormation's own checks that are meant, each with its reason. Anything else fails. */
export const acknowledgeFindings = (
  stack: Stack,
  places: ServiceBuckets,
  { bus, converter: { convert, readScan, giveUp }, notices, reconcile, season, deployer }: Acknowledged,
): void => {
  for (const { made } of [places.uploads, places.outputs])
    acknowledge(
      made,
      'AwsSolutions-S1',
      'Receipts and events tell what happened to every version; who read what is for CloudTrail, which the owner of the account sets up.',
    )
  const { gather, season: makes } = season.functions
  for (const added of [convert, readScan, giveUp, notices.added, reconcile.added, gather, makes]) {
    wild(added.role, '*', nameless)
    acknowledge(added.function, 'AwsSolutions-L1', 'The runtime is a parameter; its default is the newest.')
  }
  for (const { role } of [convert, readScan, giveUp])
    wild(role, objectsOf('Uploads', '<UploadPrefix>'), inside)
  for (const { role } of [convert, readScan, giveUp, reconcile.added, gather, makes])
    wild(role, objectsOf('Outputs', ''), inside)
  wild(gather.role, objectsOf('Outputs', 'season/segments/'), inside)
  for (const prefix of ['season/', '.gongkai/season/']) wild(makes.role, objectsOf('Outputs', prefix), inside)
  wild(deployer, '*', nameless)
  for (const added of [convert, readScan, giveUp])
    wild(
      deployer,
      `<${added.function.node.id}.Arn>:*`,
      'The function is named; the star stands for its versions.',
    )
  acknowledge(bus.deadLetters, 'AwsSolutions-SQS3', 'It holds the dead letters of the bus.')
  const either = 'Asked for within Fn::If, by the condition that makes it.'
  acknowledge(stack, 'CloudFormation-Validate::W1001', either)
  acknowledge(
    stack,
    'CloudFormation-Validate::W1030',
    'The empty default never gets there: Fn::If stands before it.',
  )
}
