import { expect, test } from 'vitest'
import { functionNames } from '../../../infra/aws/bundle.ts'
import { releaseTemplate } from '../../../infra/aws/release.ts'
import { pointsTo, synthesisedTemplate } from '../../support/template.ts'

const template = synthesisedTemplate()
const released = releaseTemplate(template, name => `${name}.zip`)

test('every function takes its code from where the person put it', () => {
  const functions = Object.values(released.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')
  expect(functions).toHaveLength(functionNames.length)
  for (const { Properties } of functions) {
    expect(pointsTo(Properties.Code).toSorted()).toEqual(['CodeBucket', 'CodePrefix'])
    const file = Properties.Code.S3Key['Fn::Join'][1][1]
    const name = Properties.Handler.replace('.handler', '')
    const withEngine = ['gather', 'season'].includes(name)
    expect(file).toEqual(
      withEngine ? { 'Fn::If': ['IsArm', 'season-arm64.zip', 'season-x86_64.zip'] } : `${name}.zip`,
    )
  }
})

test('nothing of CDK is needed', () => {
  expect(JSON.stringify(released)).not.toMatch(/cdk-|BootstrapVersion|aws:asset/)
  expect(Object.keys(released.Parameters)).toEqual([
    'CodeBucket',
    'CodePrefix',
    ...Object.keys(template.Parameters),
  ])
})

test('apart from the code it is the template that is deployed otherwise', () => {
  for (const [id, resource] of Object.entries(template.Resources))
    if (resource.Type !== 'AWS::Lambda::Function') expect(released.Resources[id]).toEqual(resource)
})
