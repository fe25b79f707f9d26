import { type CfnResource, type Stack, Validations } from 'aws-cdk-lib'
import type { ServiceBuckets } from './buckets.ts'
import type { Converter } from './converter.ts'
import type { AddedFunction } from './functions.ts'

/** Resources as cdk-nag writes them in the ids of its findings. */
const objectsOf = (place: 'Uploads' | 'Outputs', prefix: string): string => {
  const name = `{"Fn::If":["Makes${place}Bucket",{"Ref":"${place}Bucket"},{"Ref":"${place}BucketName"}]}`
  return `arn:<AWS::Partition>:s3:::${name}/${prefix}*`
}
const streamsOf = (name: string): string =>
  `arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/lambda/<AWS::StackName>-${name}:*`

const acknowledge = (resource: CfnResource | Stack, id: string, reason: string): void =>
  Validations.of(resource).acknowledge({ id, reason })

const star = 'Actions and bucket or log group are named; only what is inside ends in a star.'
const wild = (resource: CfnResource, arn: string): void =>
  acknowledge(resource, `AwsSolutions-IAM5[Resource::${arn}]`, star)

/** Findings of cdk-nag and of CloudFormation's own checks that are meant, each with its reason. Anything else fails. */
export const acknowledgeFindings = (
  stack: Stack,
  places: ServiceBuckets,
  { convert, giveUp }: Converter,
  notify: AddedFunction,
): void => {
  for (const { made } of [places.uploads, places.outputs])
    acknowledge(
      made,
      'AwsSolutions-S1',
      'Receipts and events tell what happened to every version; who read what is for CloudTrail, which the owner of the account sets up.',
    )
  for (const [name, added] of Object.entries({ convert, 'give-up': giveUp, notify })) {
    wild(added.role, streamsOf(name))
    acknowledge(added.function, 'AwsSolutions-L1', 'The runtime is a parameter; its default is the newest.')
  }
  for (const { role } of [convert, giveUp]) {
    wild(role, objectsOf('Uploads', '<UploadPrefix>'))
    wild(role, objectsOf('Outputs', ''))
  }
  const either = 'Asked for within Fn::If, by the condition that makes it.'
  acknowledge(stack, 'CloudFormation-Validate::W1001', either)
  acknowledge(
    stack,
    'CloudFormation-Validate::W1030',
    'The empty default never gets there: Fn::If stands before it.',
  )
}
