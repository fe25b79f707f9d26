import * as z from 'zod'
import { dataschemaOf, type EventType } from './detail-types.ts'

/** Parts that contracts share. Descriptions: Chinese first, then English, as they stand in the JSON Schemas. */

/** The first member of every file and line that is no event: which contract it keeps. */
export const schemaName = <Name extends `gongkai.${string}/${number}`>(name: Name) =>
  z
    .literal(name)
    .describe(
      '数据格式的名称和版本；只增加可以忽略的新字段时不变。Name and version of the contract; it stays the same while only fields are added that readers may ignore.',
    )

export const message = z
  .object({
    zh: z.string().describe('中文。In Chinese.'),
    en: z.string().describe('英文。In English.'),
  })
  .describe('给人看的一句话。A sentence for people.')

export const count = z.int().nonnegative()

export const sha256 = z
  .string()
  .describe('内容的 SHA-256，64 位小写十六进制。SHA-256 of the bytes, 64 lower-case hex digits.')

export const bytes = z.int().nonnegative().describe('字节数。Size in bytes.')

export const instant = z.iso.datetime()

export const bucket = z
  .string()
  .describe(
    '各键所在的存储桶；在一台机器上是 outbox（结果夹）。The bucket that the keys beside it are in; on one machine `outbox`.',
  )

export const verdict = z
  .enum(['valid', 'needsReview', 'invalid', 'notAssessable'])
  .describe(
    '结论：valid 通过；needsReview 需复核（有警告）；invalid 不通过（有已证实的错误）；notAssessable 无法核对（没有认出法定表，或者表中有未能读出的内容而读出的部分没有错误）。Verdict: valid; needsReview (warnings); invalid (a proven fault); notAssessable (no statutory table was recognised, or something of one could not be read and what could be read breaks no rule).',
  )

/** What is known of a file itself. */
export const sourceFacts = {
  name: z
    .string()
    .describe('文件名，即键的最后一段，不含路径。File name: the last part of the key, without folders.'),
  size: z
    .int()
    .nonnegative()
    .nullable()
    .describe('文件的字节数；null：不知道。Size of the file in bytes; null: not known.'),
  sha256: z
    .string()
    .nullable()
    .describe(
      '文件内容的 SHA-256，64 位小写十六进制；null：文件没有读过（过大、已删除）。SHA-256 of the file, 64 lower-case hex digits; null: it was never read (too large, gone).',
    ),
}

export const source = z.object(sourceFacts).describe('收到的文件。The file that was handed in.')

export const key = z
  .string()
  .describe(
    '上传文件的键（含路径，以 / 分隔），未编码；在一台机器上是收件夹中的路径。Key of the upload, with its path, not encoded; on one machine its path in the inbox.',
  )

export const version = z
  .string()
  .describe(
    '文件的版本：S3 的版本号，没有时为 etag；在一台机器上是内容 SHA-256 的前 16 位。按整串比较是否相同，不分先后。Version of the upload: S3 version id, else etag; on one machine the first 16 hex digits of the SHA-256. Equal or not; it tells no order.',
  )

export const inArchive = z
  .string()
  .optional()
  .describe(
    '所在压缩包的键，这时 key 为“<压缩包>!/<包内路径>”；单独上传的文件没有这一项。Key of the archive that the file lies in, `key` being `<archive>!/<path>` then; absent for a file of its own.',
  )

export const supersedes = z
  .object({
    version: z.string().describe('同一个键的那个版本。The version, of the same key.'),
    event: z
      .string()
      .nullable()
      .describe('告知那个版本的事件编号；null：没有告知过。Id of the event that told of it; null: none did.'),
  })
  .optional()
  .describe(
    '此前最新、由本版本取代的版本：关于它的告知不再有效。没有这一项：没有取代别的版本。The version that was the newest until this one came: what was told of it is withdrawn. Absent: none was.',
  )

export const upload = z
  .object({
    bucket: z
      .string()
      .describe(
        '上传文件所在的存储桶；在一台机器上是 inbox（收件夹）。The bucket of the upload; on one machine `inbox`.',
      ),
    key,
    version,
    archive: inArchive,
    ...sourceFacts,
    supersedes,
  })
  .describe('所涉及的上传文件。The uploaded file that this is about.')

const converterName = z.string().describe('程序名称，固定为 gongkai。Name of the program, always gongkai.')
const converterVersion = z
  .string()
  .describe('程序的版本，如 0.1.0。Version of the program, for example 0.1.0.')

/** In files that are the same bytes whichever build wrote them. */
export const writtenBy = z
  .object({ name: converterName, version: converterVersion })
  .describe('生成结果的程序。The program that made it.')

export const converter = z
  .object({
    name: converterName,
    version: converterVersion,
    build: z
      .string()
      .optional()
      .describe(
        '程序的构建编号：12 位十六进制的程序指纹；直接从源代码运行的为 source。Which program it was: 12 hex digits of a hash of it; `source` where it was run from its sources.',
      ),
    builtAt: instant
      .optional()
      .describe(
        '程序的构建时间，ISO 8601，UTC；两个构建以此分新旧。When that was built, ISO 8601 in UTC; it tells the older of two builds.',
      ),
  })
  .describe('转换这份文件的程序。The program that converted the file.')

