import { describe, expect, test } from 'vitest'
import { namedQueries } from '../../../lib/series/athena.ts'
import { dataTableNames, dataTables } from '../../../lib/series/data-tables.ts'
import { evaluateTemplate } from '../../support/evaluate-template.ts'
import { actionsOf, allowedTo, ofType, pointsTo, synthesisedTemplate } from '../../support/template.ts'

const template = synthesisedTemplate()
const of = (parameters: Readonly<Record<string, string>>, partition = 'aws') =>
  evaluateTemplate(template, { parameters, partition }).resources
const typesOf = (resources: ReturnType<typeof of>, type: RegExp) =>
  Object.entries(resources).filter(([, { Type }]) => type.test(Type))

test('switched off, nothing of it is made, and nothing else is another', () => {
  const [on, off] = [of({}), of({ Season: 'no' })]
  const only = Object.keys(on).filter(id => !(id in off))
  expect(only.length).toBeGreaterThan(40)
  for (const id of only) expect(id).toMatch(/Season|Gather|^Alarm/)
  const isBoard = (id: string) => off[id]!.Type === 'AWS::CloudWatch::Dashboard'
  for (const id of Object.keys(off)) if (!isBoard(id)) expect(off[id]).toEqual(on[id])
  expect(evaluateTemplate(template, { parameters: { Season: 'no' } }).dangling).toEqual([])
})

describe('what the functions may write', () => {
  const written = (role: string) =>
    allowedTo(template, role)
      .filter(sentence => actionsOf(sentence).includes('s3:PutObject'))
      .flatMap(({ Resource }) => [Resource].flat())
      .map(resource => JSON.stringify(resource).match(/"\/([^"*]*)\*"/)?.[1])

  test('gather: segments', () => {
    expect(written('GatherRole')).toEqual(['season/segments/'])
  })

  test('season: what stands below season/, and its own machinery', () => {
    expect(written('MakeSeasonRole')).toEqual(['season/', '.gongkai/season/'])
  })

  test('neither reads an upload', () => {
    for (const role of ['GatherRole', 'MakeSeasonRole'])
      expect(JSON.stringify(allowedTo(template, role))).not.toContain('UploadsBucket')
  })
})

test('both run with the library of the processor that is chosen', () => {
  for (const id of ['Gather', 'MakeSeason'])
    for (const [architecture, at] of [
      ['arm64', 1],
      ['x86_64', 2],
    ] as const) {
      const choice = template.Resources[id]!.Properties.Code.S3Key['Fn::If']
      expect(choice[0]).toBe('IsArm')
      expect(of({ Architecture: architecture })[id]!.Properties).toMatchObject({
        Architectures: [architecture],
        Code: { S3Key: choice[at] },
      })
    }
})

test('seasons are made one batch of changes at a time', () => {
  const { SeasonQueue, SeasonFeed, SeasonSchedule } = of({})
  expect(SeasonQueue!.Properties).toMatchObject({ FifoQueue: true, ContentBasedDeduplication: true })
  // A queue of this kind knows no window.
  expect(SeasonFeed!.Properties.MaximumBatchingWindowInSeconds).toBeUndefined()
  expect(SeasonFeed!.Properties.BatchSize).toBeLessThanOrEqual(10)
  const [target] = SeasonSchedule!.Properties.Targets
  expect(target).toMatchObject({
    Arn: 'SeasonQueue.Arn',
    SqsParameters: { MessageGroupId: 'season' },
    Input: '{"thorough":true}',
  })
  // The dead letters of a rule's target must be a standard queue.
  const [deadLetters] = pointsTo(template.Resources['SeasonSchedule']!.Properties.Targets[0].DeadLetterConfig)
  expect(of({})[deadLetters!]!.Properties.FifoQueue).toBeUndefined()
  // Those of a queue of this kind must be one too.
  const [last] = pointsTo(template.Resources['SeasonQueue']!.Properties.RedrivePolicy)
  expect(of({})[last!]!.Properties.FifoQueue).toBe(true)
})

