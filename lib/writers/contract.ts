import * as z from 'zod'
import { formKeys, sectionKeys } from '../forms/form.ts'
import { editions } from '../forms/index.ts'
import { formats } from '../readers/index.ts'

/**
 * The contract of `<stem>.json`. Tests check every output against it; writing one
 * takes the type alone, so that no conversion waits for zod to load.
 */

const message = z.object({ zh: z.string(), en: z.string() })
const count = z.int().min(1)
const editionId = z.enum(editions.map(({ id }) => id))
const formKey = z.enum(formKeys)
const date = z.iso.date()

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), paragraph: count }),
  z.object({ kind: z.literal('table'), table: count, row: count, column: count }),
  z
    .object({
      kind: z.literal('page'),
      page: count,
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      table: count,
      row: count,
      column: count,
    })
    .describe('Box: left, top, right, bottom in points from the top left of the page.'),
])

const state = z.enum(['number', 'blank', 'notApplicable', 'text', 'missing', 'unreadable'])

const entered = z
  .object({
    by: z.string(),
    at: z.string().describe('ISO 8601.'),
    reason: z.string(),
    was: z.object({ value: z.number().nullable(), state }).describe('What had been read.'),
  })
  .describe(
    'A person read the figure off the original and typed it in: value and state are theirs, text is still what is printed as it was read.',
  )

const figure = z
  .object({
    value: z.number().nullable(),
    unit: z.literal('万元').optional(),
    state,
    text: z.string().nullable(),
    source: source.nullable(),
    entered: entered.optional(),
  })
  .describe(
    'value is a number exactly in state number; text is as printed; amounts are in 万元. ' +
      'missing: the file is seen not to have the cell; unreadable: what it holds, or which value belongs there, could not be told.',
  )

const repair = z.object({
  cell: z.string(),
  printed: z.number(),
  value: z.int().min(0).nullable().describe('Null where blank cells leave it several values.'),
  settles: z.array(z.string()).describe('Ids of the findings that name the cell and would be no more.'),
})

const finding = z.object({
  id: z.string().min(1).describe('Stable over re-runs: check and cells.'),
  check: z.string().min(1),
  severity: z.enum(['error', 'warning', 'info']),
  outcome: z.enum(['broken', 'unassessable']),
  message,
  cells: z.array(z.string()),
  expected: z.number().optional(),
  actual: z.number().optional(),
  evidence: z.array(
    z.object({ section: z.string().optional(), paragraph: count.optional(), quote: z.string() }),
  ),
  repair: z
    .array(repair)
    .optional()
    .describe(
      'The cells that alone, changed together, would settle what stands under the finding. Arithmetic, no correction.',
    ),
  alternatives: z
    .array(z.array(repair))
    .optional()
    .describe('The same where there are several ways: the first ones, any of which would do.'),
  determined: z
    .array(z.object({ cell: z.string(), value: z.int().min(0) }))
    .optional()
    .describe('Of the blank cells those that the sums leave one value only. They stay blank in `figures`.'),
  causedBy: z
    .string()
    .optional()
    .describe('Id of the finding that this one follows from or is a part of; that one counts for both.'),
})

const table = z.object({
  number: count,
  form: formKey.nullable(),
  rows: z.int().min(0),
  columns: z.int().min(0),
  cells: z.array(
    z.object({ row: count, column: count, rowSpan: count, columnSpan: count, text: z.string() }),
  ),
})

/** `gongkai.report/2`: a normalised and judged report. */
export const reportContract = z.object({
  schema: z.literal('gongkai.report/2'),
  converter: z.object({ name: z.literal('gongkai'), version: z.string() }),
  source: z.object({
    name: z.string(),
    format: z.enum(formats),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  report: z.object({
    title: z.string().nullable(),
    authority: z
      .string()
      .nullable()
      .describe('The full name, from the signature where the title has a shorter one.'),
    authorityAsPrinted: z.string().nullable().describe('The name as the title prints it.'),
    year: z.int().nullable(),
    period: z.object({ from: date, to: date }).nullable(),
    signature: z.object({ authority: z.string().nullable(), date: date.nullable() }).nullable(),
    preamble: z
      .array(z.string())
      .describe(
        'Paragraphs before section 一, title lines included. Here as in every text, numbers of persons show their last two characters only.',
      ),
    sections: z.array(
      z.object({
        key: z.enum(sectionKeys),
        heading: z.string(),
        paragraphs: z.array(z.string()),
      }),
    ),
  }),
  editions: z
    .object({
      proactiveDisclosure: editionId.nullable(),
      requests: editionId.nullable(),
      reconsiderationAndLitigation: editionId.nullable(),
    })
    .describe('Which edition of the form each table follows; null where the table is missing or unreadable.'),
  figures: z
    .record(z.string(), figure)
    .describe('Every cell key of the edition of each table, in printed order.'),
  tables: z.array(table).describe('Every table of the document; counted from 1, merged cells once.'),
  verdict: z.enum(['valid', 'needsReview', 'invalid', 'notAssessable']),
  findings: z.array(finding),
  losses: z
    .array(
      z.object({
        code: z
          .string()
          .min(1)
          .describe('Permanent kebab-case name of the kind, as in the catalogue of losses.'),
        message,
        source: source.nullable().describe('Where; null where that is not known.'),
      }),
    )
    .describe('What the reader met and could not carry over.'),
})

export type ReportJson = z.infer<typeof reportContract>

/** The JSON Schema (2020-12) of the contract as committed under `events/report/`. Unknown fields pass: readers ignore them. */
export const reportSchemaText = (): string => {
  const { $schema, ...body } = z.toJSONSchema(reportContract, { io: 'input' })
  return `${JSON.stringify({ $schema, $id: 'urn:gongkai:report:v2', title: 'gongkai.report/2', ...body }, null, 2)}\n`
}
