import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { acknowledgeFindings } from './acknowledged.ts'
import { addAlarms } from './alarms.ts'
import { addBuckets } from './buckets.ts'
import { type BundleName, bundleOf } from './bundle.ts'
import { addBus } from './bus.ts'
import { addCanaries } from './canary.ts'
import { canaryWatches } from './canary-watches.ts'
import { addChoices } from './choices.ts'
import { addConverter } from './converter.ts'
import { addDashboard } from './dashboard.ts'
import { addMail, addNotices, addTopic } from './notices.ts'
import { addOutputs } from './outputs.ts'
import { addQueues } from './queues.ts'
import { addReconcile } from './reconcile.ts'
import { addRules } from './rules.ts'
import { addSeason } from './season/season.ts'
import { seasonWatches } from './season/watches.ts'
import { addTags } from './tags.ts'
import { addUploadRule } from './upload-rule.ts'
import { onBus, watchesOf } from './watches.ts'

export interface GongkaiStackProps extends StackProps {
  /** Folder with the bundle of a function. */
  readonly codeOf: (name: BundleName) => string
}

/**
 * uploads bucket → rule → queue → `convert` → outputs bucket and event bus;
 * scans among them → their queue → `read-scan`; dead letters → `give-up`; bus → mails, where wanted; every day → `reconcile`; bus → `gather` → `season`.
 */
export const gongkaiStack = (
  scope: Construct,
  id: string,
  { codeOf, ...props }: GongkaiStackProps,
): Stack => {
  const stack = new Stack(scope, id, {
    description: 'gongkai: annual reports on government information disclosure into checked data',
    ...props,
  })
  // For what is done with the logs when the stack is deleted.
  stack.addTransform('AWS::LanguageExtensions')
  const choices = addChoices(stack)
  const { parameters, conditions } = choices
  addRules(stack, parameters)
  const places = addBuckets(stack, choices)
  const queues = addQueues(stack, choices)
  const uploadRule = addUploadRule(stack, choices, places, queues)
  const bus = addBus(stack, choices)
  const converter = addConverter(stack, { choices, places, queues, bus: bus.bus, codeOf })
  const notices = addNotices(stack, choices, bus.bus.ref, codeOf('notify'))
  const reconcile = addReconcile(stack, choices, { places, queues, code: codeOf('reconcile') })
  const code = {
    arm64: codeOf(bundleOf('season', 'arm64')),
    x86_64: codeOf(bundleOf('season', 'x86_64')),
  }
  const season = addSeason(stack, choices, { places, bus: bus.bus, code })

  const { topic } = addTopic(stack, choices, 'AlarmTopic', 'cloudwatch.amazonaws.com')
  const mail = addMail(stack, 'AlarmMailSubscription', topic.ref, parameters.AlarmMail.valueAsString)
  mail.cfnOptions.condition = conditions.HasAlarmMail
  const gatherRule = onBus(bus.bus, season.queues.gatherRule)
  const watches = [
    ...watchesOf({ queues, converter, uploadRule, bus, notices, reconcile, conditions }),
    ...seasonWatches({ season, conditions, gatherRule }),
  ]
  const alarms = addAlarms(stack, watches, topic.ref)
  const canaries = canaryWatches(converter)
  const canaryAlarms = {
    convert: addAlarms(stack, canaries.convert, topic.ref),
    readScan: addAlarms(stack, canaries.readScan, topic.ref),
    giveUp: addAlarms(stack, canaries.giveUp, topic.ref),
  }
  const deployer = addCanaries(stack, choices, [
    { added: converter.convert, alarms: canaryAlarms.convert },
    { added: converter.readScan, alarms: canaryAlarms.readScan },
    { added: converter.giveUp, alarms: canaryAlarms.giveUp },
  ])
  addDashboard(stack, choices, converter, queues, [
    ...alarms,
    ...canaryAlarms.convert,
    ...canaryAlarms.readScan,
    ...canaryAlarms.giveUp,
  ])
  addOutputs(stack, choices, places, queues, bus.bus, season)
  addTags(stack, choices)
  acknowledgeFindings(stack, places, { bus, converter, notices, reconcile, season, deployer })
  return stack
}