test('a batch for a segment is waited for no longer than the queue hides its messages', () => {
  const { GatherQueue, GatherFeed, Gather } = of({})
  const { MaximumBatchingWindowInSeconds: window, BatchSize } = GatherFeed!.Properties
  expect({ window, BatchSize }).toEqual({ window: 300, BatchSize: 1000 })
  expect(GatherQueue!.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(
    6 * Gather!.Properties.Timeout + window,
  )
})

describe('for Athena', () => {
  const resources = of({}, 'aws-cn')

  test('there is a table for each of the data set, with its columns, where the season puts its pointers', () => {
    const tables = typesOf(resources, /^AWS::Glue::Table$/).map(([, { Properties }]) => Properties)
    expect(tables.map(({ TableInput }) => TableInput.Name).toSorted()).toEqual([...dataTableNames].toSorted())
    for (const { DatabaseName, CatalogId, TableInput } of tables) {
      expect({ DatabaseName, CatalogId }).toEqual({
        DatabaseName: 'SeasonDatabase',
        CatalogId: '111122223333',
      })
      const { Name, StorageDescriptor, PartitionKeys, Parameters, TableType } = TableInput
      expect(StorageDescriptor.Location).toBe(`s3://OutputsBucket/season/athena/${Name}/`)
      expect(StorageDescriptor.Columns.map((column: { Name: string }) => column.Name)).toEqual(
        dataTables[Name as keyof typeof dataTables].columns.map(({ name }) => name),
      )
      expect(PartitionKeys).toMatchObject([{ Name: 'season', Type: 'string' }])
      expect(TableType).toBe('EXTERNAL_TABLE')
      expect(Parameters).toMatchObject({
        'projection.enabled': 'true',
        'storage.location.template': `s3://OutputsBucket/season/athena/${Name}/season=\${season}/`,
      })
      expect(StorageDescriptor.SerdeInfo.SerializationLibrary).toContain('ParquetHiveSerDe')
    }
  })

  test('the ready questions are named queries of the workgroup, which bounds what they cost', () => {
    const queries = typesOf(resources, /^AWS::Athena::NamedQuery$/).map(([, { Properties }]) => Properties)
    expect(queries).toHaveLength(namedQueries.length)
    expect(queries.length).toBeGreaterThan(10)
    for (const { Database, WorkGroup, QueryString, Name, Description } of queries) {
      expect({ Database, WorkGroup }).toEqual({ Database: 'SeasonDatabase', WorkGroup: 'SeasonWorkgroup' })
      expect(QueryString.length).toBeLessThan(262_144)
      expect(Name.length).toBeLessThanOrEqual(128)
      expect(Description.length).toBeLessThanOrEqual(1024)
    }
    const { WorkGroupConfiguration } = resources['SeasonWorkgroup']!.Properties
    expect(WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 1024 ** 3,
      ResultConfiguration: {
        OutputLocation: 's3://OutputsBucket/.gongkai/athena/',
        EncryptionConfiguration: { EncryptionOption: 'SSE_S3' },
      },
    })
  })

  test('a key of the operator’s encrypts the answers too', () => {
    const KmsKeyArn = 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    const { WorkGroupConfiguration } = of({ KmsKeyArn })['SeasonWorkgroup']!.Properties
    expect(WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration).toEqual({
      EncryptionOption: 'SSE_KMS',
      KmsKey: KmsKeyArn,
    })
  })

  test('the database has a name that needs no quotes', () => {
    const nameIn = (stackName: string) =>
      evaluateTemplate(template, { stackName }).resources['SeasonDatabase']!.Properties.DatabaseInput.Name
    expect(nameIn('gongkai')).toBe('gongkai')
    expect(nameIn('year-book')).toBe('year_book')
  })

  test('answers go after a month, and nothing else does', () => {
    const rulesOf = (id: string) =>
      ofType(template, 'AWS::S3::Bucket').find(([name]) => name === id)![1].Properties.LifecycleConfiguration
        .Rules
    const expiring = (id: string) =>
      rulesOf(id)
        .filter((rule: object) => 'ExpirationInDays' in rule)
        .map(({ Prefix }: { Prefix: string }) => Prefix)
    expect(expiring('OutputsBucket')).toEqual(['.gongkai/athena/'])
    expect(expiring('UploadsBucket')).toEqual([])
  })
})
