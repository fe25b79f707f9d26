import * as z from 'zod'

/**
 * The contract of `season.json`. Tests check what is written against it; writing takes the type alone. Descriptions:
 * Chinese first, then English, as they stand in the JSON Schema.
 */

const message = z.object({
  zh: z.string().describe('中文。In Chinese.'),
  en: z.string().describe('英文。In English.'),
})
const day = z.iso.date()
const year = z.int().describe('报告年度。Report year.')
const count = (says: string) => z.int().describe(says)
const unit = z.string().describe('名册中的单位编号。Id of the unit in the roster.')
const cellKey = z.string().describe('格的键，永久不变。Key of a figure, permanent.')
const findingId = z.string().describe('发现编号。Id of the finding.')

const version = z.object({
  key: z
    .string()
    .describe(
      '上传文件的键；用命令转换的，为结果夹中的路径。Key of the upload; of one that a command converted its path below the results.',
    ),
  version: z
    .string()
    .describe(
      '文件的版本；按整串比较是否相同，不分先后。Version of the upload: equal or not, it tells no order.',
    ),
})

const report = version.extend({
  verdict: z
    .string()
    .describe(
      '单份报告的结论：valid 通过，needsReview 需复核，invalid 不通过，notAssessable 无法核对。Verdict on the report alone.',
    ),
  firstUploadedOn: day
    .nullable()
    .describe(
      '首次上传的日期（北京时间）；null：不知道。Day of the first upload, in China; null: not known.',
    ),
  versions: z
    .int()
    .min(1)
    .describe('这一单位这一年度共报送过几个版本。How many versions came for unit and year.'),
})

const valueOrNull = (zh: string, en: string) =>
  z
    .number()
    .nullable()
    .describe(
      `${zh}，金额为万元；null：没有数字（空白、不适用、缺失、未能读出等），不可当作 0。${en}, amounts in 万元; null: there is no number (blank, not applicable, missing, unreadable …), which is not zero.`,
    )

const change = z.object({
  key: cellKey,
  before: valueOrNull('前一版的数', 'Number in the version before'),
  after: valueOrNull('这一版的数', 'Number in this version'),
})

const resubmission = z.object({
  unit,
  versions: z
    .array(
      version.extend({
        uploadedAt: z.iso
          .datetime()
          .nullable()
          .describe('上传时间，ISO 8601，UTC；null：不知道。When, ISO 8601 in UTC; null: not known.'),
        figures: z
          .array(change)
          .describe(
            '与前一版不同的格；第一版为空。Figures that differ from the version before; of the first none.',
          ),
        findingsAdded: z
          .array(findingId)
          .describe('比前一版多出的发现的编号。Ids of findings that the version before did not have.'),
        findingsGone: z
          .array(findingId)
          .describe('前一版有而这一版没有的发现的编号。Ids of findings that this version has no more.'),
      }),
    )
    .describe('各个版本，从旧到新。Its versions, the oldest first.'),
  counts: version.describe('计入的那个版本。The version that counts.'),
})

const finding = z.object({
  id: z
    .string()
    .describe(
      '发现编号，由规则、单位、年度和格算出：重做时不变，决定以此对应。Made of check, units, years and cells: the same each time; decisions name it.',
    ),
  check: z.string().describe('核对规则的编号，永久不变。Id of the check, permanent.'),
  severity: z.enum(['warning', 'info']).describe('程度：warning 警告，info 提示。How grave it is.'),
  outcome: z
    .enum(['broken', 'unassessable'])
    .describe(
      'broken 不符合规则；unassessable 没有数字，或读取时有疑点，无法核对。broken: the rule does not hold; unassessable: numbers that it needs are not there, or were read with a doubt.',
    ),
  message: message.describe('是什么问题、怎么办。What is wrong, and what to do.'),
  subjects: z
    .array(
      z.object({
        unit,
        year,
        version: z
          .string()
          .nullable()
          .describe(
            '计入的报告的版本；null：没有报告。Version of the report that counts; null: there is none.',
          ),
        cells: z
          .array(cellKey)
          .describe(
            '有关各格的键，第一个是最该看的；空：不是某一格的问题。Keys of the figures concerned, the one to look at first; empty: it is about no cell.',
          ),
      }),
    )
    .describe('涉及的报告；空：不知道是哪个单位。The reports that it is about; empty: no unit is known.'),
  upload: version
    .optional()
    .describe(
      '不知道是哪个单位时，所涉及的上传文件；其余没有这一项。The upload, where no unit is known; else absent.',
    ),
  expected: z
    .number()
    .optional()
    .describe(
      '规则算出的数，金额为万元；没有这一项：说不出一个数。The number that the rule comes to, amounts in 万元; absent: there is no one number.',
    ),
  actual: z
    .number()
    .optional()
    .describe(
      '报告中与之相比的数，金额为万元；没有这一项：说不出一个数。The number of the report that is compared with it, amounts in 万元; absent: there is no one number.',
    ),
  decision: z
    .object({
      finding: findingId,
      decision: z.string().describe('决定，照清单所写。What was decided, as the list says it.'),
      reason: z.string().describe('理由。Why.'),
      by: z.string().describe('决定人。Who decided.'),
      until: day
        .nullable()
        .describe('有效期至（含）；null：一直有效。The last day it holds; null: for good.'),
    })
    .optional()
    .describe(
      '人对这条发现的决定：有的不再计为警告。没有这一项：没有决定。What a person decided about it: it is no warning any more. Absent: nobody did.',
    ),
})

