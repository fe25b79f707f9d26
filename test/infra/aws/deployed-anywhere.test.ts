import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Resource } from '../../../infra/aws/synthesise.ts'
import { type Deployment, evaluateTemplate } from '../../support/evaluate-template.ts'
import { actionsOf, allowedTo, ofType, synthesisedTemplate } from '../../support/template.ts'

const template = synthesisedTemplate()

/** A value of each parameter that switches something, beside its default. */
const other = {
  UploadsBucketName: 'their-uploads',
  OutputsBucketName: 'their-outputs',
  UploadPrefix: 'incoming/',
  BusName: 'their-bus',
  KeepLogs: 'yes',
  Paused: 'yes',
  KmsKeyArn: 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  AlarmMail: 'a@example.org',
  NoticeMail: 'b@example.org',
  ScanTag: 'Scan=CLEAN',
  ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner',
  ReconcileSchedule: '',
  Season: 'no',
  ReadScans: 'no',
  Architecture: 'x86_64',
}

const deployments: fc.Arbitrary<Deployment> = fc.record({
  partition: fc.constantFrom('aws', 'aws-cn'),
  stackName: fc.constantFrom('gongkai', 'second'),
  parameters: fc.record(
    Object.fromEntries(Object.entries(other).map(([name, value]) => [name, fc.constant(value)])),
    { requiredKeys: [] },
  ),
})

const holds = (property: (evaluated: ReturnType<typeof evaluateTemplate>, how: Deployment) => void): void =>
  fc.assert(
    fc.property(deployments, how => {
      property(evaluateTemplate(template, how), how)
    }),
    { numRuns: 200 },
  )

const of = (resources: Readonly<Record<string, Resource>>, type: string): readonly Resource[] =>
  Object.values(resources).filter(({ Type }) => Type === type)

test('every condition can be chosen', () => {
  const seen = [{}, other].map(parameters => evaluateTemplate(template, { parameters }).conditions)
  const china = evaluateTemplate(template, { partition: 'aws-cn' }).conditions
  for (const name of Object.keys(template.Conditions))
    expect(new Set([...seen, china].map(conditions => conditions[name])).size, name).toBe(2)
})

test('whatever is chosen, nothing points to what is not made', () => {
  holds(({ dangling }) => expect(dangling).toEqual([]))
})

test('what points to something not made would be noticed', () => {
  const spoilt = structuredClone(template)
  Object.assign(spoilt.Resources['Bus']!, { Condition: 'HasKmsKey' })
  expect(evaluateTemplate(spoilt).dangling).toContain('Bus.Arn')
})

test('two stacks of an account share no name', () => {
  const kinds =
    /^(?:Alarm|Dashboard|Function|LogGroup|Role|Queue|Topic|Bucket|Rule|Policy|Application|DeploymentGroup)?Name$/
  const named = (stackName: string) =>
    Object.values(evaluateTemplate(template, { stackName }).resources).flatMap(({ Type, Properties }) =>
      Object.entries(Properties)
        .filter(
          ([key]) =>
            kinds.test(key) &&
            !/::(?:NamedQuery|Alias|Version|Permission|EventInvokeConfig|DeploymentGroup)$/.test(Type),
        )
        .filter(([, value]) => !Object.hasOwn(template.Resources, String(value)))
        .map(([key, value]) => `${Type} ${key} ${value}`),
    )
  const [first, second] = [named('gongkai'), named('second')]
  expect(first).toContain('AWS::Events::EventBus Name gongkai')
  expect(second).toContain('AWS::Events::EventBus Name second')
  expect(first.filter(name => second.includes(name))).toEqual([])
})

test('the bus is called as the operator wants', () => {
  const { resources } = evaluateTemplate(template, { parameters: { BusName: 'reports' } })
  expect(resources['Bus']!.Properties.Name).toBe('reports')
})

test('what the China regions lack is asked for elsewhere only', () => {
  holds(({ resources }, { partition }) => {
    const china = partition === 'aws-cn'
    const text = JSON.stringify(resources)
    for (const name of ['MetricsConfig', 'ProvisionedPollerConfig', 'RecursiveLoop', 'FunctionUrl'])
      expect(text).not.toContain(`"${name}"`)
    for (const { Properties } of of(resources, 'AWS::Lambda::Function'))
      expect(Properties.TracingConfig).toEqual(china ? undefined : { Mode: 'Active' })
    expect(text.includes('xray:')).toBe(!china)
    for (const { Properties } of of(resources, 'AWS::Lambda::EventSourceMapping'))
      expect(Properties.Tags === undefined).toBe(china)
  })
})

