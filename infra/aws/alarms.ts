import { Aws, Fn, type Stack } from 'aws-cdk-lib'
import {
  Alarm,
  type CfnAlarm,
  CfnCompositeAlarm,
  ComparisonOperator,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Rings, Watch } from './watches.ts'

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

/** All of several alarms at once: they themselves tell nobody. */
const addAll = (stack: Stack, watch: Watch, topicArn: string): readonly Alarm[] => {
  const parts = watch.when.map((rings, index) =>
    addOne(stack, `${watch.name}-part-${index + 1}`, `Part of ${watch.name}.`, rings),
  )
  new CfnCompositeAlarm(stack, logicalId(watch.name), {
    alarmName: alarmName(watch.name),
    alarmDescription: descriptionOf(watch),
    alarmRule: Fn.join(
      ' AND ',
      parts.map(part => Fn.join('', ['ALARM("', part.alarmName, '")'])),
    ),
    alarmActions: [topicArn],
    okActions: [topicArn],
  })
  return parts
}

/** Every alarm, sent to `topicArn`. Gives the plain ones that are always there, for the dashboard. */
export const addAlarms = (stack: Stack, watches: readonly Watch[], topicArn: string): readonly Alarm[] =>
  watches.flatMap(watch => {
    if (watch.when.length > 1) return addAll(stack, watch, topicArn)
    const alarm = addOne(stack, watch.name, descriptionOf(watch), watch.when[0])
    const made = alarm.node.defaultChild as CfnAlarm
    made.alarmActions = [topicArn]
    made.okActions = [topicArn]
    if (!watch.condition) return [alarm]
    made.cfnOptions.condition = watch.condition
    return []
  })
