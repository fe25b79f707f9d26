import * as z from 'zod'

const text = z.string().min(1)

const signed = {
  schema: z
    .literal('gongkai.act/1')
    .optional()
    .describe('数据格式的名称和版本；早期的行没有。Name and version of the contract; absent in early lines.'),
  id: text.describe('这一步的编号，不重复。Id of the act, unique.'),
  at: text.describe('时间，ISO 8601，UTC。When, ISO 8601 in UTC.'),
  by: text.describe(
    '经办人姓名；inbox：由程序按收件夹的变化记下。Name that the person gave; `inbox`: noted by the program from what the inbox shows.',
  ),
}

const key = text.describe('上传文件的键。Key of the upload.')

const version = z
  .string()
  .optional()
  .describe(
    '所说的是哪个版本，换了版本即不再有效；没有这一项：不分版本。The version that it was said of: of another one it does not hold. Absent: any.',
  )

const reason = text.describe('理由。Why.')

const kind = <Kind extends string>(name: Kind, says: string) => z.literal(name).describe(says)

const pair = {
  key,
  of: text.describe('与之相对的另一份上传文件的键。Key of the other upload.'),
  version,
  ofVersion: z
    .string()
    .optional()
    .describe(
      '另一份是哪个版本，换了版本即不再有效；没有这一项：不分版本。The version of the other one: of another one it does not hold. Absent: any.',
    ),
}

const reasonOrNone = z.string().describe('理由；撤回的为空。Why; empty where something is taken back.')

/** A line of `desk.ndjson`: what a person did at the desk. */
export const actV1 = z
  .discriminatedUnion('kind', [
    z
      .object({
        ...signed,
        kind: kind('excluded', '排除：不计入任何汇总，仍列出。Out of every total, still listed.'),
        key,
        reason,
        version,
      })
      .describe('排除一份文件。A file is left out.'),
    z
      .object({ ...signed, kind: kind('included', '恢复计入。It counts again.'), key })
      .describe('恢复计入一份文件。A file counts again.'),
    z
      .object({
        ...signed,
        kind: kind('removed', '删除：不再列出。Out of the list.'),
        key,
        bin: z
          .string()
          .optional()
          .describe(
            '移到回收站中的哪里；没有这一项：文件没有移动。Where in the folder of what was thrown away it was moved to; absent: no file was moved.',
          ),
      })
      .describe('删除一份文件。A file is removed.'),
    z
      .object({ ...signed, kind: kind('restored', '恢复：重新列出。Listed again.'), key })
      .describe('恢复一份删除的文件。A removed file is back.'),
    z
      .object({
        ...signed,
        kind: kind('placed', '指定单位：是谁的报告。Whose report it is.'),
        key,
        unit: text
          .nullable()
          .describe(
            '名册中的单位编号；null：撤回，以报告自己写明的为准。Id of the unit in the roster; null: what the report itself tells.',
          ),
        version,
      })
      .describe('指定一份报告属于哪个单位。A report is placed with a unit.'),
    z
      .object({
        ...signed,
        ...pair,
        kind: kind('replaces', '更正件：key 取代 of。`key` takes the place of `of`.'),
      })
      .describe('一份是另一份的更正件。One file takes the place of another.'),
    z
      .object({
        ...signed,
        ...pair,
        kind: kind('separate', '是两份不同的报告。They are two reports.'),
      })
      .describe('两份是不同的报告。Two files are two reports.'),
    z
      .object({
        ...signed,
        ...pair,
        kind: kind(
          'unsaid',
          '撤回对这两份所说的，重新询问。What was said of the two is taken back, and asked again.',
        ),
      })
      .describe('撤回对两份文件所说的。What was said of two files is taken back.'),
    z
      .object({
        ...signed,
        kind: kind('decided', '对一条发现作出决定。A finding is decided about.'),
        finding: text.describe('发现编号。Id of the finding.'),
        sha256: text
          .nullable()
          .describe(
            '报告文件的 SHA-256；null：各报告之间的发现。SHA-256 of the file of the report; null: the finding is one across reports.',
          ),
        decision: z
          .enum(['accepted', 'rejected', 'explained'])
          .nullable()
          .describe(
            '决定：accepted 问题成立，rejected 不成立，explained 已说明；null：撤回。It holds, it does not, it was explained; null: taken back.',
          ),
        reason: reasonOrNone,
      })
      .describe('对一条核对发现作出决定。A finding is decided about.'),
    z
      .object({
        ...signed,
        kind: kind('entered', '对照原件录入一个数。A figure is typed in as the original prints it.'),
        sha256: text.describe('报告文件的 SHA-256。SHA-256 of the file of the report.'),
        cell: text.describe('格的键。Key of the figure.'),
        value: z
          .union([z.number(), z.null(), z.literal('undone')])
          .describe(
            '原件上的数，金额为万元；null：原件空白；undone：撤回。What the original prints, amounts in 万元; null: blank there; undone: taken back.',
          ),
        dash: z
          .literal(true)
          .optional()
          .describe(
            'value 为 null 时：原件印的是横线，即不适用。没有这一项：不是横线。With `value` null: the original has a dash there, which says that it does not apply. Absent: no dash.',
          ),
        reason: reasonOrNone,
        crop: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional()
          .describe(
            '扫描件：照哪一格图像录入，为图像的 SHA-256；这一格的图像不同了，录入即不算数。没有这一项：不限于某一图像。Of a scan: SHA-256 of the picture of the cell that it was read off; of another picture it says nothing. Absent: of whatever stands there.',
          ),
      })
      .describe('对照原件录入一个数。A figure is typed in.'),
    z
      .object({
        ...signed,
        kind: kind('named', '照扫描件的标题确认机关和年度。Whose report a scan is, and of which year.'),
        sha256: text.describe('报告文件的 SHA-256。SHA-256 of the file of the report.'),
        named: z
          .object({
            authority: text.describe('机关名称。Name of the authority.'),
            year: z.int().describe('报告年度。Year of the report.'),
          })
          .nullable()
          .describe('原件所印的机关和年度；null：撤回。What the original prints; null: taken back.'),
        crop: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional()
          .describe(
            '照哪一幅标题图像确认，为图像的 SHA-256；标题的图像不同了，即不算数。没有这一项：照整份文件。SHA-256 of the picture of the title that it was read off; of another picture it says nothing. Absent: off the whole file.',
          ),
      })
      .describe('照扫描件的标题确认机关和年度。A scan is named.'),
  ])
  .describe(
    'desk.ndjson 的一行：人在网页上办的一步。后来的取代以前的，撤回也是一步，任何一行都不删去。One line of desk.ndjson: what a person did at the page. Of acts on one thing the last one stands; taking back is another act, and no line is ever removed.',
  )

export type ActV1 = z.infer<typeof actV1>
