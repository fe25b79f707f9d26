import { type CfnResource, Fn, type Stack } from 'aws-cdk-lib'
import type { Choices } from '../choices.ts'
import { type Athena, addAthena } from './athena.ts'
import { type AroundSeason, addSeasonFunctions, type SeasonFunctions } from './functions.ts'
import { addSeasonQueues, type SeasonQueues } from './queues.ts'

export interface Season {
  readonly queues: SeasonQueues
  readonly functions: SeasonFunctions
  readonly athena: Athena
}

/**
 * bus → rule → queue → `gather` → segments → queue → `season` → seasons, events, and where Athena looks; the whole of it
 * only where the operator wants it.
 */
export const addSeason = (stack: Stack, choices: Choices, around: AroundSeason): Season => {
  const queues = addSeasonQueues(stack, choices, around.bus.ref)
  const functions = addSeasonFunctions(stack, choices, queues, around)
  const athena = addAthena(stack, choices, around.places.outputs)
  const { policies, ...rest } = queues
  const made: readonly CfnResource[] = [
    ...Object.values(rest),
    ...policies,
    ...[functions.gather, functions.season].flatMap(added => [added.function, added.role, added.logGroup]),
    ...functions.feeds,
    ...athena.made,
  ]
  for (const resource of made) resource.cfnOptions.condition = choices.conditions.HasSeason
  return { queues, functions, athena }
}

/** Everything that operators copy. */
export const seasonOutputs = (
  { queues: { changes }, athena: { workgroup } }: Season,
  outputsBucket: string,
): Readonly<Record<string, readonly [description: string, value: string]>> => ({
  RosterCommand: [
    'Puts the roster, without which no season is made',
    Fn.join('', ['aws s3 cp 名册.csv s3://', outputsBucket, '/season/roster.csv']),
  ],
  SeasonCommand: [
    'Looks at all reports and makes the seasons that have changed',
    Fn.join('', [
      'aws sqs send-message --queue-url ',
      changes.ref,
      ' --message-group-id season --message-deduplication-id "$(date +%s)" --message-body \'{"thorough":true}\'',
    ]),
  ],
  SeasonQueueUrl: ['What asks for seasons', changes.ref],
  AthenaWorkgroup: ['Questions about the seasons are asked here', workgroup.ref],
})
