import * as z from 'zod'
import { outcome, reportEvent, writtenFile } from '../files.ts'
import { converter, count, reason, schemaName, verdict, version } from '../parts.ts'
import { quarantineV1 } from '../quarantine/v1.ts'

const types = reportEvent.options.map(each => each.shape.type.value)

const run = z.object({
  state: z
    .enum(['current', 'earlier', 'failed-replay'])
    .describe(
      'current 当前为准；earlier 此前的；failed-replay 重新处理失败，当前的不变。current counts; earlier is history; failed-replay failed, and the current one stands.',
    ),
  run: z
    .string()
    .nullable()
    .describe('运行编号；null：出自还没有运行编号的早期版本。The run; null: from before there were runs.'),
  time: z.string().describe('得出结果的时间，ISO 8601，UTC。When, ISO 8601 in UTC.'),
  outcome,
  converter,
  outputs: z
    .array(
      writtenFile.extend({
        state: z
          .enum(['whole', 'changed', 'gone'])
          .describe(
            'whole 完好；changed 与回执不符；gone 不在。whole: as the record says; changed: something else stands there; gone: nothing does.',
          ),
      }),
    )
    .describe('写出的文件，以及现在是否完好。The files written, and whether they still stand there.'),
  verdict: verdict
    .nullable()
    .describe(
      '报告的结论：valid 通过，needsReview 需复核，invalid 不通过，notAssessable 无法核对；null：不是报告，或没有结论。Verdict on a report; null: whatever else came of it.',
    ),
  reason: reason('应怎么办。What can be done.')
    .nullable()
    .describe('未受理或失败的原因；null：有结果。Why it was refused or failed; null: it was not.'),
  event: z
    .object({
      id: z.string().describe('事件编号。Id of the event.'),
      type: z.enum(types).describe('事件的种类和版本。Kind and version of the event.'),
      time: z.string().describe('事件的时间，ISO 8601，UTC。Time of the event, ISO 8601 in UTC.'),
      sent: z
        .boolean()
        .nullable()
        .describe(
          '是否已发出；null：此前的运行，已不再记载。Whether it was sent; null: of an earlier run, which is not noted any more.',
        ),
    })
    .nullable()
    .describe(
      '告知这一结果的事件；null：压缩包，尚未告知。The event that tells of it; null: an archive that was not told of yet.',
    ),
})

const state = z.object({
  version,
  latest: z.boolean().describe('是否为这个键最新的版本。Whether it is the newest version of the key.'),
  uploaded: z
    .string()
    .nullable()
    .describe(
      '上传的时间，ISO 8601，UTC；null：上传的文件已不在。Since when the upload is there, ISO 8601 in UTC; null: it is there no more.',
    ),
  runs: z
    .array(run)
    .describe(
      '各次运行：当前为准的在前，其余从新到旧；空：还没有结果。Its runs: the current one first, then from new to old; empty: nothing has come of it yet.',
    ),
  quarantine: quarantineV1
    .nullable()
    .describe('隔离的副本；null：没有副本。The copy in quarantine; null: none is kept.'),
  archive: z
    .object({
      files: count.describe('其中的文件数。How many files it holds.'),
      missing: z
        .array(z.string())
        .describe('还没有回执的文件的包内路径。Paths in the archive of the files that have no receipt yet.'),
    })
    .nullable()
    .describe(
      '压缩包处理到哪里；null：不是压缩包，或还没有解开。How far an archive is; null: it is none, or was not unpacked.',
    ),
})

/** What `gongkai status --json` prints. */
export const statusV1 = z
  .object({
    schema: schemaName('gongkai.status/1'),
    key: z.string().describe('所问的键。The key that was asked for.'),
    archive: z
      .object({
        key: z.string().describe('压缩包的键。Key of the archive.'),
        holds: z
          .boolean()
          .nullable()
          .describe(
            '压缩包中是否有这份文件；null：压缩包没有解开。Whether it holds the file; null: it was not unpacked.',
          ),
      })
      .nullable()
      .describe(
        '所在的压缩包；null：单独上传的文件。The archive that the file lies in; null: a file of its own.',
      ),
    skipped: z
      .enum(['lock-file', 'folder-marker', 'system-file', 'hidden-file', 'partial-download'])
      .nullable()
      .describe(
        '为什么不作为上传：lock-file 锁定文件，folder-marker 文件夹标记，system-file 系统文件，hidden-file 隐藏文件，partial-download 没有下载完；null：是上传。Why nobody looks at such a key; null: it is an upload.',
      ),
    versions: z
      .array(state)
      .describe(
        '在的或有结果的各个版本，从新到旧；空：没有这一文件。Every version that is there or has results, newest first; empty: there is none.',
      ),
  })
  .describe(
    'gongkai status --json 的输出：一份上传文件的经过。What `gongkai status --json` prints: what became of an upload.',
  )

export type StatusV1 = z.infer<typeof statusV1>