/** `gongkai.season/1`: a season as it was found on a day. */
export const seasonContract = z
  .object({
    schema: z
      .literal('gongkai.season/1')
      .describe(
        '数据格式的名称和版本；只增加可以忽略的新字段时不变。Name and version of the contract; it stays the same while only fields are added that readers may ignore.',
      ),
    converter: z
      .object({
        name: z.literal('gongkai').describe('程序名称。Name of the program.'),
        version: z.string().describe('程序的版本，如 0.1.0。Version of the program, for example 0.1.0.'),
      })
      .describe('做成年报季的程序。The program that made the season.'),
    year,
    asOf: day.describe(
      '按哪一天（北京时间）判断，谁逾期以此为准。The day in China it is looked at: who is overdue depends on it.',
    ),
    counts: z
      .object({
        expected: count('这一年度应报的单位数。Units that must report for the year.'),
        reported: count('其中已报的单位数。Those of them that did.'),
        reports: count('有这一年度报告的单位数。Units with a report of the year.'),
        unplaced: count(
          '没有对应到单位的上传文件数，不分年度。Uploads of any year that no unit was found for.',
        ),
        warnings: count('警告数，已有决定的不计。Warnings, decided ones left out.'),
        infos: count('提示数，已有决定的不计。Notes, decided ones left out.'),
        decided: count('已有决定的发现数。Findings that somebody decided about.'),
      })
      .describe('各项数目。How many of each.'),
    units: z
      .array(
        z.object({
          unit,
          name: z.string().describe('名册中的单位名称。Its name in the roster.'),
          dueOn: day
            .nullable()
            .describe(
              '报送期限（含当日）；null：这一年度不必报。The last day on which its report is due; null: it need not report.',
            ),
          report: report
            .nullable()
            .describe('计入的报告；null：没有报。The report that counts; null: there is none.'),
        }),
      )
      .describe('应报的和已报的单位，按编号。Units that must report or did, by their ids.'),
    resubmissions: z
      .array(resubmission)
      .describe('这一年度报送过几个版本的单位。Units of which several versions came for the year.'),
    findings: z
      .array(finding)
      .describe('各报告之间的全部发现；空：没有。All findings across reports; empty: none.'),
    decisionsUnmet: z
      .array(z.string())
      .describe(
        '决定清单写到、而这次没有出现的发现的编号。Ids that decisions name and no finding of this season has.',
      ),
    leftOut: z
      .array(
        version.extend({
          reason: z
            .enum(['rejected', 'failed', 'damaged', 'old-schema'])
            .describe(
              '原因：rejected 未受理，failed 处理失败，damaged 结果读不出来，old-schema 结果出自过早的程序。Refused, failed, a result that cannot be read, or one of too old a program.',
            ),
          newest: z
            .boolean()
            .describe(
              '是否为这个键最新的版本：是则较旧的版本也不计入。Whether it is the newest of its key: then no older version counts either.',
            ),
        }),
      )
      .describe('没有计入的版本。Versions that gave no report.'),
    files: z
      .array(
        z.object({
          path: z.string().describe('文件在这个文件夹中的路径，以 / 分隔。Path below the folder, with /.'),
          size: z.int().describe('字节数。Size in bytes.'),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('内容的 SHA-256，64 位小写十六进制。SHA-256 of the bytes, 64 lower-case hex digits.'),
        }),
      )
      .describe('同一文件夹中的其他文件。The other files of the folder.'),
  })
  .describe(
    'season.json：一个年度的报告放在一起核对的结果。The reports of a year beside each other, as they were found on a day.',
  )

export type SeasonJson = z.infer<typeof seasonContract>
