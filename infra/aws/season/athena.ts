import { Aws, type CfnResource, Fn, type Stack } from 'aws-cdk-lib'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import { athenaTables, namedQueries } from '../../../lib/series/athena.ts'
import { answersPrefix, type ServiceBucket } from '../buckets.ts'
import type { Choices } from '../choices.ts'
import { settings } from '../settings.ts'

export interface Athena {
  readonly workgroup: CfnWorkGroup
  readonly database: CfnDatabase
  readonly made: readonly CfnResource[]
}

const logicalId = (name: string): string =>
  name.replaceAll(/(?:^|[^A-Za-z0-9])+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The data set as tables, and the ready questions as named queries in a workgroup of their own. */
export const addAthena = (stack: Stack, choices: Choices, outputs: ServiceBucket): Athena => {
  const { parameters, conditions, either } = choices
  const catalogId = Aws.ACCOUNT_ID
  // A hyphen would have to be quoted in every question.
  const name = Fn.join('_', Fn.split('-', Aws.STACK_NAME) as unknown as string[])
  const database = new CfnDatabase(stack, 'SeasonDatabase', {
    catalogId,
    databaseInput: {
      name,
      description: '政务公开年报季 The reports on government information disclosure, year by year',
    },
  })
  const root = Fn.join('', ['s3://', outputs.name, '/season/athena'])
  const tables = athenaTables(root).map(
    tableInput =>
      new CfnTable(stack, `SeasonTable${logicalId(tableInput.name)}`, {
        catalogId,
        databaseName: database.ref,
        tableInput: { ...tableInput } as never,
      }),
  )
  const encrypted = either(
    conditions.HasKmsKey,
    { EncryptionOption: 'SSE_KMS', KmsKey: parameters.KmsKeyArn.valueAsString },
    { EncryptionOption: 'SSE_S3' },
  )
  const workgroup = new CfnWorkGroup(stack, 'SeasonWorkgroup', {
    name: Fn.join('-', [Aws.STACK_NAME, 'season']),
    description: 'Questions about the reports of a year',
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      bytesScannedCutoffPerQuery: settings.athenaMostBytes,
      publishCloudWatchMetricsEnabled: true,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: Fn.join('', ['s3://', outputs.name, '/', answersPrefix]),
        encryptionConfiguration: encrypted as never,
      },
    },
  })
  const queries = namedQueries.map(
    (query, at) =>
      new CfnNamedQuery(stack, `SeasonQuery${at + 1}`, {
        ...query,
        database: database.ref,
        workGroup: workgroup.ref,
      }),
  )
  return { workgroup, database, made: [database, ...tables, workgroup, ...queries] }
}
