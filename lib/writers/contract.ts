import * as z from 'zod'
import { formKeys, sectionKeys } from '../forms/form.ts'
import { editions } from '../forms/index.ts'
import { formats } from '../readers/index.ts'

/**
 * The contract of `<stem>.json`. Tests check every output against it; writing one takes the type alone, so that no
 * conversion waits for zod to load. Descriptions: Chinese first, then English, as they stand in the JSON Schema.
 */

const message = z
  .object({ zh: z.string().describe('中文。In Chinese.'), en: z.string().describe('英文。In English.') })
  .describe('给人看的一句话。A sentence for people.')
const ordinal = (says: string) => z.int().min(1).describe(says)
const cellKey = z
  .string()
  .describe(
    '格的键：<表>.<行>.<列>，永久不变，与 figures 的键相同。Key of a figure: <table>.<row>.<column>, permanent, as in `figures`.',
  )
const formKey = z.enum(formKeys)
const date = z.iso.date()

const place = {
  table: ordinal('文件中第几张表，从 1 数起。Which table of the document, from 1.'),
  row: ordinal('表中第几行，从 1 数起，表头也算。Row of the table, from 1, header rows included.'),
  column: ordinal('表中第几列，从 1 数起，行名也算。Column of the table, from 1, labels included.'),
}

const source = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('paragraph').describe('在正文段落中。In a paragraph.'),
      paragraph: ordinal('第几段，从 1 数起。Which paragraph of the document, from 1.'),
    })
    .describe('正文的一段。A paragraph.'),
  z
    .object({ kind: z.literal('table').describe('在表格中。In a table.'), ...place })
    .describe('表格的一格。A cell of a table.'),
  z
    .object({
      kind: z.literal('page').describe('在 PDF 的页面上。On a page of a PDF.'),
      page: ordinal('第几页，从 1 数起。Which page, from 1.'),
      box: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .describe(
          '左、上、右、下，从页面左上角起，单位为点（1/72 英寸）。Left, top, right, bottom in points from the top left of the page.',
        ),
      ...place,
    })
    .describe('PDF 页面上表格的一格。A cell of a table on a page of a PDF.'),
])

const state = z
  .enum(['number', 'blank', 'notApplicable', 'text', 'missing', 'unreadable'])
  .describe(
    '格的状态：number 数字（0 也是数字）；blank 空白，没有填（不等于 0）；notApplicable 不适用，填的是“-”“/”“无”“不适用”一类；text 文字，填了别的、不能确定是哪个数；missing 缺失，表式有这一格而文件中没有；unreadable 未能读出，文件中填了什么、哪个数属于这一格，不能确定。State of the cell: number (zero is one); blank (nothing was filled in, which is not zero); notApplicable (a dash, a slash, 无 or 不适用 stands there); text (something else, not beyond doubt one number); missing (the form has the cell, the file is seen not to have it); unreadable (what it holds, or which value belongs there, could not be told).',
  )

const value = z
  .number()
  .nullable()
  .describe(
    '数值：件、项为个数，有 unit 的为万元；只在状态为 number 时有，其余一律为 null，不可当作 0。The number: a count, or an amount in 万元 where `unit` says so; null in every state but number, never to be taken for zero.',
  )

const entered = z
  .object({
    by: z.string().describe('录入人。Who typed it in.'),
    at: z.string().describe('录入时间，ISO 8601。When, ISO 8601.'),
    reason: z.string().describe('录入的理由。Why.'),
    was: z
      .object({ value, state })
      .describe('录入以前读到的数值和状态。Value and state as they had been read.'),
  })
  .describe(
    '由人对照原件录入：value 和 state 以录入的为准，text 仍是读到的原文。没有这一项：没有录入。A person read the figure off the original and typed it in: value and state are theirs, text is still what is printed as it was read. Absent: nobody did.',
  )

