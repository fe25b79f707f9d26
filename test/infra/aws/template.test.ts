import { readFileSync } from 'node:fs'
import { App, Stack, Validations } from 'aws-cdk-lib'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, test } from 'vitest'
import { settings } from '../../../infra/aws/settings.ts'
import type { Template } from '../../../infra/aws/synthesise.ts'
import { evaluateTemplate } from '../../support/evaluate-template.ts'
import { matchesPattern } from '../../support/event-pattern.ts'
import { actionsOf, allowedTo, ofType, pointsTo, synthesisedTemplate } from '../../support/template.ts'
import { templateRules } from '../../support/template-rules.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let template: Template
beforeAll(() => {
  template = synthesisedTemplate()
})

describe.each(templateRules)('$name', ({ find, spoil }) => {
  test('holds', () => {
    expect(find(template)).toEqual([])
  })
  test('would be noticed if it did not', () => {
    const spoilt = structuredClone(template)
    spoil(spoilt)
    expect(find(spoilt)).not.toEqual([])
  })
})

describe.each(['us-east-1', 'cn-north-1'])('for the account 111122223333 in %s', region => {
  test('the same template comes out, apart from where the bundles are', () => {
    const there = synthesisedTemplate({ account: '111122223333', region })
    const withoutCode = ({ Resources }: Template) =>
      Object.fromEntries(
        Object.entries(Resources).map(([id, resource]) => {
          const { Code: _, ...properties } = resource.Properties
          return [id, JSON.stringify(properties).replaceAll(`"${region}"`, '{"Ref":"AWS::Region"}')]
        }),
      )
    expect(JSON.stringify(there)).not.toMatch(/arn:aws/)
    expect(Object.keys(there.Resources)).toEqual(Object.keys(template.Resources))
    const ours = withoutCode(template)
    // Widgets and metrics name their region; everything else is alike.
    for (const [id, text] of Object.entries(withoutCode(there)))
      if (!/^(Dashboard|Alarm)/.test(id)) expect(text).toBe(ours[id])
  })
})

describe('each function may do exactly this', () => {
  const logs = ['logs:CreateLogStream', 'logs:PutLogEvents']
  const key = ['kms:Decrypt', 'kms:GenerateDataKey']
  const traces = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']
  const lists = ['s3:ListBucket', 's3:ListBucketVersions']
  const uploads = ['s3:GetObject', 's3:GetObjectVersion', ...lists]
  const moves = ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig']
  const scan = ['s3:GetObjectTagging', 's3:GetObjectVersionTagging']
  const outputs = ['s3:PutObject']
  const queue = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ]
  const queues = ['sqs:SendMessage', ...queue]
  const inside = ['s3:GetObject', 's3:ListBucket', 's3:PutObject']
  const work = [...logs, ...traces, ...key, ...uploads, ...scan, ...outputs, 'events:PutEvents', ...queues]
  test.each([
    ['ConvertRole', work],
    ['ReadScanRole', work],
    ['GiveUpRole', work],
    ['NotifyRole', [...logs, ...traces, ...key, 'sns:Publish', 'sqs:SendMessage']],
    [
      'ReconcileRole',
      [
        ...[...logs, ...traces, ...key, ...lists, 's3:GetObject', ...outputs],
        ...['sqs:SendMessage', 'sqs:GetQueueAttributes'],
      ],
    ],
    ['GatherRole', [...logs, ...traces, ...key, ...inside, ...queue, 'sqs:SendMessage']],
    [
      'MakeSeasonRole',
      [...logs, ...traces, ...key, ...inside, ...queue, 'sqs:SendMessage', 'events:PutEvents'],
    ],
    ['DeploymentRole', [...moves, 'cloudwatch:DescribeAlarms']],
  ])('%s', (role, expected) => {
    const actions = new Set(allowedTo(template, role).flatMap(actionsOf))
    expect([...actions].toSorted()).toEqual(expected.toSorted())
  })

  test('convert does not read the dead letters, give-up not the uploads queue', () => {
    const queueOf = (role: string) =>
      JSON.stringify(allowedTo(template, role).find(({ Sid }) => Sid === 'ReceiveMessages')!.Resource)
    expect(queueOf('ConvertRole')).toContain('UploadsQueue')
    expect(queueOf('ReadScanRole')).toContain('ScansQueue')
    expect(queueOf('GiveUpRole')).toContain('DeadLetters')
  })

  test('whoever sends uploads sends them to the queue that it is told of', () => {
    for (const id of ['Convert', 'ReadScan', 'GiveUp', 'Reconcile']) {
      const sends = allowedTo(template, `${id}Role`).find(({ Sid }) => Sid === 'SendUploads')!
      expect(sends.Resource).toEqual({ 'Fn::GetAtt': ['UploadsQueue', 'Arn'] })
      const { Variables } = template.Resources[id]!.Properties.Environment
      expect(Variables.QUEUE_URL).toEqual({ Ref: 'UploadsQueue' })
    }
  })

  test('convert alone hands scans on, where they are read', () => {
    const senders = ofType(template, 'AWS::IAM::Role').filter(([role]) =>
      allowedTo(template, role).some(
        sentence =>
          pointsTo(sentence.Resource).includes('ScansQueue') &&
          actionsOf(sentence).includes('sqs:SendMessage'),
      ),
    )
    expect(senders.map(([role]) => role)).toEqual(['ConvertRole'])
    const queueUrl = (ReadScans: string) =>
      evaluateTemplate(template, { parameters: { ReadScans } }).resources['Convert']!.Properties.Environment
        .Variables.SCANS_QUEUE_URL
    expect(queueUrl('yes')).toBe('ScansQueue')
    expect(queueUrl('no')).toBe('')
  })

  test('reconcile opens no upload, and writes nothing but how far it came', () => {
    const sentences = allowedTo(template, 'ReconcileRole')
    const on = (place: string) =>
      sentences.filter(({ Resource }) => pointsTo(Resource).includes(place)).flatMap(actionsOf)
    expect(on('UploadsBucket').toSorted()).toEqual(lists)
    const written = sentences.filter(sentence => actionsOf(sentence).includes('s3:PutObject'))
    expect(written.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringMatching(/"OutputsBucket".*"\/\.gongkai\/reconcile\.json"\]\]\}$/),
    ])
  })
})

