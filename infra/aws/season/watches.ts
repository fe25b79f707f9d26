import { Duration } from 'aws-cdk-lib'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import type { Conditions } from '../conditions.ts'
import { functionMetric, ownMetric, queueMetric, ruleMetric } from '../metrics.ts'
import { settings } from '../settings.ts'
import { from, type Watch } from '../watch.ts'
import type { Season } from './season.ts'

const ageOf = (queue: CfnQueue) =>
  queueMetric(queue.attrQueueName, 'ApproximateAgeOfOldestMessage', 'Maximum')
const waitingIn = (queue: CfnQueue) =>
  queueMetric(queue.attrQueueName, 'ApproximateNumberOfMessagesVisible', 'Maximum')
const notKept = 'InvocationsFailedToBeSentToDlq'

export interface SeasonWatched {
  readonly season: Season
  readonly conditions: Conditions
  /** Dimensions of a rule on the bus of the stack. */
  readonly gatherRule: Readonly<Record<string, string>>
}

/** What rings of the season. Nothing of it stops a conversion. */
export const seasonWatches = ({ season, conditions, gatherRule }: SeasonWatched): readonly Watch[] => {
  const { queues, functions } = season
  const hour = Duration.hours(1)
  const day = Duration.days(1)
  const watches: readonly Watch[] = [
    {
      name: 'reports-not-gathered',
      what: 'What came of a report has been waiting for the season for 30 minutes.',
      when: [from(ageOf(queues.gather), 1800)],
    },
    {
      name: 'gather-failed',
      what: 'What came of a report, or the daily call, did not get to the season.',
      when: [from(waitingIn(queues.gatherDeadLetters), 1)],
    },
    {
      name: 'season-waiting',
      what: 'A change has been waiting for the season for an hour.',
      when: [from(ageOf(queues.changes), 3600)],
    },
    {
      name: 'season-failed',
      what: 'No season could be made, five times in a row; the one before stands.',
      when: [from(waitingIn(queues.changesDeadLetters), 1)],
    },
    {
      name: 'season-slow',
      what: 'Making the seasons took more than 80 % of its time.',
      when: [
        from(
          functionMetric(functions.season.function.ref, 'Duration', 'Maximum'),
          settings.seasonTimeoutSeconds * 800,
        ),
      ],
    },
    {
      name: 'roster-refused',
      what: 'The roster or the decisions have faults; no season is made until they are mended.',
      when: [from(ownMetric('BadLists', 'Maximum', hour), 1)],
    },
    {
      name: 'result-damaged',
      what: 'The result of a report is gone or is not what its receipt says.',
      when: [from(ownMetric('RecordsDamaged', 'Sum', hour), 1)],
    },
    {
      name: 'segment-damaged',
      what: 'A segment could not be read; its reports were read again.',
      when: [from(ownMetric('SegmentsDamaged', 'Sum', hour), 1)],
    },
    {
      name: 'reports-swept',
      what: 'More than 20 reports within a day came to the season by the daily look alone, not by their events.',
      when: [from(ownMetric('Swept', 'Sum', day), 20)],
    },
    {
      name: 'gather-event-lost',
      what: 'What came of a report could be neither delivered to the season nor kept.',
      when: [from(ruleMetric(gatherRule, notKept), 1)],
    },
    {
      name: 'season-call-lost',
      what: 'The daily call of the season could be neither delivered nor kept.',
      when: [from(ruleMetric({ RuleName: queues.schedule.ref }, notKept), 1)],
    },
  ]
  return watches.map(watch => ({ ...watch, condition: conditions.HasSeason }))
}
