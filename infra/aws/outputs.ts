import { CfnOutput, Fn, type Stack } from 'aws-cdk-lib'
import type { CfnEventBus } from 'aws-cdk-lib/aws-events'
import type { ServiceBuckets } from './buckets.ts'
import type { Choices } from './choices.ts'
import type { Queues } from './queues.ts'
import { type Season, seasonOutputs } from './season/season.ts'

/** What an operator copies after deploying. */
export const addOutputs = (
  stack: Stack,
  { parameters, conditions }: Choices,
  { uploads, outputs }: ServiceBuckets,
  queues: Queues,
  bus: CfnEventBus,
  season: Season,
): void => {
  const prefix = parameters.UploadPrefix.valueAsString
  const values: Readonly<Record<string, readonly [description: string, value: string]>> = {
    Uploads: ['Reports go here', uploads.name],
    Outputs: ['Results come here', outputs.name],
    BusArn: ['Subscribers listen here', bus.attrArn],
    QueueUrl: ['gongkai replay sends here', queues.uploads.ref],
    DeadLettersUrl: ['What give-up reads', queues.deadLetters.ref],
    UploadCommand: [
      'Copy, put in a file, run',
      Fn.join('', ['aws s3 cp "年度报告.docx" "s3://', uploads.name, '/', prefix, '"']),
    ],
    StatusCommand: [
      'What became of an upload',
      Fn.join('', [
        'npx gongkai status --uploads s3://',
        uploads.name,
        '/',
        prefix,
        ' --outputs s3://',
        outputs.name,
        ' ',
        prefix,
        '年度报告.docx',
      ]),
    ],
    ReplayCommand: [
      'What could be done again',
      Fn.join('', [
        'npx gongkai replay --uploads s3://',
        uploads.name,
        ' --outputs s3://',
        outputs.name,
        ' --queue ',
        queues.uploads.ref,
        ' --verdict failed --dry-run',
      ]),
    ],
    ReconcileCommand: [
      'What is missing',
      Fn.join('', [
        'npx gongkai reconcile --uploads s3://',
        uploads.name,
        '/',
        prefix,
        ' --outputs s3://',
        outputs.name,
        ' --queue ',
        queues.uploads.ref,
        ' --dry-run',
      ]),
    ],
  }
  for (const [id, [description, value]] of Object.entries(values))
    new CfnOutput(stack, id, { description, value })
  for (const [id, [description, value]] of Object.entries(seasonOutputs(season, outputs.name)))
    new CfnOutput(stack, id, { description, value, condition: conditions.HasSeason })
}
