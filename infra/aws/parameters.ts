import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib'
import { settings } from './settings.ts'

const logDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 3653]
const bucketName = '^$|^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
const yesOrNo = { type: 'String', default: 'no', allowedValues: ['no', 'yes'] }
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
    description: 'Only uploads under this ASCII prefix; empty for all.',
  },
  BusName: {
    type: 'String',
    default: '',
    allowedPattern: '^[A-Za-z0-9._-]{0,24}$',
    description: 'Name of the event bus that subscribers listen to; empty: that of the stack.',
  },
  NoncurrentDays: {
    type: 'Number',
    default: 365,
    minValue: 1,
    description: 'Days that replaced versions in both new buckets are kept.',
  },
  LogDays: {
    type: 'Number',
    default: '30',
    allowedValues: logDays.map(String),
    description: 'Days that logs are kept.',
  },
  KeepLogs: {
    ...yesOrNo,
    description: 'Whether the logs stay, for their days, when the stack is deleted.',
  },
  MemoryMb: {
    type: 'Number',
    default: 1769,
    minValue: 1024,
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
  ReadScans: {
    ...yesOrNo,
    default: 'yes',
    description:
      'Whether scans and pictures of reports are read, by a function of their own; else they are refused.',
  },
  Paused: {
    ...yesOrNo,
    description: 'Whether uploads wait in the queue, for at most 14 days, until this is no again.',
  },
  Deployment: {
    type: 'String',
    default: 'Canary10Percent5Minutes',
    allowedValues: [
      'AllAtOnce',
      ...['5', '10', '15', '30'].map(minutes => `Canary10Percent${minutes}Minutes`),
      ...['1Minute', '2Minutes', '3Minutes', '10Minutes'].map(each => `Linear10PercentEvery${each}`),
    ],
    description: 'How new code takes over the uploads; where its alarms ring meanwhile, the old comes back.',
  },
  ReconcileSchedule: {
    type: 'String',
    default: settings.reconcileSchedule,
    allowedPattern: '^$|^(rate|cron)\\([^()]+\\)$',
    description: 'When to look for uploads that came to nothing, in UTC; empty: never by itself.',
  },
  Season: {
    ...yesOrNo,
    default: 'yes',
    description:
      'Whether the reports of a year are put beside each other, with tables for Athena; nothing is made without a roster.',
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
    allowedPattern: '^nodejs\\d{2}\\.x$',
    description: 'Lambda runtime; nodejs24.x is what is tested.',
  },
  KmsKeyArn: {
    type: 'String',
    default: '',
    allowedPattern: '^$|^arn:[a-z0-9-]+:kms:[a-z0-9-]+:\\d{12}:key/[a-z0-9-]{1,36}$',
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
    maxLength: 44,
    description:
      'Malware gate: read only uploads with this tag, as GuardDutyMalwareScanStatus=NO_THREATS_FOUND; empty: no gate.',
  },
  ScannerRoleArn: {
    type: 'String',
    default: '',
    allowedPattern: '^$|^arn:[a-z0-9-]+:iam::\\d{12}:role/[\\w+=,.@/-]+$',
    description: 'Role of the scanner, which alone may set tags on uploads; asked for with ScanTag.',
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
