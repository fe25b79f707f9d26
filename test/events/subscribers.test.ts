import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { App, Stack, Validations } from 'aws-cdk-lib'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { subscriptions } from '../../events/subscribers/index.ts'
import type { Template } from '../../infra/aws/synthesise.ts'
import { actionsOf, ofType, pointsTo, type Sentence, sentencesOf } from '../support/template.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = new URL('../../events/', import.meta.url)
const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
const read = (file: string): Template => readJson(`subscribers/${file}`)

/** What each sentence of each policy in a template says. */
const sentences = (template: Template): readonly Sentence[] =>
  Object.values(template.Resources).flatMap(({ Properties }) => [
    ...(Properties.PolicyDocument ? sentencesOf(Properties.PolicyDocument) : []),
    ...(Properties.Policies ?? []).flatMap((policy: { PolicyDocument: Parameters<typeof sentencesOf>[0] }) =>
      sentencesOf(policy.PolicyDocument),
    ),
    ...(Properties.Statement ? [Properties.Statement as Sentence] : []),
  ])
const allowed = (template: Template) => sentences(template).filter(({ Effect }) => Effect === 'Allow')

/** What CDK and cdk-nag have against a template; nothing where it is as it should be. */
const synthesised = async (template: Template): Promise<string> => {
  const folder = await temporaryFolder()
  const templateFile = join(folder, 'template.json')
  await writeFile(templateFile, JSON.stringify(template))
  const app = new App({ outdir: join(folder, 'out'), analyticsReporting: false })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const included = new CfnInclude(new Stack(app, 'sample'), 'Included', { templateFile })
  if (template.Resources['DeadLetters'])
    Validations.of(included.getResource('DeadLetters')).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It holds the dead letters of a rule.',
    })
  try {
    app.synth()
    return ''
  } catch (error) {
    return String(error)
  }
}

test('a queue that anybody may send to without TLS would be noticed', async () => {
  const spoilt = structuredClone(read('queue.json')) as { Resources: Record<string, unknown> }
  delete spoilt.Resources['EventsPolicy']
  expect(await synthesised(spoilt as unknown as Template)).toContain('AwsSolutions-SQS4')
})

test('every file is in the list', () => {
  const files = readdirSync(new URL('subscribers/', root)).filter(name => name.endsWith('.json'))
  expect(files.toSorted()).toEqual(subscriptions.map(({ file }) => file).toSorted())
})

describe.each(subscriptions)('$file', ({ file, pattern }) => {
  const template = read(file)

  test('is a template that CDK reads, and cdk-nag has nothing against it', async () => {
    expect(await synthesised(template)).toBe('')
  })

  test('its rule asks for one of the published patterns, on the bus that is named', () => {
    const rules = ofType(template, 'AWS::Events::Rule').map(([, { Properties }]) => Properties)
    expect(rules.map(({ EventPattern }) => EventPattern)).toEqual(
      pattern ? [readJson(`patterns/${pattern}`)] : [],
    )
    for (const { EventBusName } of rules) expect(EventBusName).toEqual({ Ref: 'BusName' })
  })

  test('what cannot be delivered is kept for 14 days, in a queue that the rule may send to', () => {
    for (const [, { Properties }] of ofType(template, 'AWS::Events::Rule'))
      for (const target of Properties.Targets) {
        const [queue] = pointsTo(target.DeadLetterConfig)
        expect(template.Resources[queue!]!.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600)
        expect(mayBeSentTo(queue!)).toBe(true)
        const [own] = pointsTo(target.Arn)
        if (template.Resources[own!]?.Type === 'AWS::SQS::Queue') expect(mayBeSentTo(own!)).toBe(true)
      }
  })
  const mayBeSentTo = (queue: string) =>
    allowed(template).some(
      sentence =>
        actionsOf(sentence).includes('sqs:SendMessage') &&
        pointsTo(sentence.Resource).includes(queue) &&
        pointsTo(sentence.Condition).includes('Rule'),
    )

  test('nothing is allowed but on one thing by name, and no service without saying for whom', () => {
    expect(allowed(template).length).toBeGreaterThan(0)
    for (const sentence of allowed(template)) {
      for (const action of actionsOf(sentence)) expect(action).toMatch(/^[a-z]+:[A-Za-z]+$/)
      expect(pointsTo(sentence.Resource)).toHaveLength(1)
      if (sentence.Principal) {
        expect(sentence.Principal).not.toBe('*')
        expect(sentence.Condition).toBeDefined()
      }
    }
    for (const [, { Properties }] of ofType(template, 'AWS::Lambda::Permission'))
      expect(pointsTo(Properties.SourceArn)).toEqual(['Rule'])
    for (const [id] of ofType(template, 'AWS::SQS::Queue'))
      expect(
        sentences(template).some(
          ({ Effect, Resource }) => Effect === 'Deny' && pointsTo(Resource).includes(id),
        ),
      ).toBe(true)
  })

  test('it fits every partition', () => {
    expect(JSON.stringify(template)).not.toMatch(/arn:aws|amazonaws\.com\.cn|"(?:us|cn|eu|ap)-[a-z]+-\d"/)
  })

  test('every reference in it leads somewhere', () => {
    const known = new Set([
      ...Object.keys(template.Resources),
      ...Object.keys(template.Parameters),
      'AWS::AccountId',
      'AWS::Partition',
    ])
    expect(pointsTo([template.Resources, template.Outputs]).filter(name => !known.has(name))).toEqual([])
  })
})
