import * as z from 'zod'
import { errorV1 } from '../../../events/error/v1.ts'
import { message as messageContract } from '../../../events/parts.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { outcomes, standings, states, verdicts } from './words.ts'

/**
 * What the HTTP interface answers. The document is made of it (`openapi.json`), tests hold every answer against it; serving
 * takes the types alone, so that no service waits for zod to load.
 */

const formats = outputs.map(({ ending }) => ending)

const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
const day = z.iso.date()

const finding = z
  .object({
    id: z
      .string()
      .describe('发现的编号，同一份报告重新转换后不变。Stable when the same report is converted again.'),
    check: z.string().describe('核对规则的代号，见 /api/v1/checks。The check, see /api/v1/checks.'),
    severity: z.enum(['error', 'warning', 'info']).describe('级别：错误、警告、提示。How grave it is.'),
    title: messageContract.describe('规则的名称。What the check is called.'),
    message: messageContract.describe('发现了什么、在哪里、怎么办。What was found, where, and what to do.'),
  })
  .describe('一条发现。One finding.')

const counts = z
  .object({
    errors: count.describe('错误数。Errors.'),
    warnings: count.describe('警告数。Warnings.'),
    infos: count.describe('提示数。Infos.'),
  })
  .describe('各级发现的条数。Findings by severity.')

const problem = z
  .object({
    code: z.string().describe('原因的代号，永不改变。The reason, by a name that never changes.'),
    sentence: messageContract.describe('出了什么问题。What is wrong.'),
    remedy: messageContract.describe('怎么办。What to do.'),
  })
  .describe('文件没有得到结果的原因。Why a file gave no report.')

const unit = z
  .object({
    unit: z.string().describe('名册中的单位代码。Its code in the roster.'),
    name: z.string().describe('名册中的单位名称。Its name in the roster.'),
  })
  .describe('名册中的单位。A unit of the roster.')

const archive = z
  .object({
    files: count.describe('压缩包里的文件数。How many files it held.'),
    verdicts: z
      .record(z.string(), count)
      .nullable()
      .describe(
        '各种结论的文件数；还没有全部完成时为空。How many files came to which end; null until all are through.',
      ),
  })
  .describe(
    '压缩包里的文件各是一份报告，用 archive=编号 列出。Each file in an archive is a report of its own: list them by archive=id.',
  )

const output = z
  .object({
    format: z.enum(formats).describe('哪一种文件。Which kind of file.'),
    name: z.string().describe('文件名。What the file is called.'),
    mediaType: z.string().describe('媒体类型。Its media type.'),
    href: z.string().describe('下载地址，相对于本服务。Where to fetch it, on this service.'),
  })
  .describe('一个结果文件。One file that came of a report.')

export const reportContract = z
  .object({
    id: z
      .string()
      .regex(/^[0-9a-f]{32}$/u)
      .describe('编号：key 的 SHA-256 的前 32 位。The first 32 hex digits of the SHA-256 of its key.'),
    key: z
      .string()
      .describe('文件在收件文件夹里的名字，可以带文件夹。Its name in the inbox, folders included.'),
    state: z
      .enum(states)
      .describe(
        '到了哪一步：等待、读取、核对、写出、受阻（会自动再试）、完成。How far it is; stuck: it is tried again by itself.',
      ),
    note: messageContract.nullable().describe('受阻的原因。Why it is stuck; else null.'),
    outcome: z
      .enum(outcomes)
      .nullable()
      .describe(
        '结果：已核对、未受理、我方未能处理、压缩包已拆开；还没有结果时为空。How it ended: checked, refused, given up by us, unpacked; null before.',
      ),
    verdict: z
      .enum(verdicts)
      .nullable()
      .describe('结论：通过、需复核、不通过、无法核对。The verdict on a report; null where there is none.'),
    authority: z.string().nullable().describe('报告的行政机关。The authority that reports.'),
    year: z.int().nullable().describe('报告年度。The year that the report is about.'),
    unit: unit.nullable().describe('名册中是哪个单位。Whose report it is by the roster; null where unknown.'),
    standing: z
      .enum(standings)
      .describe(
        '在全部报告中的地位：计入、被更正件替代、不计入、示例、待确认、没有报告。Whether it counts among the others.',
      ),
    counts: counts.nullable().describe('发现的条数；没有报告时为空。Null where there is no report.'),
    checks: z
      .record(z.string(), count)
      .describe('每条规则各有几条发现。How many findings each check has, by its id.'),
    findings: z
      .array(finding)
      .describe(
        '最要紧的发现；全部发现在 JSON 结果里。The gravest ones; all of them stand in the JSON output.',
      ),
    findingsLeftOut: count.describe('没有列在这里的条数。How many findings are not listed here.'),
    problem: problem.nullable().describe('没有得到报告的原因。Why there is no report; else null.'),
    archive: archive.nullable().describe('压缩包的情况。Of an archive; else null.'),
    sha256: sha256
      .nullable()
      .describe('结果所依据的文件的 SHA-256。Of the file that the result was made of.'),
    finishedAt: z.iso
      .datetime()
      .nullable()
      .describe('得到结果的时间。When the result was made; null before.'),
    outputs: z.array(output).describe('结果文件；没有报告时没有。Its files; none where there is no report.'),
  })
  .describe('一份提交的文件和它的结果。A file that was handed in, and what came of it.')

