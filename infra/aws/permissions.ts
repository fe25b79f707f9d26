import type { ServiceBuckets } from './buckets.ts'
import type { Choices } from './choices.ts'

/** One sentence of a policy. Conditional ones are Fn::If, hence unknown. */
export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: string | readonly string[]
}

export const allow = (
  Sid: string,
  Action: readonly string[],
  Resource: Statement['Resource'],
): Statement => ({ Sid, Effect: 'Allow', Action, Resource })

/** Reads uploads: any version, and what there is, so that "not there" is told from "not allowed". */
export const readUploads = (
  { parameters, conditions, when }: Choices,
  { uploads }: ServiceBuckets,
): readonly unknown[] => [
  allow(
    'ReadUploads',
    ['s3:GetObject', 's3:GetObjectVersion'],
    uploads.objects(parameters.UploadPrefix.valueAsString),
  ),
  allow('FindUploads', ['s3:ListBucket', 's3:ListBucketVersions'], uploads.arn),
  when(
    conditions.HasScanTag,
    allow(
      'ReadScanResult',
      ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
      uploads.objects(parameters.UploadPrefix.valueAsString),
    ),
  ),
]

/** Writes outputs and reads its own receipts. Deletes nothing. */
export const writeOutputs = ({ outputs }: ServiceBuckets): readonly Statement[] => [
  allow('WriteOutputs', ['s3:GetObject', 's3:PutObject'], outputs.objects()),
  allow('FindOutputs', ['s3:ListBucket'], outputs.arn),
]

export const receiveFrom = (queueArn: string): Statement =>
  allow(
    'ReceiveMessages',
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
    queueArn,
  )

/** Into the queue of uploads: the files of an archive, what could not be delivered, what came to nothing. */
export const sendTo = (queueArn: string): Statement => allow('SendUploads', ['sqs:SendMessage'], queueArn)

/** Scans, for the function that reads them. */
export const handOnTo = (queueArn: string): Statement => allow('HandOnScans', ['sqs:SendMessage'], queueArn)

/** How many messages wait. */
export const lookAt = (queueArn: string): Statement =>
  allow('LookAtQueue', ['sqs:GetQueueAttributes'], queueArn)

export const publishTo = (busArn: string): Statement => allow('TellSubscribers', ['events:PutEvents'], busArn)

/** Lines into the function's own log group; its ARN as CloudFormation gives it stands for the streams in it. */
export const writeLogs = (logGroupArn: string): Statement =>
  allow('WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logGroupArn)

/** Traces have no resource that a policy could name. */
export const trace = ({ conditions, when }: Choices): string =>
  when(
    conditions.OutsideChina,
    allow('SendTraces', ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
  )

/** The operator's key, where there is one. */
export const useKey = ({ parameters, conditions, when }: Choices): string =>
  when(
    conditions.HasKmsKey,
    allow('UseKey', ['kms:Decrypt', 'kms:GenerateDataKey'], parameters.KmsKeyArn.valueAsString),
  )

/** Finds what came to nothing: reads no upload, and writes only where it keeps how far it came. */
export const reconcileAll = (
  { uploads, outputs }: ServiceBuckets,
  queueArn: string,
): readonly Statement[] => [
  allow('FindUploads', ['s3:ListBucket', 's3:ListBucketVersions'], uploads.arn),
  allow('FindOutputs', ['s3:ListBucket'], outputs.arn),
  allow('ReadOutputs', ['s3:GetObject'], outputs.objects()),
  allow('KeepItsPlace', ['s3:PutObject'], outputs.object('.gongkai/reconcile.json')),
  sendTo(queueArn),
]
