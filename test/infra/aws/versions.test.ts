import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { synthesise, type Template } from '../../../infra/aws/synthesise.ts'
import { writeBuild } from '../../../infra/bundle/write-build.ts'
import { evaluateTemplate } from '../../support/evaluate-template.ts'
import { functionBehind, ofType, pointsTo, synthesisedTemplate } from '../../support/template.ts'

const folders: string[] = []
const folder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'gongkai-versions-')))
  return folders.at(-1)!
}
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true })
})

/** The template with this code in all functions, built at this time. */
const templateOf = (code: string, seconds = '1700000000'): Template => {
  const bundle = folder()
  writeFileSync(join(bundle, 'code.mjs'), code)
  const before = process.env['SOURCE_DATE_EPOCH']
  process.env['SOURCE_DATE_EPOCH'] = seconds
  writeBuild(bundle, [], bundle)
  if (before === undefined) delete process.env['SOURCE_DATE_EPOCH']
  else process.env['SOURCE_DATE_EPOCH'] = before
  return synthesise({ outdir: folder(), codeOf: () => bundle }).template
}

const template = synthesisedTemplate()
const versionsIn = (given: Template) => ofType(given, 'AWS::Lambda::Version').map(([id]) => id)

describe('a version', () => {
  const first = templateOf('one')

  test('is another one when the code is', () => {
    const [before, after] = [versionsIn(first), versionsIn(templateOf('two'))]
    expect(before).toHaveLength(3)
    expect(after.filter(id => before.includes(id))).toEqual([])
  })

  test('is the same one when the same code was built again, and nothing is deployed', () => {
    expect(templateOf('one', '1800000000')).toEqual(first)
  })

  test('is published anew when a choice is another that it takes over', () => {
    const published = (parameters: Readonly<Record<string, unknown>>) => {
      const { resources } = evaluateTemplate(template, { parameters })
      return ['Convert', 'ReadScan', 'GiveUp'].map(id => {
        const { Properties } = resources[id]!
        const [version] = ofType(template, 'AWS::Lambda::Version').filter(
          ([, made]) => pointsTo(made.Properties.FunctionName)[0] === id,
        )
        const name = resources['Bus']!.Properties.Name
        return [
          JSON.stringify([Properties, Properties.Environment.Variables.BUS_ARN && name]),
          resources[version![0]]!.Properties.Description,
        ]
      })
    }
    const before = published({})
    for (const [name, value] of Object.entries(others))
      for (const [at, [properties, description]] of published({ [name]: value }).entries())
        if (properties !== before[at]![0]) expect(description, name).not.toBe(before[at]![1])
  })

  test('has a description that fits, whatever was chosen', () => {
    const { resources } = evaluateTemplate(template, { parameters: longest() })
    for (const id of versionsIn(template))
      expect(resources[id]!.Properties.Description.length).toBeLessThanOrEqual(256)
  })
})

const others: Readonly<Record<string, unknown>> = {
  UploadsBucketName: 'their-uploads',
  OutputsBucketName: 'their-outputs',
  UploadPrefix: 'incoming/',
  BusName: 'their-bus',
  NoncurrentDays: 9,
  LogDays: '7',
  KeepLogs: 'yes',
  MemoryMb: 3000,
  Concurrency: 20,
  ReadScans: 'no',
  Paused: 'yes',
  Deployment: 'AllAtOnce',
  ReconcileSchedule: 'rate(1 hour)',
  Season: 'no',
  Architecture: 'x86_64',
  Runtime: 'nodejs26.x',
  KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
  AlarmMail: 'a@example.org',
  NoticeMail: 'b@example.org',
  ScanTag: 'Scan=CLEAN',
  ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner',
}

test('the other choices are of every parameter, and are allowed', () => {
  expect(Object.keys(others).toSorted()).toEqual(Object.keys(template.Parameters).toSorted())
  for (const [name, { AllowedPattern = '', AllowedValues }] of Object.entries(template.Parameters)) {
    expect(String(others[name])).toMatch(new RegExp(AllowedPattern))
    if (AllowedValues) expect(AllowedValues).toContain(String(others[name]))
  }
})

