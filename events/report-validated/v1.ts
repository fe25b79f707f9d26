import * as z from 'zod'
import { type OutputRole, outputs } from '../../lib/writers/index.ts'
import {
  bucket,
  cloudEvent,
  converter,
  message,
  pointer,
  receiptPointer,
  replaces,
  run,
  upload,
} from '../parts.ts'

const edition = z.string().nullable().describe('Edition of the table; null where the table is absent.')
const count = z.int().nonnegative()

/** Every event has had these; a converter from before an output was added tells of none of its kind. */
const always = { json: pointer, workbook: pointer, page: pointer }
const later = Object.fromEntries(
  outputs.filter(({ role }) => !(role in always)).map(({ role }) => [role, pointer.optional()]),
) as Record<Exclude<OutputRole, keyof typeof always>, z.ZodOptional<typeof pointer>>

/** A report was read and judged. It says nothing of the figures being right: `verdict` does. */
export const reportValidatedV1 = cloudEvent(
  'gongkai.report.validated.v1',
  z.object({
    upload,
    converter,
    run,
    replaces,
    report: z.object({
      authority: z.string().nullable(),
      year: z.int().nullable(),
      editions: z.object({
        proactiveDisclosure: edition,
        requests: edition,
        reconsiderationAndLitigation: edition,
      }),
    }),
    verdict: z.enum(['valid', 'needsReview', 'invalid', 'notAssessable']),
    counts: z
      .object({ errors: count, warnings: count, infos: count })
      .describe('A finding that stands under another (`causedBy`) is counted with that one.'),
    brokenChecks: z.array(z.string()).describe('Ids of the checks with a broken finding, each once.'),
    findings: z
      .array(
        z.object({
          id: z.string(),
          check: z.string(),
          severity: z.enum(['error', 'warning', 'info']),
          outcome: z.enum(['broken', 'unassessable']),
          message,
          cells: z.array(z.string()),
          expected: z.number().optional(),
          actual: z.number().optional(),
          causedBy: z.string().optional().describe('Id of the finding that this one stands under.'),
        }),
      )
      .max(20)
      .describe('The first findings; the JSON output has all of them.'),
    findingsLeftOut: count.describe('Findings that are only in the JSON output.'),
    outputs: z.object({ bucket, ...always, receipt: receiptPointer, ...later }),
  }),
)

export type ReportValidatedV1 = z.infer<typeof reportValidatedV1>
