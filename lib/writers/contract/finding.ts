import * as z from 'zod'
import { cellKey, message, ordinal } from './figure.ts'

/** Of the contract of a report: what the checks found. */

const repair = z.object({
  cell: cellKey,
  printed: z.number().describe('报告所填的数。The number that the report has.'),
  value: z
    .int()
    .min(0)
    .nullable()
    .describe(
      '要使勾稽关系成立应为的数；null：因有空白格，可以是几个数。What it would have to be for the sums to hold; null: blank cells leave it several values.',
    ),
  settles: z
    .array(z.string())
    .describe(
      '改后涉及这一格、不再出现的发现的编号。Ids of the findings that name the cell and would be no more.',
    ),
})

export const finding = z.object({
  id: z
    .string()
    .min(1)
    .describe(
      '发现编号，由规则和格算出：同一份报告重新核对时不变。Made of check and cells: the same each time the report is checked.',
    ),
  check: z
    .string()
    .min(1)
    .describe(
      '核对规则的编号，永久不变，见 gongkai checks。Id of the check, permanent: see `gongkai checks`.',
    ),
  severity: z
    .enum(['error', 'warning', 'info'])
    .describe(
      '程度：error 错误，warning 警告（需要人看），info 提示。How grave it is: error; warning (a person should look); info.',
    ),
  outcome: z
    .enum(['broken', 'unassessable'])
    .describe(
      'broken 不符合规则；unassessable 有关的格没有数字，无法核对。broken: the rule does not hold; unassessable: cells that it needs have no number.',
    ),
  message: message.describe('是什么问题、怎么办。What is wrong, and what to do.'),
  cells: z
    .array(cellKey)
    .describe(
      '有关各格的键，第一个是最该看的；空：不是某一格的问题。Keys of the figures concerned, the one to look at first; empty: it is about no cell.',
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
  evidence: z
    .array(
      z.object({
        section: z
          .string()
          .optional()
          .describe(
            '在报告的哪一部分：sections 的 key，preamble 为正文之前；没有这一项：不在某一部分。Where: key of a section, or preamble; absent: in none of them.',
          ),
        paragraph: ordinal(
          '该部分的第几段，从 1 数起；没有这一项：不在某一段。Which of its paragraphs, from 1; absent: in none of them.',
        ).optional(),
        quote: z.string().describe('原文摘录。Words of the report.'),
      }),
    )
    .describe('所依据的原文；空：依据的是 cells。Words that it rests on; empty: it rests on cells.'),
  repair: z
    .array(repair)
    .optional()
    .describe(
      '这几格一起改，归属于本条的发现即不再成立：只是算术，不是更正。没有这一项：没有唯一的改法。The cells that alone, changed together, would settle what stands under the finding: arithmetic, no correction. Absent: there is no one way.',
    ),
  alternatives: z
    .array(z.array(repair))
    .optional()
    .describe(
      '改法不止一种时，最前面的几种，任取其一。没有这一项：不是几种。The same where there are several ways: the first ones, any of which would do. Absent: there are not several.',
    ),
  determined: z
    .array(
      z.object({
        cell: cellKey,
        value: z.int().min(0).describe('由勾稽关系唯一确定的数。The one value that the sums leave it.'),
      }),
    )
    .optional()
    .describe(
      '空白格中由勾稽关系唯一确定的；figures 中仍为空白。没有这一项：没有这样的格。Of the blank cells those that the sums leave one value only; they stay blank in `figures`. Absent: none.',
    ),
  causedBy: z
    .string()
    .optional()
    .describe(
      '所属发现的编号：两条算作一条。没有这一项：单独成立。Id of the finding that this one follows from or is a part of; that one counts for both. Absent: it stands for itself.',
    ),
})