/** The longest value that each parameter allows, of those that versions name. */
const longest = (): Readonly<Record<string, string>> => {
  const values = {
    UploadsBucketName: 'a'.repeat(63),
    OutputsBucketName: 'b'.repeat(63),
    BusName: 'c'.repeat(24),
    ScanTag: `d=${'e'.repeat(42)}`,
    MemoryMb: '10240',
    Architecture: 'x86_64',
    Runtime: 'nodejs99.x',
    KmsKeyArn: `arn:aws:kms:us-east-1:111122223333:key/${'f'.repeat(36)}`,
  }
  for (const [name, value] of Object.entries(values)) {
    const { AllowedPattern, MaxLength, MaxValue, AllowedValues } = template.Parameters[name]!
    const allows = (text: string) =>
      (AllowedPattern === undefined || new RegExp(AllowedPattern).test(text)) &&
      text.length <= (MaxLength ?? Number.POSITIVE_INFINITY) &&
      (MaxValue === undefined || Number(text) <= MaxValue) &&
      (AllowedValues?.includes(text) ?? true)
    expect(allows(value), name).toBe(true)
    if (!AllowedValues) expect(allows(`${value}9`), `a longer ${name}`).toBe(false)
  }
  return values
}

describe('what takes over', () => {
  const groups = ofType(template, 'AWS::CodeDeploy::DeploymentGroup')
  const aliases = ofType(template, 'AWS::Lambda::Alias')

  test('queues call aliases, each of which names the one version of its function', () => {
    const mappings = ofType(template, 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Condition }]) => Condition === undefined,
    )
    expect(mappings).toHaveLength(3)
    for (const [, { Properties }] of mappings)
      expect(aliases.map(([id]) => id)).toContain(pointsTo(Properties.FunctionName)[0])
    for (const [, { Properties }] of aliases) {
      const [version] = pointsTo(Properties.FunctionVersion)
      expect(template.Resources[version!]!.Properties.FunctionName).toEqual(Properties.FunctionName)
      expect(Properties.Name).toBe('live')
    }
  })

  test('every alias is moved by CodeDeploy, in a group of its own', () => {
    for (const [, { UpdatePolicy }] of aliases) {
      const { CodeDeployLambdaAliasUpdate: update } = UpdatePolicy as Record<string, Record<string, unknown>>
      const [group] = pointsTo(update!['DeploymentGroupName'])
      expect(groups.map(([id]) => id)).toContain(group)
      expect(update!['ApplicationName']).toEqual(template.Resources[group!]!.Properties.ApplicationName)
    }
    expect(new Set(aliases.map(([, alias]) => JSON.stringify(alias.UpdatePolicy))).size).toBe(aliases.length)
  })

  test('an alarm of the very version that takes over brings the one before back', () => {
    expect(groups).toHaveLength(aliases.length)
    for (const [id, { Properties }] of groups) {
      expect(Properties.AutoRollbackConfiguration.Enabled).toBe(true)
      expect(Properties.AutoRollbackConfiguration.Events).toContain('DEPLOYMENT_STOP_ON_ALARM')
      expect(Properties.AlarmConfiguration.Enabled).toBe(true)
      const alarms = pointsTo(Properties.AlarmConfiguration.Alarms)
      expect(alarms).not.toEqual([])
      const [alias] = aliases.find(([, made]) => pointsTo(made.UpdatePolicy).includes(id))!
      const own = functionBehind(template, { Ref: alias })
      for (const alarm of alarms) {
        const seen = pointsTo(template.Resources[alarm]!.Properties.Dimensions)
        const [version] = seen.filter(name => template.Resources[name]?.Type === 'AWS::Lambda::Version')
        expect(pointsTo(template.Resources[version!]!.Properties.FunctionName)).toEqual([own])
      }
    }
  })

  test.each(['AllAtOnce', 'Canary10Percent5Minutes', 'Linear10PercentEvery1Minute'])('%s', Deployment => {
    const { resources } = evaluateTemplate(template, { parameters: { Deployment } })
    for (const [id] of groups)
      expect(resources[id]!.Properties.DeploymentConfigName).toBe(`CodeDeployDefault.Lambda${Deployment}`)
  })
})
