import { CfnCondition, CfnParameter, type CfnParameterProps, Fn, type Stack } from 'aws-cdk-lib'

const logDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 3653]
const bucketName = '^$|^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
const mail = '^$|^[^@\\s]+@[^@\\s]+$'

/** What an operator chooses when deploying. Empty means "no", or "make one". */
const definitions = {
  UploadsBucketName: {
    type: 'String',
    default: '',
    allowedPattern: bucketName,
    description:
      'Existing bucket for uploads, with versions and EventBridge notifications on; empty makes one.',
  },
  OutputsBucketName: {
    type: 'String',
    default: '',
    allowedPattern: bucketName,
    description: 'Existing bucket for outputs, not that of the uploads; empty makes one.',
  },
  UploadPrefix: {
    type: 'String',
    default: '',
    allowedPattern: '^[!-~]{0,200}$',
    description: 'Only uploads under this ASCII prefix; empty for all with a known ending.',
  },
  BusName: {
    type: 'String',
    default: 'gongkai',
    allowedPattern: '^[A-Za-z0-9._-]{1,256}$',
    description: 'Name of the event bus that subscribers listen to.',
  },
  NoncurrentDays: {
    type: 'Number',
    default: 365,
    minValue: 1,
    description: 'Days that replaced versions in both new buckets are kept.',
  },
  LogDays: {
    type: 'Number',
    default: 30,
    allowedValues: logDays.map(String),
    description: 'Days that logs are kept.',
  },
  MemoryMb: {
    type: 'Number',
    default: 1769,
    minValue: 512,
    maxValue: 10240,
    description: 'Memory of the converter; 1769 MB is one processor.',
  },
  Concurrency: {
    type: 'Number',
    default: 10,
    minValue: 2,
    maxValue: 1000,
    description: 'Most conversions at one time.',
  },
  Architecture: {
    type: 'String',
    default: 'arm64',
    allowedValues: ['arm64', 'x86_64'],
    description: 'Processor.',
  },
  Runtime: {
    type: 'String',
    default: 'nodejs24.x',
    allowedPattern: '^nodejs\\d+\\.x$',
    description: 'Lambda runtime; nodejs24.x is what is tested.',
  },
  KmsKeyArn: {
    type: 'String',
    default: '',
    allowedPattern: '^$|^arn:[a-z0-9-]+:kms:[a-z0-9-]+:\\d{12}:key/.+$',
    description: 'Key for everything stored here; empty for the services’ own. RUNBOOK.md has its policy.',
  },
  AlarmMail: {
    type: 'String',
    default: '',
    allowedPattern: mail,
    description: 'Who gets the alarms; empty: nobody.',
  },
  NoticeMail: {
    type: 'String',
    default: '',
    allowedPattern: mail,
    description: 'Who gets a mail in Chinese for each file that came to nothing; empty: nobody.',
  },
  ScanTag: {
    type: 'String',
    default: '',
    allowedPattern: '^$|^[^=]+=[^=]+$',
    description:
      'Malware gate: read only uploads with this tag, as GuardDutyMalwareScanStatus=NO_THREATS_FOUND; empty: no gate.',
  },
} as const satisfies Readonly<Record<string, CfnParameterProps>>

export type ParameterName = keyof typeof definitions
export type Parameters = Readonly<Record<ParameterName, CfnParameter>>

export const addParameters = (stack: Stack): Parameters =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      new CfnParameter(stack, name, definition),
    ]),
  ) as Parameters

const conditionOf = {
  HasKmsKey: 'KmsKeyArn',
  HasUploadPrefix: 'UploadPrefix',
  HasAlarmMail: 'AlarmMail',
  HasNoticeMail: 'NoticeMail',
  HasScanTag: 'ScanTag',
} as const satisfies Readonly<Record<string, ParameterName>>

const emptyOf = {
  MakesUploadsBucket: 'UploadsBucketName',
  MakesOutputsBucket: 'OutputsBucketName',
} as const satisfies Readonly<Record<string, ParameterName>>

export type ConditionName = keyof typeof conditionOf | keyof typeof emptyOf
export type Conditions = Readonly<Record<ConditionName, CfnCondition>>

export const addConditions = (stack: Stack, parameters: Parameters): Conditions => {
  const isEmpty = (name: ParameterName) => Fn.conditionEquals(parameters[name].valueAsString, '')
  const given = Object.entries(conditionOf).map(([name, parameter]) => [
    name,
    new CfnCondition(stack, name, { expression: Fn.conditionNot(isEmpty(parameter)) }),
  ])
  const empty = Object.entries(emptyOf).map(([name, parameter]) => [
    name,
    new CfnCondition(stack, name, { expression: isEmpty(parameter) }),
  ])
  return Object.fromEntries([...given, ...empty]) as Conditions
}