export const reportsContract = z
  .object({
    total: count.describe('符合条件的份数。How many there are in all that were asked for.'),
    reports: z
      .array(reportContract)
      .describe('这一页，按 key 排序。This page of them, in the order of their keys.'),
    next: z
      .string()
      .nullable()
      .describe(
        '下一页的 after；没有下一页时为空。What to give as `after` for the next page; null on the last.',
      ),
  })
  .describe('文件清单的一页。A page of the list.')

const trouble = z
  .object({
    code: z.string().describe('原因的代号。The reason, by its name.'),
    sentence: messageContract.describe('出了什么问题。What is wrong.'),
    lines: z.array(messageContract).describe('名册里逐行的问题。What is wrong in a list, line by line.'),
  })
  .describe('没有做成年报季的原因。Why no season was made.')

const seasonContract = z
  .object({
    year: z.int().describe('年度。Its year.'),
    asOf: day.describe('截至哪一天。The day it is looked at.'),
    expected: count.describe('应报单位数。Units that must report.'),
    reported: count.describe('已报单位数。Those of them that did.'),
    warnings: count.describe('跨报告核对的警告数。Warnings of the checks across reports.'),
    href: z.string().describe('这一年的地址。Where the season is, on this service.'),
  })
  .describe('一个年度的年报季。The season of one year.')

export const seasonsContract = z
  .object({
    state: z
      .enum(['no-roster', 'waiting', 'running', 'resting'])
      .describe('没有名册、等待、正在做、已做好。No roster, waiting, being made, or up to date.'),
    seasons: z.array(seasonContract).describe('最新的年度在前。The newest year first.'),
    trouble: trouble.nullable().describe('上一次没有做成的原因。Why the last run made none, or not all.'),
  })
  .describe('全部年报季。All seasons.')

const seasonFile = z
  .object({
    path: z.string().describe('在年报季里的路径。Its path in the season.'),
    mediaType: z.string().describe('媒体类型。Its media type.'),
    size: count.describe('字节数。In bytes.'),
    sha256: sha256.describe('内容的 SHA-256。Of its contents.'),
    href: z.string().describe('下载地址，相对于本服务。Where to fetch it, on this service.'),
  })
  .describe('年报季的一个文件。A file of a season.')

export const seasonFilesContract = seasonContract
  .extend({ files: z.array(seasonFile).describe('数据集、工作簿、网页。Data set, workbook and pages.') })
  .describe('一个年度的年报季和它的文件。The season of a year with its files.')

const check = z
  .object({
    id: z.string().describe('代号，永不改变。Its name, which never changes.'),
    severity: z.enum(['error', 'warning', 'info']).describe('级别。How grave it is.'),
    editions: z.array(z.string()).describe('适用的表式。The editions of the form that it is a rule of.'),
    title: messageContract.describe('名称。What it is called.'),
    explanation: messageContract.describe('为什么要查、怎么改。Why it matters and what to do.'),
    formula: z.string().nullable().describe('公式；没有的为空。Its formula, where there is one.'),
    source: z.string().describe('依据。Where the rule comes from.'),
  })
  .describe('一条核对规则。A check.')

export const checksContract = z
  .object({ checks: z.array(check).describe('按目录的次序。In the order of the catalogue.') })
  .describe('全部核对规则。All checks.')

export const healthContract = z
  .object({
    status: z
      .enum(['ok', 'held', 'stopping'])
      .describe(
        '正常、写不进结果（会自动恢复）、正在停止。ok; held: no result can be written now; stopping.',
      ),
    waiting: count.describe('等待和受阻的文件数。Files that wait or are stuck.'),
  })
  .describe('服务是否正常。How the service is.')

export const versionContract = z
  .object({
    name: z.literal('gongkai').describe('程序名。The program.'),
    version: z.string().describe('版本。Its version.'),
    build: z.string().describe('构建。Its build.'),
    api: z.literal('v1').describe('接口的版本。The version of this interface.'),
  })
  .describe('哪一个程序。Which program this is.')

/** Every shape of an answer, by the name it has in the document. */
export const shapes = {
  Message: messageContract,
  Error: errorV1,
  Finding: finding,
  Counts: counts,
  Problem: problem,
  Unit: unit,
  Archive: archive,
  Output: output,
  Report: reportContract,
  Reports: reportsContract,
  Season: seasonContract,
  Seasons: seasonsContract,
  SeasonTrouble: trouble,
  SeasonFile: seasonFile,
  SeasonFiles: seasonFilesContract,
  Check: check,
  Checks: checksContract,
  Health: healthContract,
  Version: versionContract,
} as const

export type ReportShown = z.infer<typeof reportContract>
export type ReportsShown = z.infer<typeof reportsContract>
export type SeasonsAnswer = z.infer<typeof seasonsContract>
export type SeasonAnswer = z.infer<typeof seasonFilesContract>
export type ChecksAnswer = z.infer<typeof checksContract>
export type HealthAnswer = z.infer<typeof healthContract>
export type VersionAnswer = z.infer<typeof versionContract>
