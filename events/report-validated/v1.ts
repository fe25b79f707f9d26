import * as z from 'zod'
import { type OutputRole, outputs } from '../../lib/writers/index.ts'
import {
  bucket,
  cloudEvent,
  converter,
  count,
  message,
  pointer,
  receiptPointer,
  replaces,
  run,
  upload,
  verdict,
} from '../parts.ts'

const edition = (zh: string, en: string) =>
  z
    .string()
    .nullable()
    .describe(
      `${zh}所用的表式版本，如 2021；null：没有认出（文件中没有，或未能读出）。Edition of the form that the table on ${en} follows, for example 2021; null: it was not recognised (absent or unreadable).`,
    )

const outputPointer = (role: string): typeof pointer => {
  const { label, ending } = outputs.find(each => each.role === role)!
  return pointer.describe(`${label.zh}（.${ending}）。The ${label.en} (.${ending}).`)
}

/** Every event has had these; a converter from before an output was added tells of none of its kind. */
const always = {
  json: outputPointer('json'),
  workbook: outputPointer('workbook'),
  page: outputPointer('page'),
}
const later = Object.fromEntries(
  outputs.filter(({ role }) => !(role in always)).map(({ role }) => [role, outputPointer(role).optional()]),
) as Record<Exclude<OutputRole, keyof typeof always>, z.ZodOptional<typeof pointer>>

const finding = z.object({
  id: z
    .string()
    .describe(
      '发现编号，由规则和格算出：同一份报告重新核对时不变。Id made of check and cells: the same each time the report is checked.',
    ),
  check: z
    .string()
    .describe('核对规则的编号，永久不变，见规则目录。Id of the check, permanent, as in the catalogue.'),
  severity: z
    .enum(['error', 'warning', 'info'])
    .describe('程度：error 错误，warning 警告，info 提示。How grave it is.'),
  outcome: z
    .enum(['broken', 'unassessable'])
    .describe(
      'broken 不符合规则；unassessable 有关的格没有数字，无法核对。broken: the rule does not hold; unassessable: cells it needs have no number.',
    ),
  message: message.describe(
    '是什么问题，至多 300 字。What is wrong, 300 characters at most in each language.',
  ),
  cells: z
    .array(z.string())
    .describe(
      '有关各格的键（至多 20 个），第一个是最该看的；没有的为空。Keys of the figures concerned, 20 at most, the one to look at first; empty where there is none.',
    ),
  expected: z
    .number()
    .optional()
    .describe(
      '规则算出或用来比照的数；是什么数见 message，金额为万元。没有这一项：说不出一个数。The number that the rule comes to or compares with: `message` says of what; amounts are in 万元. Absent: there is no one number.',
    ),
  actual: z
    .number()
    .optional()
    .describe(
      '报告中与之相比的数；是什么数见 message，金额为万元。没有这一项：说不出一个数。The number of the report that is compared with it: `message` says of what; amounts are in 万元. Absent: there is no one number.',
    ),
  causedBy: z
    .string()
    .optional()
    .describe(
      '所属发现的编号：两条算作一条。没有这一项：单独成立。Id of the finding that this one stands under: the two count as one. Absent: it stands for itself.',
    ),
})

/** A report was read and judged. It says nothing of the figures being right: `verdict` does. */
export const reportValidatedV1 = cloudEvent(
  'gongkai.report.validated.v1',
  '报告已读出并核对；是否有问题看 data.verdict。A report was read and judged; whether anything is wrong says `data.verdict`.',
  z
    .object({
      upload,
      converter,
      run,
      replaces,
      report: z
        .object({
          authority: z
            .string()
            .nullable()
            .describe(
              '机关名称（至多 200 字），报告某处印有全称的取全称；null：没有读到。Name of the authority, its full name where the report prints it, 200 characters at most; null: not found.',
            ),
          year: z.int().nullable().describe('报告年度；null：没有读到。Report year; null: not found.'),
          editions: z
            .object({
              proactiveDisclosure: edition('主动公开情况表', 'proactive disclosure'),
              requests: edition('依申请公开情况表', 'requests'),
              reconsiderationAndLitigation: edition(
                '行政复议、行政诉讼情况表',
                'reconsideration and litigation',
              ),
            })
            .describe('三张法定表各自的表式版本。Which edition of the form each table follows.'),
        })
        .describe('是谁的、哪一年的报告。Whose report it is, of which year.'),
      verdict,
      counts: z
        .object({
          errors: count.describe('错误数。Errors.'),
          warnings: count.describe('警告数。Warnings.'),
          infos: count.describe('提示数。Notes.'),
        })
        .describe(
          '发现数；归属于另一条的（causedBy）与那一条合算一条。How many findings; one that stands under another (`causedBy`) is counted with that one.',
        ),
      brokenChecks: z
        .array(z.string())
        .describe(
          '不符合的核对规则的编号，各一次，至多 200 个。Ids of the checks with a broken finding, each once, 200 at most.',
        ),
      findings: z
        .array(finding)
        .max(20)
        .describe(
          '最前面的发现：先单独成立的，重的在前，再是归属于它们的；全部在 JSON 输出中。The first findings: those that stand for themselves, gravest first, then those under them; the JSON output has all.',
        ),
      findingsLeftOut: count.describe(
        '没有列在 findings 中、只在 JSON 输出里的条数。How many findings are only in the JSON output.',
      ),
      outputs: z
        .object({ bucket, ...always, receipt: receiptPointer, ...later })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
)

export type ReportValidatedV1 = z.infer<typeof reportValidatedV1>
