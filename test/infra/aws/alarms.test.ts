import { expect, test } from 'vitest'
import { evaluateTemplate } from '../../support/evaluate-template.ts'
import { synthesisedTemplate } from '../../support/template.ts'

const template = synthesisedTemplate()
const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

const cases = [
  {},
  { NoticeMail: 'a@example.org' },
  { KmsKeyArn: key },
  { NoticeMail: 'a@example.org', KmsKeyArn: key },
]

test.each(cases)('the dashboard shows the alarms that ring, and those alone: %j', parameters => {
  const { resources } = evaluateTemplate(template, { parameters })
  const ringing = Object.entries(resources)
    .filter(([, { Type }]) => /^AWS::CloudWatch::(?:Composite)?Alarm$/.test(Type))
    .filter(([, { Properties }]) => Properties.AlarmActions?.length)
    .map(([id]) => `${id}.Arn`)
  const [dashboard] = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard')
  const { widgets } = JSON.parse(dashboard!.Properties.DashboardBody)
  const shown = widgets
    .filter(({ type }: { type: string }) => type === 'alarm')
    .flatMap(({ properties }: { properties: { alarms: string[] } }) => properties.alarms)
  expect(shown.toSorted()).toEqual(ringing.toSorted())
  expect(shown.length).toBeGreaterThan(15)
})

test('whatever rings also says that it is over', () => {
  const { resources } = evaluateTemplate(template, { parameters: cases.at(-1)! })
  for (const { Properties } of Object.values(resources))
    if (Properties.AlarmActions) expect(Properties.OKActions).toEqual(Properties.AlarmActions)
})

test('every rule rings where it can neither deliver an event nor keep it', () => {
  const { resources } = evaluateTemplate(template, { parameters: cases.at(-1)! })
  const dimensionsOf = (id: string) =>
    resources[id]!.Properties.EventBusName
      ? [
          { Name: 'EventBusName', Value: resources[id]!.Properties.EventBusName },
          { Name: 'RuleName', Value: undefined },
        ]
      : [{ Name: 'RuleName', Value: id }]
  const watched = Object.values(resources)
    .filter(({ Properties }) => Properties.MetricName === 'InvocationsFailedToBeSentToDlq')
    .map(({ Properties }) => JSON.stringify(Properties.Dimensions))
  const rules = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Events::Rule')
  expect(rules).toHaveLength(5)
  for (const [id] of rules) expect(watched).toContain(JSON.stringify(dimensionsOf(id)))
})

test('the rule of another bus is named as the last part of its ARN says', () => {
  const [alarm] = Object.entries(template.Resources).filter(([id]) => id.startsWith('AlarmNoticeEventLost'))
  const [, { Properties }] = alarm!
  const name = Properties.Dimensions.find(({ Name }: { Name: string }) => Name === 'RuleName').Value
  expect(name).toEqual({
    'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['NoticeRule', 'Arn'] }] }],
  })
})

test('the bus rings for what it could not encrypt, where a key encrypts it', () => {
  const has = (parameters: object) =>
    Object.values(evaluateTemplate(template, { parameters: { ...parameters } }).resources).some(
      ({ Properties }) => JSON.stringify(Properties.Dimensions ?? '').includes('BusDeadLetters.QueueName'),
    )
  expect(has({})).toBe(false)
  expect(has({ KmsKeyArn: key })).toBe(true)
})
