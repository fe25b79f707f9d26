import * as z from 'zod'
import { fileAsNamed, fileOutcome, folderOfResults, took, wasSkipped } from '../line/v1.ts'
import { converter, count, instant, schemaName, verdict } from '../parts.ts'

const many = (zh: string, en: string) => count.describe(`${zh}。${en}.`)

const byCode = (zh: string, en: string) =>
  z.record(z.string().describe('代号。The code.'), many('份数', 'So many files')).describe(`${zh}${en}`)

const path = (zh: string, en: string) => z.string().describe(`${zh}${en}`)

const options = z
  .object({
    inputs: z
      .array(path('文件、文件夹或 -。', 'A file, a folder, or -.'))
      .describe('要转换的，如命令所给。What was to be converted, as it was given.'),
    out: path('放结果的文件夹。', 'The folder for the results.'),
    only: z
      .array(z.string().describe('扩展名，如 json。An ending, such as json.'))
      .describe('写出哪几种输出。Which outputs were wanted.'),
    skipExisting: z
      .boolean()
      .describe('已有完好结果的不再转换。What has a whole result is not converted again.'),
    concurrency: z.int().positive().describe('同时转换几份。So many at a time.'),
    tables: z
      .string()
      .nullable()
      .describe('放数据表的文件夹；null：没有要。The folder for the tables; null: none were asked for.'),
  })
  .describe('命令的选项。The options of the command.')

/** `batch.json`, and the last line of `gongkai convert --format json`. */
export const batchV1 = z
  .object({
    schema: schemaName('gongkai.batch/1'),
    converter,
    started: instant.describe('开始的时间，ISO 8601，UTC。When it began, ISO 8601 in UTC.'),
    ended: instant.describe('结束的时间，ISO 8601，UTC。When it ended, ISO 8601 in UTC.'),
    ms: took.describe('一共用了多少毫秒。Milliseconds that all of it took.'),
    interrupted: z
      .boolean()
      .describe(
        '中途停止（Ctrl-C），还有文件没有转换；同一条命令加 --skip-existing 接着做。It was stopped before its end; the same command with --skip-existing goes on.',
      ),
    exitCode: z
      .int()
      .describe(
        '退出码：0 全部转换，无不通过；1 有报告不通过；2 有文件未能转换；130 中途停止。Exit code: 0 all converted, none invalid; 1 some report is invalid; 2 some file was not converted; 130 stopped.',
      ),
    options,
    summary: z
      .string()
      .nullable()
      .describe('汇总表的文件名；null：没有写。Name of the summary workbook; null: none was written.'),
    files: z
      .object({
        total: many('要转换的文件', 'Files that were to be converted'),
        done: many('已有结局的，含跳过的', 'Files that came to an end, those skipped among them'),
        left: many('还没有转换的', 'Files that are left'),
        skipped: many('结果已有、没有再转换的', 'Files whose results stood already'),
      })
      .describe('文件数。How many files.'),
    counts: z
      .object({
        valid: many('通过', 'Valid'),
        needsReview: many('需复核', 'To be reviewed'),
        invalid: many('不通过', 'Invalid'),
        notAssessable: many('无法核对', 'Not assessable'),
        rejected: many('未受理', 'Refused'),
        failed: many('处理失败', 'Failed'),
      })
      .describe('各结论的份数。Files by verdict.'),
    refusals: byCode('未受理的份数，按原因的代号。', 'Refused files by the code of the reason.'),
    failures: byCode('处理失败的份数，按原因的代号。', 'Failed files by the code of the reason.'),
    times: z
      .object({
        median: took
          .nullable()
          .describe(
            '一份所用毫秒数的中位数，不计跳过的；null：没有。The median for a file, skipped ones apart; null: none.',
          ),
        slowest: z
          .object({ file: fileAsNamed, ms: took })
          .nullable()
          .describe('最慢的一份；null：没有。The slowest file; null: none.'),
      })
      .describe('转换所用的时间。How long files took.'),
    list: z
      .array(
        z.object({
          file: fileAsNamed,
          folder: folderOfResults,
          outcome: fileOutcome,
          verdict: verdict.optional(),
          code: z
            .string()
            .optional()
            .describe(
              '未受理或处理失败的原因的代号；没有这一项：已读出并核对。Code of the reason why it was refused or failed; absent: it was read and judged.',
            ),
          skipped: wasSkipped,
          ms: took,
        }),
      )
      .describe('每份文件一条，按给出的顺序。One for each file, in the order given.'),
  })
  .describe(
    'batch.json：一次 gongkai convert 的记录；--format json 的最后一行与它相同。The log of one run of `gongkai convert`; the last line of `--format json` is the same.',
  )

export type BatchV1 = z.infer<typeof batchV1>
