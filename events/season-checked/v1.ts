import * as z from 'zod'
import { bucket, cloudEvent, count, ofSeason, pointer, writtenBy } from '../parts.ts'

/** The reports of a year were put beside each other, and something is different from when that was told last. */
export const seasonCheckedV1 = cloudEvent(
  'gongkai.season.checked.v1',
  '一个年度的报告放在一起核对过，结果与上次所告知的不同。The reports of a year were put beside each other, and something is different from when that was told last.',
  z
    .object({
      year: z.int().describe('报告年度。Report year.'),
      asOf: z.iso
        .date()
        .describe(
          '按哪一天（北京时间）判断，谁逾期以此为准。The day in China it is looked at: who is overdue depends on it.',
        ),
      converter: writtenBy,
      replaces: z
        .object({
          folder: z.string().describe('那一次的文件夹名，仍然保留。Its folder, which stays.'),
          event: z.string().describe('告知那一次的事件编号。Id of the event that told of it.'),
        })
        .optional()
        .describe(
          '此前为准的这一年度的年报季。没有这一项：是第一次。The season of this year that stood until now. Absent: it is the first.',
        ),
      counts: z
        .object({
          expected: count.describe('这一年度应报的单位数。Units that must report for the year.'),
          reported: count.describe('其中已报的单位数。Those of them that did.'),
          reports: count.describe('有这一年度报告的单位数。Units with a report of the year.'),
          unplaced: count.describe(
            '没有对应到单位的上传文件数，不分年度。Uploads of any year that no unit was found for.',
          ),
          leftOut: count.describe(
            '最新一版未受理、处理失败或读不出来的上传文件数。Uploads whose newest version was refused, failed or cannot be read.',
          ),
          warnings: count.describe(
            '各报告之间的警告数，已有决定的不计。Warnings across reports, decided ones left out.',
          ),
          infos: count.describe(
            '各报告之间的提示数，已有决定的不计。Notes across reports, decided ones left out.',
          ),
          decided: count.describe('已有决定的发现数。Findings that somebody decided about.'),
        })
        .describe('各项数目。How many of each.'),
      checks: z
        .array(
          z.object({
            check: z.string().describe('核对规则的编号，永久不变。Id of the check, permanent.'),
            warnings: count.describe('警告数，已有决定的不计。Warnings, decided ones left out.'),
            infos: count.describe('提示数，已有决定的不计。Notes, decided ones left out.'),
            decided: count.describe('已有决定的发现数。Findings that somebody decided about.'),
          }),
        )
        .describe(
          '各条规则的发现数，按规则编号；没有发现的不列。Findings by check, in the order of their ids; those without any left out.',
        ),
      outputs: z
        .object({
          bucket,
          prefix: z
            .string()
            .describe(
              '这一次年报季的文件都在这个前缀下，不再变动。Everything of this season stands under it and never changes.',
            ),
          season: pointer.describe(
            'season.json：各单位、全部发现、重报及改动。season.json: units, findings, what was handed in again.',
          ),
          workbook: pointer
            .optional()
            .describe(
              '年报季.xlsx；报告过多没有做的，没有这一项。The workbook; absent where there are too many reports for one.',
            ),
          page: pointer
            .optional()
            .describe(
              'index.html；报告过多没有做的，没有这一项。The page; absent where there are too many reports for one.',
            ),
          current: z
            .object({ key: z.string().describe('current.json 的键。Key of current.json.') })
            .describe('指明各年度现在以哪一次为准的文件。Points to the season of each year that counts.'),
        })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
  ofSeason,
)

export type SeasonCheckedV1 = z.infer<typeof seasonCheckedV1>
