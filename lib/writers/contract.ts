import * as z from 'zod'
import { formKeys, sectionKeys } from '../forms/form.ts'
import { editions } from '../forms/index.ts'
import { formats } from '../readers/index.ts'
import { cellKey, figure, message, onPage, ordinal, pictureHash, source } from './contract/figure.ts'
import { finding } from './contract/finding.ts'

/**
 * The contract of `<stem>.json`. Tests check every output against it; writing one takes the type alone, so that no
 * conversion waits for zod to load. Descriptions: Chinese first, then English, as they stand in the JSON Schema.
 */

const formKey = z.enum(formKeys)
const date = z.iso.date()

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
            '文件的格式，按内容判断，不看文件名。Format of the file, told by its contents and not by its name.',
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
        scan: z
          .object({
            pages: ordinal('共几页。How many pages.'),
            title: z
              .object({ ...onPage, crop: pictureHash })
              .optional()
              .describe(
                '标题在扫描件上的位置；没有这一项：首页上没有认出标题。Where its title stands; absent: none was met on the first page.',
              ),
            read: z
              .object({
                authority: printed('识别出的机关名称', 'What is read as the name of the authority'),
                year: z
                  .int()
                  .nullable()
                  .describe('识别出的报告年度；null：没有读出。What is read as the year; null: nothing.'),
              })
              .describe(
                '机关和年度的识别结果，只供人参考：authority、year 在由人确认以前为 null。What a reader of pictures makes of name and year, for persons to see: `authority` and `year` are null until a person has confirmed them.',
              ),
            named: z
              .object({
                by: z.string().describe('确认人。Who confirmed them.'),
                at: z.string().describe('确认的时间，ISO 8601。When, ISO 8601.'),
              })
              .optional()
              .describe(
                '机关和年度由人对照原件确认；没有这一项：待确认。A person confirmed name and year from the original; absent: they wait for one.',
              ),
          })
          .optional()
          .describe(
            '由扫描件的图像识别：标题和正文没有证实，机关、年度由人确认以后才写，法定表中的数只有证实的（evidence）和由人录入的才采用。没有这一项：不是扫描件。Read from pictures of pages: title and text are not proven, authority and year are given once a person has confirmed them, and of the statutory figures those alone are taken that are proven (`evidence`) or typed in. Absent: no scan.',
          ),
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
