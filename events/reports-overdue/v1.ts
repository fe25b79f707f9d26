import * as z from 'zod'
import { bucket, cloudEvent, count, ofSeason, pointer, writtenBy } from '../parts.ts'

/**
 * Which units are overdue with their report of the newest year is another than was told last: a deadline has passed,
 * a report has come, the roster or a decision has changed.
 */
export const reportsOverdueV1 = cloudEvent(
  'gongkai.reports.overdue.v1',
  '最新报告年度的逾期未报单位与上次所告知的不同。Which units are overdue with their report of the newest year is another than was told last.',
  z
    .object({
      year: z.int().describe('报告年度。Report year.'),
      asOf: z.iso.date().describe('按哪一天（北京时间）判断逾期。The day in China it is looked at.'),
      converter: writtenBy,
      replaces: z
        .object({
          event: z.string().describe('上次告知的事件编号。Id of the event that told of it.'),
        })
        .optional()
        .describe(
          '上次关于这一年度的告知，不再有效。没有这一项：以前没有告知过。What was told of this year before, withdrawn. Absent: nothing was.',
        ),
      expected: count.describe('这一年度应报的单位数。Units that must report for the year.'),
      reported: count.describe('其中已报的单位数。Those of them that did.'),
      overdue: count.describe(
        '已过期限仍未报、也没有人作出决定的单位数；0：没有逾期的了。Those that did not although their day has passed, and about whom nobody decided; 0: none any more.',
      ),
      units: z
        .array(
          z.object({
            unit: z.string().describe('名册中的单位编号。Id of the unit in the roster.'),
            name: z.string().describe('名册中的单位名称。Its name in the roster.'),
            dueOn: z.iso.date().describe('报送期限（含当日）。The last day on which it was due.'),
          }),
        )
        .max(100)
        .describe(
          '逾期单位中最前面的一些，按单位编号，至多 100 个。The first of them, by unit, 100 at most.',
        ),
      unitsLeftOut: count.describe(
        '没有列在 units 中、只在 season.json 里（规则 unit-not-reported 的发现）的单位数。Those that are only in season.json, findings of `unit-not-reported`.',
      ),
      outputs: z
        .object({
          bucket,
          prefix: z
            .string()
            .describe(
              '这一次年报季的文件都在这个前缀下，不再变动。Everything of this season stands under it and never changes.',
            ),
          season: pointer.describe('这一次的 season.json。The season.json of this season.'),
        })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
  ofSeason,
)

export type ReportsOverdueV1 = z.infer<typeof reportsOverdueV1>
