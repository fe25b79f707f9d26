import * as z from 'zod'
import { reportContract } from '../../lib/writers/contract.ts'
import { failure, problem, schemaName, source, verdict } from '../parts.ts'

/** Of `gongkai.line/1` and `gongkai.batch/1`. */
export const fileAsNamed = z
  .string()
  .describe(
    '文件的路径，如命令所给；压缩包中的为“压缩包!/包内路径”，标准输入为 -。Path of the file, as it was given; `archive!/path` in an archive, `-` for standard input.',
  )

export const folderOfResults = z.string().describe('放它的结果的文件夹。The folder of its results.')

export const fileOutcome = z
  .enum(['validated', 'rejected', 'failed'])
  .describe(
    '结局：validated 已读出并核对；rejected 未受理（报送单位需处理）；failed 处理失败（运维人员需查看）。How it ended: read and judged; refused (the sender has to act); failed (an operator has to look).',
  )

export const wasSkipped = z
  .boolean()
  .describe(
    '结果先前已有且完好，这次没有重新转换（--skip-existing）。Its result stood whole already and it was not converted again.',
  )

export const took = z
  .int()
  .nonnegative()
  .describe(
    '读取、转换和写出所用的毫秒数，不含排队。Milliseconds that reading, converting and writing took, without waiting.',
  )

/** A line of `gongkai convert --format json`. */
export const lineV1 = z
  .object({
    schema: schemaName('gongkai.line/1'),
    file: fileAsNamed,
    outcome: fileOutcome,
    skipped: wasSkipped,
    ms: took,
    source,
    folder: folderOfResults,
    outputs: z
      .array(z.string().describe('文件名。File name.'))
      .describe('结果文件夹中写出的文件。The files written in that folder.'),
    authority: reportContract.shape.report.shape.authority
      .optional()
      .describe(
        '机关名称；null：没有读出。没有这一项：没有读成报告。The authority; null: not read. Absent: it was not read as a report.',
      ),
    year: reportContract.shape.report.shape.year
      .optional()
      .describe(
        '报告年度；null：没有读出。没有这一项：没有读成报告。The year; null: not read. Absent: it was not read as a report.',
      ),
    editions: reportContract.shape.editions
      .optional()
      .describe(
        '三张法定表各为哪一版；没有这一项：没有读成报告。Edition of each statutory table. Absent: it was not read as a report.',
      ),
    verdict: verdict.optional(),
    counts: z
      .object({
        errors: z.int().nonnegative().describe('错误数。Errors.'),
        warnings: z.int().nonnegative().describe('警告数。Warnings.'),
        infos: z.int().nonnegative().describe('提示数。Hints.'),
      })
      .optional()
      .describe(
        '各程度的发现数；没有这一项：没有读成报告。Findings by severity. Absent: it was not read as a report.',
      ),
    findings: reportContract.shape.findings
      .optional()
      .describe('核对发现；没有这一项：没有读成报告。What was found. Absent: it was not read as a report.'),
    problem: problem.optional(),
    failure: failure.optional(),
  })
  .describe(
    'gongkai convert --format json 为每份文件输出的一行。What `gongkai convert --format json` prints for each file.',
  )

export type LineV1 = z.infer<typeof lineV1>
