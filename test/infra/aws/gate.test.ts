import { describe, expect, test } from 'vitest'
import { evaluateTemplate } from '../../support/evaluate-template.ts'
import { synthesisedTemplate } from '../../support/template.ts'

const template = synthesisedTemplate()
const scanner = 'arn:aws:iam::111122223333:role/service-role/scanner'
const tag = 'GuardDutyMalwareScanStatus'

interface Request {
  readonly action: string
  readonly principal: string
  readonly tags?: readonly string[]
}

interface Denial {
  readonly Effect: string
  readonly Principal: unknown
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Whether a condition of the policy holds, as IAM has it; one it does not know is an error of the test. */
const conditionHolds = (operator: string, key: string, value: string, request: Request): boolean => {
  if (operator === 'ArnNotEquals' && key === 'aws:PrincipalArn') return request.principal !== value
  if (operator === 'ForAnyValue:StringEquals' && key === 's3:RequestObjectTagKeys')
    return (request.tags ?? []).includes(value)
  if (operator === 'Bool' && key === 'aws:SecureTransport') return value === 'true'
  throw new Error(`unknown condition ${operator} ${key}`)
}

const denies = ({ Effect, Action, Condition }: Denial, request: Request): boolean =>
  Effect === 'Deny' &&
  [Action].flat().some(action => action === request.action || action === 's3:*') &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, value]) => conditionHolds(operator, key, value, request)),
  )

const policyWith = (parameters: Readonly<Record<string, string>>): readonly Denial[] =>
  evaluateTemplate(template, { parameters }).resources['UploadsBucketPolicy']!.Properties.PolicyDocument
    .Statement

const isDenied = (policy: readonly Denial[], request: Request): boolean =>
  policy.some(statement => denies(statement, request))

const tagging = [
  'PutObjectTagging',
  'PutObjectVersionTagging',
  'DeleteObjectTagging',
  'DeleteObjectVersionTagging',
]
const uploader = 'arn:aws:iam::111122223333:role/uploader'

describe('with a gate', () => {
  const policy = policyWith({ ScanTag: `${tag}=NO_THREATS_FOUND`, ScannerRoleArn: scanner })

  test.each(tagging)('%s is for the scanner alone', action => {
    expect(isDenied(policy, { action: `s3:${action}`, principal: uploader })).toBe(true)
    expect(isDenied(policy, { action: `s3:${action}`, principal: scanner })).toBe(false)
  })

  test('an upload may come with tags, but not with the scanner’s', () => {
    const put = { action: 's3:PutObject', principal: uploader }
    expect(isDenied(policy, put)).toBe(false)
    expect(isDenied(policy, { ...put, tags: ['Project'] })).toBe(false)
    expect(isDenied(policy, { ...put, tags: ['Project', tag] })).toBe(true)
  })

  test('every object of the bucket is meant, and everybody', () => {
    for (const { Principal, Resource } of policy) {
      expect(Principal).toBe('*')
      expect([Resource].flat()).toContain('UploadsBucket.Arn/*')
    }
  })
})

test('where no scanner is named, nobody sets tags', () => {
  const policy = policyWith({ ScanTag: 'Scan=CLEAN' })
  for (const principal of [uploader, scanner])
    expect(isDenied(policy, { action: 's3:PutObjectTagging', principal })).toBe(true)
})

test('without a gate tags are free', () => {
  expect(isDenied(policyWith({}), { action: 's3:PutObjectTagging', principal: uploader })).toBe(false)
})