test('everything that can be marked is', () => {
  const tagless = [
    ...['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription'],
    ...['AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Athena::NamedQuery'],
    ...[
      'AWS::Lambda::Alias',
      'AWS::Lambda::Version',
      'AWS::Lambda::Permission',
      'AWS::Lambda::EventInvokeConfig',
    ],
  ]
  const unmarked = Object.entries(evaluateTemplate(template, { parameters: other }).resources).filter(
    ([, { Type, Properties }]) =>
      !tagless.includes(Type) &&
      JSON.stringify(Properties.Tags) !== JSON.stringify([{ Key: 'application', Value: 'gongkai' }]),
  )
  expect(unmarked.map(([id]) => id)).toEqual([])
})

test('logs go with the stack unless they are to be kept; what replaces a group never takes its lines', () => {
  holds(({ resources }, { parameters }) => {
    const groups = of(resources, 'AWS::Logs::LogGroup')
    expect(groups.length).toBeGreaterThan(2)
    for (const { DeletionPolicy, UpdateReplacePolicy } of groups) {
      expect(DeletionPolicy).toBe(parameters!['KeepLogs'] === 'yes' ? 'Retain' : 'Delete')
      expect(UpdateReplacePolicy).toBe('Retain')
    }
  })
})

test('paused, nothing is converted; what was given up still is told', () => {
  holds(({ resources }, { parameters }) => {
    expect(resources['UploadsFeed']!.Properties.Enabled).toBe(parameters!['Paused'] !== 'yes')
    expect(resources['DeadLettersFeed']!.Properties.Enabled).toBe(true)
  })
})

test('a key of the operator’s encrypts everything but the queue for what it could not encrypt', () => {
  holds(({ resources }, { parameters }) => {
    const key = parameters!['KmsKeyArn']
    expect(resources['Bus']!.Properties.KmsKeyIdentifier).toBe(key)
    expect(resources['Bus']!.Properties.DeadLetterConfig).toEqual(key && { Arn: 'BusDeadLetters.Arn' })
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
      if (Type === 'AWS::SQS::Queue')
        expect(Properties.KmsMasterKeyId).toBe(id === 'BusDeadLetters' ? undefined : key)
      if (Type === 'AWS::Lambda::Function') expect(Properties.KmsKeyArn).toBe(key)
      if (Type === 'AWS::Logs::LogGroup') expect(Properties.KmsKeyId).toBe(key)
    }
  })
})

test('the daily look is called unless it is switched off', () => {
  holds(({ resources }, { parameters }) => {
    const off = parameters!['ReconcileSchedule'] === ''
    expect(resources['ReconcileRule']!.Properties.State).toBe(off ? 'DISABLED' : 'ENABLED')
    expect(resources['ReconcileRule']!.Properties.ScheduleExpression).toMatch(/^cron\(/)
  })
  const { Timeout, DeadLetterConfig } = template.Resources['Reconcile']!.Properties
  expect(Timeout).toBe(900)
  expect(DeadLetterConfig).toEqual({ TargetArn: { 'Fn::GetAtt': ['ReconcileDeadLetters', 'Arn'] } })
})

test('choices that cannot stand together are refused', () => {
  const refused = (parameters: Deployment['parameters']) =>
    evaluateTemplate(template, { parameters: parameters! }).refused
  expect(refused({})).toEqual([])
  expect(refused({ UploadsBucketName: 'a-bucket', OutputsBucketName: 'another' })).toEqual([])
  expect(refused({ UploadsBucketName: 'a-bucket', OutputsBucketName: 'a-bucket' })).toEqual([
    expect.stringMatching(/two buckets/),
  ])
  expect(refused({ ScanTag: 'a=b' })).toEqual([expect.stringMatching(/ScannerRoleArn/)])
  expect(refused({ ScanTag: 'a=b', ScannerRoleArn: other.ScannerRoleArn })).toEqual([])
})

test('every Lambda permission is for the very function that the rule calls', () => {
  const permissions = ofType(template, 'AWS::Lambda::Permission')
  for (const [id, { Properties }] of ofType(template, 'AWS::Events::Rule'))
    for (const target of Properties.Targets) {
      const called = target.Arn['Fn::GetAtt'][0]
      if (template.Resources[called]!.Type !== 'AWS::Lambda::Function') continue
      const allowed = permissions.filter(
        ([, permission]) => permission.Properties.SourceArn['Fn::GetAtt'][0] === id,
      )
      expect(allowed.map(([, permission]) => permission.Properties.FunctionName)).toEqual([{ Ref: called }])
    }
})

test('no role but that of deployments touches an alias', () => {
  for (const [id] of ofType(template, 'AWS::IAM::Role'))
    if (id !== 'DeploymentRole')
      expect(
        allowedTo(template, id)
          .flatMap(actionsOf)
          .filter(action => action.startsWith('lambda:')),
      ).toEqual([])
})