describe('the rule for uploads', () => {
  const patternFor = (UploadPrefix: string) =>
    evaluateTemplate(template, { parameters: { UploadPrefix } }).resources['UploadRule']!.Properties
      .EventPattern
  const created = (key: string, change = {}) => ({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'UploadsBucket' }, object: { key } },
    ...change,
  })

  test('takes every key of the bucket, whatever its ending, and nothing else', () => {
    const pattern = patternFor('')
    for (const key of ['年报/报告.docx', 'a.CEB', 'docx', 'a.docx.', 'a', 'a/', '~$a.docx', '.DS_Store'])
      expect(matchesPattern(pattern, created(key))).toBe(true)
    expect(matchesPattern(pattern, created('a.docx', { 'detail-type': 'Object Deleted' }))).toBe(false)
    const elsewhere = { detail: { bucket: { name: 'OutputsBucket' }, object: { key: 'a.docx' } } }
    expect(matchesPattern(pattern, created('a.docx', elsewhere))).toBe(false)
  })

  test('with a prefix takes all that is under it', () => {
    const pattern = patternFor('incoming/')
    expect(matchesPattern(pattern, created('incoming/报告'))).toBe(true)
    expect(matchesPattern(pattern, created('other/a.docx'))).toBe(false)
  })
})

test('only the uploads tell EventBridge of what is put there', () => {
  const tells = ofType(template, 'AWS::S3::Bucket')
    .filter(([, { Properties }]) => Properties.NotificationConfiguration)
    .map(([id]) => id)
  expect(tells).toEqual(['UploadsBucket'])
})

test('subscribers’ mails are off unless somebody is to get them', () => {
  for (const id of ['Notify', 'NoticeRule', 'NoticeTopic', 'NotifyRole'])
    expect(template.Resources[id]!.Condition).toBe('HasNoticeMail')
  expect(template.Parameters['NoticeMail']!.Default).toBe('')
})

test('the settings fit together', () => {
  expect(settings.visibilitySeconds).toBeGreaterThanOrEqual(6 * settings.functionTimeoutSeconds)
  expect(settings.maxReceiveCount * settings.visibilitySeconds).toBeLessThan(settings.retentionSeconds)
})

test('every alarm has its entry in the runbook, and every entry its alarm', () => {
  const runbook = readFileSync(new URL('../../../RUNBOOK.md', import.meta.url), 'utf8')
  const entries = [...runbook.matchAll(/^### (\S+)$/gm)].map(([, name]) => name)
  const named = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm']
    .flatMap(type => ofType(template, type))
    .map(([, { Properties }]) => /RUNBOOK\.md: (\S+)$/.exec(Properties.AlarmDescription)?.[1])
    .filter(name => name !== undefined)
  expect(entries.toSorted()).toEqual(named.toSorted())
})

test('cdk-nag would stop the synthesis', async () => {
  const app = new App({ outdir: await temporaryFolder() })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  new CfnQueue(new Stack(app, 'bad'), 'Open')
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS4/)
})
