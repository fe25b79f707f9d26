import * as z from 'zod'

/** The contract of `season.json`. Tests check what is written against it; writing takes the type alone. */

const message = z.object({ zh: z.string(), en: z.string() })
const day = z.iso.date()
const year = z.int()

const version = z.object({ key: z.string(), version: z.string() })

const report = version.extend({
  verdict: z.string(),
  firstUploadedOn: day.nullable().describe('In China; null where nobody knows.'),
  versions: z.int().min(1).describe('How many came for unit and year.'),
})

const change = z.object({ key: z.string(), before: z.number().nullable(), after: z.number().nullable() })

const resubmission = z.object({
  unit: z.string(),
  versions: z
    .array(
      version.extend({
        uploadedAt: z.iso.datetime().nullable(),
        figures: z.array(change).describe('Against the version before it; empty for the first.'),
        findingsAdded: z.array(z.string()),
        findingsGone: z.array(z.string()),
      }),
    )
    .describe('The oldest first.'),
  counts: version,
})

const finding = z.object({
  id: z.string().describe('Stable over re-runs: check, units, years and cells.'),
  check: z.string(),
  severity: z.enum(['warning', 'info']),
  outcome: z.enum(['broken', 'unassessable']),
  message,
  subjects: z.array(
    z.object({ unit: z.string(), year, version: z.string().nullable(), cells: z.array(z.string()) }),
  ),
  upload: version.optional().describe('Where no unit is known.'),
  expected: z.number().optional(),
  actual: z.number().optional(),
  decision: z
    .object({
      finding: z.string(),
      decision: z.string(),
      reason: z.string(),
      by: z.string(),
      until: day.nullable(),
    })
    .optional(),
})

/** `gongkai.season/1`: a season as it was found on a day. */
export const seasonContract = z.object({
  schema: z.literal('gongkai.season/1'),
  converter: z.object({ name: z.literal('gongkai'), version: z.string() }),
  year,
  asOf: day.describe('The day it is looked at: who is overdue depends on it.'),
  counts: z.object({
    expected: z.int().describe('Units that must report for the year.'),
    reported: z.int().describe('Those of them that did.'),
    reports: z.int().describe('Units with a report of the year.'),
    unplaced: z.int().describe('Uploads of any year that no unit was found for.'),
    warnings: z.int().describe('Findings, decided ones left out.'),
    infos: z.int(),
    decided: z.int(),
  }),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      dueOn: day.nullable().describe('Null where it need not report.'),
      report: report.nullable(),
    }),
  ),
  resubmissions: z.array(resubmission),
  findings: z.array(finding),
  decisionsUnmet: z.array(z.string()).describe('Decided findings that are no more.'),
  leftOut: z
    .array(
      version.extend({
        reason: z.enum(['rejected', 'failed', 'damaged', 'old-schema']),
        newest: z.boolean().describe('The newest of its key: then no older version counts either.'),
      }),
    )
    .describe('Versions that gave no row.'),
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

export type SeasonJson = z.infer<typeof seasonContract>

/** The JSON Schema (2020-12) of the contract as committed under `events/season/`. */
export const seasonSchemaText = (): string => {
  const { $schema, ...body } = z.toJSONSchema(seasonContract, { io: 'input' })
  return `${JSON.stringify({ $schema, $id: 'urn:gongkai:season:v1', title: 'gongkai.season/1', ...body }, null, 2)}\n`
}
