import { Aws, CfnCondition, Fn, type ICfnConditionExpression, type Stack } from 'aws-cdk-lib'
import type { ParameterName, Parameters } from './parameters.ts'

const given = {
  HasKmsKey: 'KmsKeyArn',
  HasUploadPrefix: 'UploadPrefix',
  HasBusName: 'BusName',
  HasAlarmMail: 'AlarmMail',
  HasNoticeMail: 'NoticeMail',
  HasScanTag: 'ScanTag',
  HasReconcileSchedule: 'ReconcileSchedule',
} as const satisfies Readonly<Record<string, ParameterName>>

const empty = {
  MakesUploadsBucket: 'UploadsBucketName',
  MakesOutputsBucket: 'OutputsBucketName',
} as const satisfies Readonly<Record<string, ParameterName>>

const yes = {
  KeepsLogs: 'KeepLogs',
  IsPaused: 'Paused',
  HasSeason: 'Season',
  ReadsScans: 'ReadScans',
} as const satisfies Readonly<Record<string, ParameterName>>

export type ConditionName =
  | keyof typeof given
  | keyof typeof empty
  | keyof typeof yes
  | 'OutsideChina'
  | 'IsArm'
export type Conditions = Readonly<Record<ConditionName, CfnCondition>>

/** What of the template depends on the operator's choices, and on where it is deployed. */
export const addConditions = (stack: Stack, parameters: Parameters): Conditions => {
  const is = (name: ParameterName, value: string) => Fn.conditionEquals(parameters[name].valueAsString, value)
  const of = (
    names: Readonly<Record<string, ParameterName>>,
    expression: (name: ParameterName) => ICfnConditionExpression,
  ) => Object.entries(names).map(([name, parameter]) => [name, expression(parameter)] as const)
  const expressions = [
    ...of(given, name => Fn.conditionNot(is(name, ''))),
    ...of(empty, name => is(name, '')),
    ...of(yes, name => is(name, 'yes')),
    ['IsArm', is('Architecture', 'arm64')] as const,
    // Traces of functions, and tags of some kinds of resources, are not to be had in the China regions.
    ['OutsideChina', Fn.conditionNot(Fn.conditionEquals(Aws.PARTITION, 'aws-cn'))] as const,
  ]
  return Object.fromEntries(
    expressions.map(([name, expression]) => [name, new CfnCondition(stack, name, { expression })]),
  ) as Conditions
}
