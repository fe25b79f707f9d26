import { createHash } from 'node:crypto'
import { AssetHashType, Aws, CfnDeletionPolicy, Fn, type Stack } from 'aws-cdk-lib'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnFunction, type CfnFunctionProps } from 'aws-cdk-lib/aws-lambda'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { Asset } from 'aws-cdk-lib/aws-s3-assets'
import { readBuild } from '../bundle/write-build.ts'
import type { FunctionName } from './bundle.ts'
import type { Choices } from './choices.ts'
import type { Architecture } from './engine-library.ts'
import { trace, useKey, writeLogs } from './permissions.ts'
import { settings } from './settings.ts'

export interface FunctionOptions {
  readonly id: string
  readonly name: FunctionName
  /** Folder with the bundle, or that for each processor. */
  readonly code: string | Readonly<Record<Architecture, string>>
  readonly description: string
  readonly memoryMb: number
  readonly timeoutSeconds?: number
  readonly environment: Readonly<Record<string, string>>
  /** Beyond logs, traces and key. */
  readonly permissions: readonly unknown[]
  readonly more?: Partial<CfnFunctionProps>
}

export interface AddedFunction {
  readonly function: CfnFunction
  readonly role: CfnRole
  readonly logGroup: CfnLogGroup
  /** Stands for the code and all that is fixed about how it runs: with another of either it is another. */
  readonly build: string
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)

/** Lines of a function, which stay when the stack is deleted where the operator wants that. */
const addLogGroup = (stack: Stack, { parameters, conditions, either, kmsKey }: Choices, id: string) => {
  const logGroup = new CfnLogGroup(stack, `${id}Logs`, {
    retentionInDays: parameters.LogDays.valueAsNumber,
    kmsKeyId: kmsKey,
  })
  logGroup.addOverride('DeletionPolicy', either(conditions.KeepsLogs, 'Retain', 'Delete'))
  logGroup.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN
  return logGroup
}

interface Code {
  readonly code: CfnFunctionProps['code']
  /** Stand for what is in it. */
  readonly builds: readonly string[]
}

const assetOf = (stack: Stack, id: string, path: string) => {
  const { build } = readBuild(path)
  // Bundles of one program share its build.
  const assetHash = `${id} ${build}`
  const asset = new Asset(stack, id, { path, assetHash, assetHashType: AssetHashType.CUSTOM })
  return { s3Bucket: asset.s3BucketName, s3Key: asset.s3ObjectKey, build }
}

const codeOf = (stack: Stack, { conditions, either }: Choices, { id, code }: FunctionOptions): Code => {
  if (typeof code === 'string') {
    const { build, ...place } = assetOf(stack, `${id}Code`, code)
    return { code: place, builds: [build] }
  }
  const arm = assetOf(stack, `${id}CodeArm`, code.arm64)
  const other = assetOf(stack, `${id}CodeX86`, code.x86_64)
  const s3Key = either(conditions.IsArm, arm.s3Key, other.s3Key)
  return { code: { s3Bucket: arm.s3Bucket, s3Key }, builds: [arm.build, other.build] }
}

/** A function with a role and a log group of its own. */
export const addFunction = (stack: Stack, choices: Choices, options: FunctionOptions): AddedFunction => {
  const { parameters, conditions, when } = choices
  const logGroup = addLogGroup(stack, choices, options.id)
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
          Statement: [writeLogs(logGroup.attrArn), trace(choices), useKey(choices), ...options.permissions],
        },
      },
    ],
  })
  const properties = {
    functionName: Fn.join('-', [Aws.STACK_NAME, options.name]),
    description: options.description,
    architectures: [parameters.Architecture.valueAsString],
    runtime: parameters.Runtime.valueAsString,
    handler: `${options.name}.handler`,
    memorySize: options.memoryMb,
    timeout: options.timeoutSeconds ?? settings.functionTimeoutSeconds,
    role: role.attrArn,
    loggingConfig: { logGroup: logGroup.ref },
    tracingConfig: when(conditions.OutsideChina, { Mode: 'Active' }) as never,
    kmsKeyArn: choices.kmsKey,
    environment: {
      variables: {
        ...options.environment,
        POWERTOOLS_SERVICE_NAME: Aws.STACK_NAME,
      },
    },
    ...options.more,
  } satisfies Partial<CfnFunctionProps>
  const { code, builds } = codeOf(stack, choices, options)
  const made = new CfnFunction(stack, options.id, { ...properties, code })
  return { function: made, role, logGroup, build: fingerprint([...builds, stack.resolve(properties)]) }
}
