import { Aws, CfnDeletionPolicy, Fn, type Stack } from 'aws-cdk-lib'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnEventSourceMapping, CfnFunction, type CfnFunctionProps } from 'aws-cdk-lib/aws-lambda'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { Asset } from 'aws-cdk-lib/aws-s3-assets'
import type { FunctionName } from './bundle.ts'
import type { Choices } from './choices.ts'
import { useKey, writeLogs } from './permissions.ts'
import { settings } from './settings.ts'

export interface FunctionOptions {
  readonly id: string
  readonly name: FunctionName
  /** Folder with the bundle. */
  readonly code: string
  readonly description: string
  readonly memoryMb: number
  readonly environment: Readonly<Record<string, string>>
  /** Beyond logs and key. */
  readonly permissions: readonly unknown[]
  readonly more?: Partial<CfnFunctionProps>
}

export interface AddedFunction {
  readonly function: CfnFunction
  readonly role: CfnRole
  readonly logGroup: CfnLogGroup
}

/** A function with a role and a log group of its own. */
export const addFunction = (stack: Stack, choices: Choices, options: FunctionOptions): AddedFunction => {
  const { parameters } = choices
  const functionName = Fn.join('-', [Aws.STACK_NAME, options.name])
  const logGroupName = Fn.join('', ['/aws/lambda/', functionName])
  const logGroup = new CfnLogGroup(stack, `${options.id}Logs`, {
    logGroupName,
    retentionInDays: parameters.LogDays.valueAsNumber,
    kmsKeyId: choices.kmsKey,
  })
  logGroup.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE
  const role = new CfnRole(stack, `${options.id}Role`, {
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [
      {
        policyName: 'own',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [writeLogs(logGroupName), useKey(choices), ...options.permissions],
        },
      },
    ],
  })
  const asset = new Asset(stack, `${options.id}Code`, { path: options.code })
  const made = new CfnFunction(stack, options.id, {
    functionName,
    description: options.description,
    architectures: [parameters.Architecture.valueAsString],
    runtime: parameters.Runtime.valueAsString,
    handler: `${options.name}.handler`,
    code: { s3Bucket: asset.s3BucketName, s3Key: asset.s3ObjectKey },
    memorySize: options.memoryMb,
    timeout: settings.functionTimeoutSeconds,
    role: role.attrArn,
    kmsKeyArn: choices.kmsKey,
    environment: {
      variables: {
        ...options.environment,
        POWERTOOLS_SERVICE_NAME: Aws.STACK_NAME,
      },
    },
    ...options.more,
  })
  made.addResourceDependency(logGroup)
  return { function: made, role, logGroup }
}

/** Lets a queue call a function, which tells of each message whether it is done. */
export const feed = (
  stack: Stack,
  id: string,
  added: AddedFunction,
  { queueArn, batchSize, concurrency }: { queueArn: string; batchSize: number; concurrency: number },
): CfnEventSourceMapping =>
  new CfnEventSourceMapping(stack, id, {
    functionName: added.function.ref,
    eventSourceArn: queueArn,
    batchSize,
    functionResponseTypes: ['ReportBatchItemFailures'],
    scalingConfig: { maximumConcurrency: concurrency },
  })
