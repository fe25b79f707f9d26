import { Aws, CfnDeletionPolicy, Fn, type Stack } from 'aws-cdk-lib'
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3'
import type { Choices } from './choices.ts'
import type { ConditionName } from './conditions.ts'
import { onlyTheScannerTags } from './gate.ts'
import type { ParameterName } from './parameters.ts'
import { settings } from './settings.ts'

/** Where Athena puts its answers: they are for whoever asked. */
export const answersPrefix = '.gongkai/athena/'

/** A bucket, made here or given; `objects` are the ARNs of what is in it. */
export interface ServiceBucket {
  readonly name: string
  readonly arn: string
  readonly objects: (prefix?: string) => string
  readonly object: (key: string) => string
  readonly made: CfnBucket
}

interface BucketOptions {
  /** What the policy forbids beyond speaking to it without TLS. */
  readonly forbids: (objects: string) => readonly unknown[]
  readonly id: string
  readonly given: ParameterName
  readonly makes: ConditionName
  readonly tellsEventBridge: boolean
  /** Prefixes of what is of use to nobody after a month. */
  readonly expires: readonly string[]
}

const addBucket = (stack: Stack, choices: Choices, options: BucketOptions): ServiceBucket => {
  const { parameters, conditions, either } = choices
  const makes = conditions[options.makes]
  const bucket = new CfnBucket(stack, options.id, {
    bucketEncryption: {
      serverSideEncryptionConfiguration: either(
        conditions.HasKmsKey,
        [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: parameters.KmsKeyArn.valueAsString,
            },
          },
        ],
        [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      ) as never,
    },
    lifecycleConfiguration: {
      rules: [
        {
          id: 'tidy',
          status: 'Enabled',
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          noncurrentVersionExpiration: { noncurrentDays: parameters.NoncurrentDays.valueAsNumber },
        },
        ...options.expires.map(prefix => ({
          id: `expire ${prefix}`,
          status: 'Enabled',
          prefix,
          expirationInDays: settings.answerDays,
        })),
      ],
    },
    // The property itself: the L2 construct would add a function of its own to set it.
    ...(options.tellsEventBridge
      ? { notificationConfiguration: { eventBridgeConfiguration: { eventBridgeEnabled: true } } }
      : {}),
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    versioningConfiguration: { status: 'Enabled' },
  })
  bucket.cfnOptions.condition = makes
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN

  const policy = new CfnBucketPolicy(stack, `${options.id}Policy`, {
    bucket: bucket.ref,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OnlyByTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: [bucket.attrArn, Fn.join('', [bucket.attrArn, '/*'])],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        ...options.forbids(Fn.join('', [bucket.attrArn, '/*'])),
      ],
    },
  })
  policy.cfnOptions.condition = makes

  const name = either(makes, bucket.ref, parameters[options.given].valueAsString)
  const arn = Fn.join('', ['arn:', Aws.PARTITION, ':s3:::', name])
  const object = (key: string) => Fn.join('', [arn, '/', key])
  return { name, arn, made: bucket, object, objects: (prefix = '') => Fn.join('', [arn, '/', prefix, '*']) }
}

export interface ServiceBuckets {
  readonly uploads: ServiceBucket
  readonly outputs: ServiceBucket
}

/** The bucket that is only read and the bucket that is only written. */
export const addBuckets = (stack: Stack, choices: Choices): ServiceBuckets => ({
  uploads: addBucket(stack, choices, {
    id: 'UploadsBucket',
    given: 'UploadsBucketName',
    makes: 'MakesUploadsBucket',
    tellsEventBridge: true,
    expires: [],
    forbids: objects => onlyTheScannerTags(choices, objects),
  }),
  outputs: addBucket(stack, choices, {
    id: 'OutputsBucket',
    given: 'OutputsBucketName',
    makes: 'MakesOutputsBucket',
    tellsEventBridge: false,
    expires: [answersPrefix],
    forbids: () => [],
  }),
})
