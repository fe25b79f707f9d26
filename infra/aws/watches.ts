import { Duration, Fn } from 'aws-cdk-lib'
import type { CfnEventBus, CfnRule } from 'aws-cdk-lib/aws-events'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import type { Bus } from './bus.ts'
import type { Conditions } from './conditions.ts'
import type { Converter } from './converter.ts'
import { functionMetric, ownMetric, queueMetric, ruleMetric } from './metrics.ts'
import type { Notices } from './notices.ts'
import type { Queues } from './queues.ts'
import type { Reconcile } from './reconcile.ts'
import { settings } from './settings.ts'
import { below, from, type Watch } from './watch.ts'

export interface Watched {
  readonly queues: Queues
  readonly converter: Converter
  readonly uploadRule: CfnRule
  readonly bus: Bus
  readonly notices: Notices
  readonly reconcile: Reconcile
  readonly conditions: Conditions
}

const ageOf = (queue: CfnQueue) =>
  queueMetric(queue.attrQueueName, 'ApproximateAgeOfOldestMessage', 'Maximum')
const waitingIn = (queue: CfnQueue) =>
  queueMetric(queue.attrQueueName, 'ApproximateNumberOfMessagesVisible', 'Maximum')

/** What EventBridge could neither deliver nor put among the dead letters. */
const notKept = 'InvocationsFailedToBeSentToDlq'

/** A rule of a bus that is not the default one; its ARN ends in `rule/<bus>/<name>`. */
export const onBus = (bus: CfnEventBus, rule: CfnRule) => ({
  EventBusName: bus.ref,
  RuleName: Fn.select(2, Fn.split('/', rule.attrArn)),
})

/** No metric arithmetic: shares are averages of metrics that are 1 or 0, and enough cases are a second condition. */
export const watchesOf = (watched: Watched): readonly Watch[] => {
  const { conditions } = watched
  const { uploads, scans, deadLetters } = watched.queues
  const convert = watched.converter.convert.function.ref
  const readScan = watched.converter.readScan.function.ref
  const giveUp = watched.converter.giveUp.function.ref
  const day = Duration.days(1)
  const hour = Duration.hours(1)
  const done = queueMetric(uploads.attrQueueName, 'NumberOfMessagesDeleted', 'Sum')
  return [
    {
      name: 'uploads-waiting',
      what: 'An upload has been waiting for 15 minutes.',
      when: [from(ageOf(uploads), 900)],
    },
    {
      name: 'uploads-stuck',
      what: 'Uploads are waiting and none has been done for 15 minutes.',
      when: [from(waitingIn(uploads), 1, 3), { ...below(done, 1), periods: 3, missing: 'ill' }],
    },
    {
      name: 'read-scan-waiting',
      what: 'A scan of a report has been waiting for 12 hours to be read.',
      when: [from(ageOf(scans), 12 * 3600)],
    },
    {
      name: 'read-scan-stuck',
      what: 'Scans of reports are waiting and none has been done for 30 minutes.',
      when: [
        from(waitingIn(scans), 1, 6),
        {
          ...below(queueMetric(scans.attrQueueName, 'NumberOfMessagesDeleted', 'Sum'), 1),
          periods: 6,
          missing: 'ill',
        },
      ],
    },
    {
      name: 'dead-letters-waiting',
      what: 'Giving up does not succeed either: a dead letter has been waiting for 15 minutes.',
      when: [from(ageOf(deadLetters), 900)],
    },
    { name: 'gave-up', what: 'A file could not be converted.', when: [from(ownMetric('GaveUp'), 1)] },
    {
      name: 'scan-waiting',
      what: 'An upload has been waiting for its malware scan for about 15 minutes.',
      when: [from(ownMetric('ScanWaits', 'Maximum'), 6)],
      condition: conditions.HasScanTag,
    },
    {
      name: 'unreadable-messages',
      what: 'A message told of no upload of ours and was put aside.',
      when: [from(ownMetric('Unreadable'), 1)],
    },
    {
      name: 'convert-crashed',
      what: 'The converter died, or ran out of time or memory, three times within 5 minutes.',
      when: [from(functionMetric(convert, 'Errors', 'Sum'), 3)],
    },
    {
      name: 'convert-slow',
      what: 'A run of the converter took more than 80 % of its time.',
      when: [from(functionMetric(convert, 'Duration', 'Maximum'), settings.functionTimeoutSeconds * 800)],
    },
    {
      name: 'convert-throttled',
      what: 'The account has no room for the converter.',
      when: [from(functionMetric(convert, 'Throttles', 'Sum'), 5, 3)],
    },
    {
      name: 'read-scan-crashed',
      what: 'What reads scans died, or ran out of time or memory, three times within 5 minutes.',
      when: [from(functionMetric(readScan, 'Errors', 'Sum'), 3)],
    },
    {
      name: 'give-up-crashed',
      what: 'The function that gives up failed.',
      when: [from(functionMetric(giveUp, 'Errors', 'Sum'), 1)],
    },
    {
      name: 'converted-twice',
      what: 'More than 1.05 tries for each upload within a day: killed, timed out or given back ones included.',
      when: [
        below(ownMetric('Kept', 'Average', day), 1 / 1.05),
        from(ownMetric('Conversions', 'Sum', day), 20),
      ],
    },
    {
      name: 'many-rejected',
      what: 'A fifth of the uploads within an hour were no reports we can read.',
      when: [
        from(ownMetric('Rejected', 'Average', hour), 0.2),
        from(ownMetric('Committed', 'Sum', hour), 10),
      ],
    },
    {
      name: 'rule-undelivered',
      what: 'The event of an upload could not be delivered to the queue.',
      when: [from(ruleMetric({ RuleName: watched.uploadRule.ref }, 'FailedInvocations'), 1)],
    },
    {
      name: 'upload-event-lost',
      what: 'The event of an upload could be neither delivered nor kept.',
      when: [from(ruleMetric({ RuleName: watched.uploadRule.ref }, notKept), 1)],
    },
    {
      name: 'bus-event-kept',
      what: 'An event for subscribers could not be encrypted, and waits.',
      when: [from(waitingIn(watched.bus.deadLetters), 1)],
      condition: conditions.HasKmsKey,
    },
    {
      name: 'notices-failed',
      what: 'A mail about a failure could not be sent.',
      when: [from(waitingIn(watched.notices.deadLetters), 1)],
      condition: conditions.HasNoticeMail,
    },
    {
      name: 'notice-event-lost',
      what: 'The event of a failure could be neither delivered to the mails nor kept.',
      when: [from(ruleMetric(onBus(watched.bus.bus, watched.notices.rule), notKept), 1)],
      condition: conditions.HasNoticeMail,
    },
    {
      name: 'gaps',
      what: 'Uploads had come to nothing; they are being done now.',
      when: [from(ownMetric('Gaps', 'Maximum', day), 1)],
    },
    {
      name: 'reconcile-failed',
      what: 'The daily look for uploads that came to nothing failed.',
      when: [from(waitingIn(watched.reconcile.deadLetters), 1)],
    },
    {
      name: 'reconcile-event-lost',
      what: 'The daily look could be neither begun nor noted.',
      when: [from(ruleMetric({ RuleName: watched.reconcile.rule.ref }, notKept), 1)],
    },
  ]
}
