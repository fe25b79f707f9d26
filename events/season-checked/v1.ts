import * as z from 'zod'
import { bucket, cloudEvent, converter, ofSeason, pointer } from '../parts.ts'

const count = z.int().nonnegative()

/** The reports of a year were put beside each other, and something is different from when that was told last. */
export const seasonCheckedV1 = cloudEvent(
  'gongkai.season.checked.v1',
  z.object({
    year: z.int().describe('Report year.'),
    asOf: z.iso.date().describe('The day in China it is looked at: who is overdue depends on it.'),
    converter,
    replaces: z
      .object({ folder: z.string(), event: z.string().describe('Id of the event that told of it.') })
      .optional()
      .describe('The season of this year that stood until now; its folder stays.'),
    counts: z.object({
      expected: count.describe('Units that must report for the year.'),
      reported: count.describe('Those of them that did.'),
      reports: count.describe('Units with a report of the year.'),
      unplaced: count.describe('Uploads of any year that no unit was found for.'),
      leftOut: count.describe('Uploads whose newest version was refused, failed or cannot be read.'),
      warnings: count.describe('Findings across reports, decided ones left out.'),
      infos: count,
      decided: count.describe('Findings that somebody decided about.'),
    }),
    checks: z
      .array(z.object({ check: z.string(), warnings: count, infos: count, decided: count }))
      .describe('Findings by check, those without any left out.'),
    outputs: z.object({
      bucket,
      prefix: z.string().describe('Everything of this season stands under it and never changes.'),
      season: pointer.describe('season.json: units, findings, what was handed in again.'),
      workbook: pointer.optional(),
      page: pointer.optional(),
      current: z.object({ key: z.string() }).describe('Points to the season of each year that counts.'),
    }),
  }),
  ofSeason,
)

export type SeasonCheckedV1 = z.infer<typeof seasonCheckedV1>
