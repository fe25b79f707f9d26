import * as z from 'zod'
import { bucket, cloudEvent, converter, ofSeason, pointer } from '../parts.ts'

const count = z.int().nonnegative()

/**
 * Which units are overdue with their report of the newest year is another than was told last: a deadline has passed,
 * a report has come, the roster or a decision has changed.
 */
export const reportsOverdueV1 = cloudEvent(
  'gongkai.reports.overdue.v1',
  z.object({
    year: z.int().describe('Report year.'),
    asOf: z.iso.date().describe('The day in China it is looked at.'),
    converter,
    replaces: z
      .object({ event: z.string().describe('Id of the event that told of it.') })
      .optional()
      .describe('What was told of this year before.'),
    expected: count.describe('Units that must report for the year.'),
    reported: count.describe('Those of them that did.'),
    overdue: count.describe(
      'Those that did not although their day has passed, and about whom nobody decided. 0: none any more.',
    ),
    units: z
      .array(z.object({ unit: z.string(), name: z.string(), dueOn: z.iso.date() }))
      .max(100)
      .describe('The first of them, by unit.'),
    unitsLeftOut: count.describe('Those that are only in season.json, findings of `unit-not-reported`.'),
    outputs: z.object({ bucket, prefix: z.string(), season: pointer }),
  }),
  ofSeason,
)

export type ReportsOverdueV1 = z.infer<typeof reportsOverdueV1>