export const run = z
  .string()
  .optional()
  .describe(
    '运行编号，12 位十六进制：输出放在 `<key>/<version>/<run>/` 下，不再变动。早期的没有。The run, 12 hex digits: its outputs stand under `<key>/<version>/<run>/` and never change. Absent from before there were runs.',
  )

/** Another run of the same upload version, and what was told of it. */
const otherRun = z.object({
  run: z
    .string()
    .nullable()
    .describe(
      '那次运行的编号；null：出自还没有运行编号的早期版本。The run; null: from before there were runs.',
    ),
  event: z.string().describe('告知那次运行的事件编号。Id of the event that told of it.'),
})

export const replaces = otherRun
  .optional()
  .describe(
    '由这次运行取代的那次运行：关于它的告知不再有效。没有这一项：没有取代。The run whose result this one takes the place of: what was told of it is withdrawn. Absent: none.',
  )

export const stands = otherRun
  .extend({
    event: z
      .string()
      .nullable()
      .describe(
        '告知那次运行的事件编号；null：压缩包中的文件还没有全部处理完。Id of the event that told of it; null: an archive whose files are not all through.',
      ),
  })
  .optional()
  .describe(
    '重新处理失败，仍以这次较早的运行为准。没有这一项：此前没有结果。Converting again failed; this earlier run is still the one that counts. Absent: there was no result before.',
  )

export const pointer = z.object({
  key: z.string().describe('输出文件的键。Key of the output.'),
  size: bytes,
  sha256,
})

export const receiptPointer = z
  .object({ key: z.string().describe('receipt.json 的键。Key of receipt.json.') })
  .describe(
    '这一版本的处理回执；重新处理后内容会改为新的运行。Receipt of this version; a replay moves it to another run.',
  )

/** Why nothing came out. */
export const reason = (whoseTurn: string) =>
  z.object({
    code: z
      .string()
      .describe(
        '原因代码，永久不变；以后可能增加新的代码。Code of the reason, permanent; new codes may be added.',
      ),
    sentence: message.describe('是什么原因。What the reason is.'),
    remedy: message.describe(whoseTurn),
  })

export const problem = reason('报送单位应怎么办。What the sender can do.').describe(
  '未受理的原因：文件不是可读的年度报告，需要报送单位处理；与数字对错无关。Why the file was refused: it is no report that can be read, and the sender has to act; it says nothing of figures.',
)

export const failure = reason('运维人员应怎么办。What the operator can do.').describe(
  '处理失败的原因：是程序或机器的问题，不是文件的错。Why it failed: the fault is that of the program or the machine, not of the file.',
)

export const insideReason = z.object({
  code: z
    .string()
    .describe('原因代码，永久不变；以后可能增加。Code of the reason, permanent; new ones may be added.'),
  sentence: message.describe('是什么原因。What the reason is.'),
})

/** What `subject` and `sequence` of an event say. */
const ofUpload = {
  subject: '所涉及上传文件的键。Key of the upload.',
  sequence:
    '同一 subject 各版本的先后：不分大小写，短的在右边补 0，再按文本比较，大的较新。没有这一项：不知道先后。Orders the versions of one `subject`: compared as text, without regard to case, the shorter one filled with 0 on the right; the greater is the newer. Absent: not known.',
} as const

/** The same of an event about a season. */
export const ofSeason = {
  subject: '`season/<报告年度>`。`season/<report year>`.',
  sequence:
    '同一 subject 各次告知的先后：按文本比较，大的较新。Orders what is told of one `subject`, compared as text; the greater is the newer.',
} as const

/** CloudEvents 1.0 context attributes, with the type and data of one event. */
export const cloudEvent = <Type extends EventType, Data extends z.ZodType>(
  type: Type,
  whole: string,
  data: Data,
  about: typeof ofUpload | typeof ofSeason = ofUpload,
) =>
  z
    .object({
      specversion: z.literal('1.0').describe('CloudEvents 的版本。Version of CloudEvents.'),
      id: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe(
          '事件编号，由所述事实算出：同一事实重复发送时不变，见过的丢弃即可。The same for every repeat of the same fact: drop what you have seen.',
        ),
      source: z.literal('gongkai').describe('发出事件的系统。The system that tells.'),
      type: z.literal(type).describe('事件的种类和版本。Kind and version of the event.'),
      subject: z.string().min(1).describe(about.subject),
      time: instant.describe(
        '首次得出这一事实的时间，ISO 8601，UTC；重复发送时不变。When this was first found out, ISO 8601 in UTC; the same for every repeat.',
      ),
      datacontenttype: z.literal('application/json').describe('data 的媒体类型。Media type of `data`.'),
      dataschema: z
        .literal(dataschemaOf(type))
        .optional()
        .describe(
          '本格式说明（JSON Schema）的 $id；早期的事件没有。`$id` of this schema; absent in early events.',
        ),
      sequence: z.string().min(1).optional().describe(about.sequence),
      retold: z
        .literal(true)
        .optional()
        .describe(
          '重新处理后再次告知以前用这一编号告知过的同一事实。没有这一项：不是再次告知。A replay tells once more what was told under this id. Absent: it does not.',
        ),
      data,
    })
    .describe(whole)
