import * as z from 'zod'
import { outcome, reportEvent, uploadRecord, writtenFile } from '../files.ts'
import { converter, count, instant, schemaName } from '../parts.ts'

const printed = (zh: string, en: string) =>
  z.string().nullable().describe(`${zh}；null：没有读到。${en}; null: not found.`)

/** `receipt.json` of one version of an upload, and the records of its other runs. */
export const receiptV1 = z
  .object({
    schema: schemaName('gongkai.receipt/1'),
    run: z
      .string()
      .optional()
      .describe(
        '为准的运行，12 位十六进制：输出放在 `<key>/<version>/<run>/` 下，不再变动。早期的回执没有。The run that counts, 12 hex digits: its outputs stand under `<key>/<version>/<run>/` and never change. Absent from before there were runs.',
      ),
    outcome,
    upload: uploadRecord,
    converter,
    outputs: z
      .array(writtenFile)
      .describe(
        '这次运行写出的文件；压缩包在其中的文件全部处理完以前为空。The files that this run wrote; of an archive none until all its files are through.',
      ),
    event: reportEvent
      .nullable()
      .describe(
        '这一结果的事件，与发出的相同；null：压缩包中的文件还没有全部处理完。The event of this result, as it is sent; null: an archive whose files are not all through.',
      ),
    unpacked: z
      .object({
        at: instant.describe('解开的时间，ISO 8601，UTC。When it was unpacked, ISO 8601 in UTC.'),
        files: z
          .array(z.string())
          .describe(
            '包内路径；每份文件在 `<key>!/<包内路径>` 下有自己的回执。Paths in the archive; each file has a receipt of its own under `<key>!/<path>`.',
          ),
        passedOver: count
          .optional()
          .describe(
            '略过的文件数：锁定文件、系统和下载留下的文件。早期的回执没有。How many files are nobody’s upload. Absent in early receipts.',
          ),
        replaces: z
          .string()
          .optional()
          .describe(
            '尚未告知时：上次所告知的那份记录的键，将由这次取代。没有这一项：没有要取代的。Until it is told of: key of the record that was told of last, whose place it takes. Absent: there is none.',
          ),
      })
      .optional()
      .describe('压缩包里有什么；不是压缩包的没有这一项。What an archive holds; absent for anything else.'),
    named: z
      .object({
        title: printed('报告标题，照原文', 'Title of the report, as printed'),
        authorityAsPrinted: printed('标题所印的机关名称', 'Name of the authority as the title prints it'),
        signedBy: printed('落款单位', 'Authority of the signature'),
        signedOn: printed('落款日期，YYYY-MM-DD', 'Date of the signature, YYYY-MM-DD'),
      })
      .optional()
      .describe(
        '报告上写明是谁的报告。不是报告的、早期的回执没有这一项。What the report prints of whose it is. Absent where it is no report, and in early receipts.',
      ),
    withdrawn: z
      .array(z.string())
      .optional()
      .describe(
        '结果已撤回的程序构建编号。没有这一项：没有撤回。Builds whose results of this upload do not count any more. Absent: none.',
      ),
  })
  .describe(
    'receipt.json，处理回执：上传文件的一个版本以哪次运行的结果为准，最后写入；同样格式的 run.json 和 told/*.json 记载不再为准的、失败的运行。Receipt of one version of an upload: which run counts; it is written last. run.json and told/*.json, of the same shape, keep runs that do not count any more or failed.',
  )

export type ReceiptV1 = z.infer<typeof receiptV1>
