import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { zipSync } from 'fflate'
import type { Template } from '../../../infra/aws/synthesise.ts'

/** What the stand-in does not know: one such type rolls the whole stack back. */
const unknownTypes = new Set([
  'AWS::Athena::NamedQuery',
  'AWS::Athena::WorkGroup',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Events::EventBusPolicy',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
])

export interface Deployed {
  readonly outputs: Readonly<Record<string, string>>
  /** Physical ids by logical id. */
  readonly resources: Readonly<Record<string, string>>
}

export const clientOptions = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

/** The resources that the stand-in can make, without what points to the others. */
const knownOf = ({ Resources }: Template): Template['Resources'] => {
  const known = Object.entries(Resources).filter(([, { Type }]) => !unknownTypes.has(Type))
  const isKnown = (id: string) => !unknownTypes.has(Resources[id]!.Type)
  return Object.fromEntries(
    known.map(([id, { UpdatePolicy: _, DependsOn = [], ...resource }]) => [
      id,
      { ...resource, DependsOn: [DependsOn].flat().filter(isKnown) },
    ]),
  )
}

/** The bundles as the template asks for them, zipped and put where it looks. */
const uploadAssets = async (s3: S3Client, folder: string, account: string, region: string): Promise<void> => {
  const Bucket = `cdk-hnb659fds-assets-${account}-${region}`
  await s3.send(new CreateBucketCommand({ Bucket }))
  for (const name of readdirSync(folder).filter(entry => entry.startsWith('asset.'))) {
    const files = readdirSync(join(folder, name)).map(file => [file, readFileSync(join(folder, name, file))])
    const Body = zipSync(Object.fromEntries(files), { level: 1 })
    await s3.send(new PutObjectCommand({ Bucket, Key: `${name.slice('asset.'.length)}.zip`, Body }))
  }
}

const settled = async (client: CloudFormationClient, StackName: string) => {
  for (let tries = 0; tries < 300; tries += 1) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
    const stack = Stacks![0]!
    if (stack.StackStatus === 'CREATE_COMPLETE') return stack
    if (stack.StackStatus !== 'CREATE_IN_PROGRESS') {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }))
      const reasons = StackEvents.map(event => event.ResourceStatusReason).filter(Boolean)
      throw new Error(`the stack was not made: ${reasons.join('; ') || stack.StackStatusReason}`)
    }
    await wait(100)
  }
  throw new Error('the stack was not made in time')
}

/** CloudFormation on the stand-in drops it without a word; the template's own is asserted elsewhere. */
const setRedrivePolicy = async (sqs: SQSClient, template: Template, resources: Deployed['resources']) => {
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    const policy = Properties?.RedrivePolicy
    if (Type !== 'AWS::SQS::Queue' || !policy || !resources[id]) continue
    const deadLetters = resources[policy.deadLetterTargetArn['Fn::GetAtt'][0]]!
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: deadLetters, AttributeNames: ['QueueArn'] }),
    )
    const RedrivePolicy = JSON.stringify({ ...policy, deadLetterTargetArn: Attributes!['QueueArn'] })
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: resources[id]!, Attributes: { RedrivePolicy } }))
  }
}

interface StackOptions {
  readonly StackName: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Makes a stack from a template, without what the stand-in does not know. */
export const createStack = async (
  endpoint: string,
  template: Template,
  { StackName, parameters }: StackOptions,
): Promise<Deployed> => {
  const options = clientOptions(endpoint)
  const Resources = knownOf(template)
  const client = new CloudFormationClient(options)
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: JSON.stringify({ ...template, Resources }),
      Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  )
  const stack = await settled(client, StackName)
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName }))
  const resources = Object.fromEntries(
    StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [
      LogicalResourceId,
      PhysicalResourceId,
    ]),
  )
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map(output => [output.OutputKey, output.OutputValue]),
  )
  const deployed = { outputs, resources } as Deployed
  await setRedrivePolicy(new SQSClient(options), template, deployed.resources)
  return deployed
}

const readTemplate = (folder: string): Template =>
  JSON.parse(readFileSync(join(folder, 'gongkai.template.json'), 'utf8'))

/** Deploys the synthesised template of `folder` through CloudFormation, as `npm run deploy` would. */
export const deploy = async (endpoint: string, folder: string): Promise<Deployed> => {
  const options = clientOptions(endpoint)
  const s3 = new S3Client({ ...options, forcePathStyle: true })
  await uploadAssets(s3, folder, '000000000000', options.region)
  return createStack(endpoint, readTemplate(folder), {
    StackName: 'gongkai',
    // Seasons have a stack of their own: one thread of the stand-in hands out the messages of all queues.
    parameters: { NoticeMail: 'somebody@example.invalid', Season: 'no' },
  })
}

/** Deploys the release of `folder`, as somebody without CDK would. */
export const deployRelease = async (
  endpoint: string,
  folder: string,
  { StackName, ...parameters }: { readonly StackName: string; readonly [parameter: string]: string },
): Promise<Deployed> => {
  const s3 = new S3Client({ ...clientOptions(endpoint), forcePathStyle: true })
  const Bucket = 'code-of-the-release'
  await s3.send(new CreateBucketCommand({ Bucket }))
  for (const file of readdirSync(folder).filter(name => name.endsWith('.zip')))
    await s3.send(new PutObjectCommand({ Bucket, Key: `v1/${file}`, Body: readFileSync(join(folder, file)) }))
  return createStack(endpoint, readTemplate(folder), {
    StackName,
    parameters: { ...parameters, CodeBucket: Bucket, CodePrefix: 'v1/' },
  })
}
