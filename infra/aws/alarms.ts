import { Aws, type CfnCondition, Fn, type Stack } from 'aws-cdk-lib'
import {
  Alarm,
  type CfnAlarm,
  CfnCompositeAlarm,
  ComparisonOperator,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Rings, Watch } from './watch.ts'

/** An alarm that tells somebody, not a part of one. */
export interface RingingAlarm {
  readonly alarm: CfnAlarm | CfnCompositeAlarm
  readonly condition: CfnCondition | undefined
}

const logicalId = (name: string): string =>
  `Alarm${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`
const alarmName = (name: string): string => Fn.join('-', [Aws.STACK_NAME, name])
const descriptionOf = ({ name, what }: Watch): string => `${what} RUNBOOK.md: ${name}`

const addOne = (stack: Stack, name: string, alarmDescription: string, rings: Rings): Alarm =>
  new Alarm(stack, logicalId(name), {
    alarmName: alarmName(name),
    alarmDescription,
    metric: rings.metric,
    threshold: rings.threshold,
    evaluationPeriods: rings.periods ?? 1,
    comparisonOperator:
      rings.comparison === 'from'
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: rings.missing === 'ill' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  })

/** All of several alarms at once: these themselves tell nobody. */
const addAll = (stack: Stack, watch: Watch): CfnCompositeAlarm => {
  const parts = watch.when.map((rings, index) =>
    addOne(stack, `${watch.name}-part-${index + 1}`, `Part of ${watch.name}.`, rings),
  )
  return new CfnCompositeAlarm(stack, logicalId(watch.name), {
    alarmName: alarmName(watch.name),
    alarmDescription: descriptionOf(watch),
    alarmRule: Fn.join(
      ' AND ',
      parts.map(part => Fn.join('', ['ALARM("', part.alarmName, '")'])),
    ),
  })
}

/** Every alarm, sent to `topicArn`. */
export const addAlarms = (
  stack: Stack,
  watches: readonly Watch[],
  topicArn: string,
): readonly RingingAlarm[] =>
  watches.map(watch => {
    const { name, condition, when } = watch
    const made =
      when.length > 1
        ? addAll(stack, watch)
        : (addOne(stack, name, descriptionOf(watch), when[0]).node.defaultChild as CfnAlarm)
    made.alarmActions = [topicArn]
    made.okActions = [topicArn]
    if (condition) made.cfnOptions.condition = condition
    return { alarm: made, condition }
  })