const figure = z
  .object({
    value,
    unit: z
      .literal('万元')
      .optional()
      .describe(
        '金额的单位，原文的元、亿元等已换算；没有这一项的是个数。Unit of an amount, converted from what is printed; absent for counts.',
      ),
    state,
    text: z
      .string()
      .nullable()
      .describe(
        '原文所印，去掉首尾空白；null：缺失或未能读出。As printed, without padding; null: missing or unreadable.',
      ),
    source: source
      .nullable()
      .describe(
        '在文件中的位置；null：没有这一格，或位置不能确定。Where it stands in the document; null: it is not there, or the place could not be told.',
      ),
    entered: entered.optional(),
  })
  .describe('法定表中的一格。A cell of a statutory table.')

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

const finding = z.object({
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

const table = z.object({
  number: ordinal('文件中第几张表，从 1 数起。Which table of the document, from 1.'),
  form: formKey
    .nullable()
    .describe(
      '是哪张法定表：proactiveDisclosure 主动公开，requests 依申请公开，reconsiderationAndLitigation 行政复议、行政诉讼；null：都不是，或没有认出。Which statutory table it is; null: none, or not recognised.',
    ),
  rows: z.int().min(0).describe('行数。Rows.'),
  columns: z.int().min(0).describe('列数。Columns.'),
  cells: z
    .array(
      z.object({
        row: ordinal('第几行，从 1 数起；合并的格为最上一行。Row, from 1; of a merged cell the topmost.'),
        column: ordinal(
          '第几列，从 1 数起；合并的格为最左一列。Column, from 1; of a merged cell the leftmost.',
        ),
        rowSpan: ordinal('占几行。How many rows it takes.'),
        columnSpan: ordinal('占几列。How many columns it takes.'),
        text: z.string().describe('原文。As printed.'),
      }),
    )
    .describe('各格，合并的格只列一次。Its cells, merged ones once.'),
})

const printed = (zh: string, en: string) =>
  z.string().nullable().describe(`${zh}；null：没有读到。${en}; null: not found.`)

const edition = (zh: string, en: string) =>
  z
    .enum(editions.map(({ id }) => id))
    .nullable()
    .describe(
      `${zh}的表式版本；null：没有认出（文件中没有，或未能读出）。Edition of the table on ${en}; null: it was not recognised (absent or unreadable).`,
    )

/** `gongkai.report/2`: a normalised and judged report. */
export const reportContract = z
  .object({
    schema: z
      .literal('gongkai.report/2')
      .describe(
        '数据格式的名称和版本；只增加可以忽略的新字段时不变。Name and version of the contract; it stays the same while only fields are added that readers may ignore.',
      ),
    converter: z
      .object({
        name: z.literal('gongkai').describe('程序名称。Name of the program.'),
        version: z.string().describe('程序的版本，如 0.1.0。Version of the program, for example 0.1.0.'),
      })
      .describe('转换这份报告的程序。The program that converted the report.'),
    source: z
      .object({
        name: z.string().describe('文件名，不含路径。File name, without folders.'),
        format: z
          .enum(formats)
          .describe(
            '文件的格式，按内容判断，不看文件名；.wps 等同 doc。Format of the file, told by its contents and not by its name.',
          ),
        size: z.int().min(0).describe('字节数。Size in bytes.'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('文件内容的 SHA-256，64 位小写十六进制。SHA-256 of the file, 64 lower-case hex digits.'),
      })
      .describe('收到的文件。The file that was handed in.'),
    report: z
      .object({
        title: printed('标题，照原文，可能分几行', 'Title as printed, maybe in several lines'),
        authority: printed(
          '机关名称：报告某处印有全称的取全称，否则为标题所印',
          'Name of the authority: the full name where the report prints it anywhere, else as in the title',
        ),
        authorityAsPrinted: printed('标题所印的机关名称', 'Name of the authority as the title prints it'),
        year: z.int().nullable().describe('报告年度；null：没有读到。Report year; null: not found.'),
        period: z
          .object({
            from: date.describe('起始日期（含），YYYY-MM-DD。First day, YYYY-MM-DD.'),
            to: date.describe('截止日期（含），YYYY-MM-DD。Last day, included, YYYY-MM-DD.'),
          })
          .nullable()
          .describe('写明的统计期间；null：没有读到。The statistic period that is stated; null: not found.'),
        signature: z
          .object({
            authority: printed('落款单位', 'Authority of the signature'),
            date: date
              .nullable()
              .describe('落款日期，YYYY-MM-DD；null：没有读到。Date of the signature; null: not found.'),
          })
          .nullable()
          .describe('落款；null：没有读到。The signature; null: not found.'),
        preamble: z
          .array(z.string())
          .describe(
            '第一部分之前的各段，标题也在内。所有文字中的个人身份证号码、手机号码只留末两位。Paragraphs before section 一, title lines included. Here as in every text, numbers of persons show their last two characters only.',
          ),
        sections: z
          .array(
            z.object({
              key: z
                .enum(sectionKeys)
                .describe(
                  '法定的六个部分之一：overview 总体情况，proactiveDisclosure 主动公开，requests 依申请公开，reconsiderationAndLitigation 行政复议、行政诉讼，problemsAndImprovements 存在的主要问题及改进情况，otherMatters 其他需要报告的事项。Which of the six statutory sections.',
                ),
              heading: z.string().describe('标题，照原文。Its heading as printed.'),
              paragraphs: z
                .array(z.string())
                .describe('各段文字，不含表格和落款。Its paragraphs, without tables and signature.'),
            }),
          )
          .describe('读到的各部分，按法定次序。The sections found, in the order of the form.'),
      })
      .describe('表格以外的内容。What stands outside the tables.'),
    editions: z
      .object({
        proactiveDisclosure: edition('主动公开情况表', 'proactive disclosure'),
        requests: edition('依申请公开情况表', 'requests'),
        reconsiderationAndLitigation: edition('行政复议、行政诉讼情况表', 'reconsideration and litigation'),
      })
      .describe(
        '三张法定表各自的表式版本；有由人录入的，按录入的格。Which edition of the form each table follows, also one that a person typed in.',
      ),
    figures: z
      .record(cellKey, figure)
      .describe(
        '法定表的每一格，按印出的次序；表式有的格一个不少，没有读到的也在，状态写明。Every cell of the edition of each table, in printed order: those not read are there too, with their state.',
      ),
    tables: z
      .array(table)
      .describe(
        '文件中的每张表，法定的和其他的，按次序。Every table of the document, statutory or not, in order.',
      ),
    verdict: z
      .enum(['valid', 'needsReview', 'invalid', 'notAssessable'])
      .describe(
        '结论：valid 通过；needsReview 需复核（有警告）；invalid 不通过（有已证实的错误）；notAssessable 无法核对（没有认出法定表，或者表中有未能读出的内容而读出的部分没有错误）。Verdict: valid; needsReview (warnings); invalid (a proven fault); notAssessable (no statutory table was recognised, or something of one could not be read and what could be read breaks no rule).',
      ),
    findings: z
      .array(finding)
      .describe(
        '全部核对发现，按规则的次序；空：没有。All findings, in the order of the checks; empty: none.',
      ),
    losses: z
      .array(
        z.object({
          code: z
            .string()
            .min(1)
            .describe(
              '种类的名称，永久不变，见损失目录；以后可能增加。Permanent kebab-case name of the kind, as in the catalogue of losses; new ones may be added.',
            ),
          message: message.describe('遇到了什么。What was met.'),
          source: source.nullable().describe('位置；null：不知道。Where; null: not known.'),
        }),
      )
      .describe(
        '读文件时遇到而没有带过来的内容；空：没有。What the reader met and could not carry over; empty: nothing.',
      ),
  })
  .describe('报告的 JSON：一份年度报告，规范并核对过。The JSON of a report: normalised and judged.')

export type ReportJson = z.infer<typeof reportContract>
