import * as z from 'zod'

/** Of the contract of a report: its figures, and where something stands. */

export const message = z
  .object({ zh: z.string().describe('中文。In Chinese.'), en: z.string().describe('英文。In English.') })
  .describe('给人看的一句话。A sentence for people.')
export const ordinal = (says: string) => z.int().min(1).describe(says)
export const cellKey = z
  .string()
  .describe(
    '格的键：<表>.<行>.<列>，永久不变，与 figures 的键相同。Key of a figure: <table>.<row>.<column>, permanent, as in `figures`.',
  )

const place = {
  table: ordinal('文件中第几张表，从 1 数起。Which table of the document, from 1.'),
  row: ordinal('表中第几行，从 1 数起，表头也算。Row of the table, from 1, header rows included.'),
  column: ordinal('表中第几列，从 1 数起，行名也算。Column of the table, from 1, labels included.'),
}

/** SHA-256 of a picture that something was read off. */
export const pictureHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('图像的 SHA-256；确认时写明的是它。SHA-256 of the picture, which what is confirmed names.')

export const onPage = {
  page: ordinal('第几页，从 1 数起。Which page, from 1.'),
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe(
      '左、上、右、下，从页面左上角起，单位为点（1/72 英寸）。Left, top, right, bottom in points from the top left of the page.',
    ),
}

export const source = z.discriminatedUnion('kind', [
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
      kind: z.literal('page').describe('在 PDF 或扫描件的页面上。On a page of a PDF or scan.'),
      ...onPage,
      ...place,
    })
    .describe('PDF 或扫描件页面上表格的一格。A cell of a table on a page of a PDF or scan.'),
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

const evidence = z
  .object({
    ...onPage,
    readers: z.array(z.string()).describe('读法一致的各识别器。Names of the readers of pictures that agree.'),
    sums: z
      .array(z.string())
      .describe(
        '这一格所在并且都成立的勾稽关系，为核对规则的编号。The sums that it stands in, all of which hold: ids of checks.',
      ),
  })
  .describe(
    '从扫描件的图像读出，凭什么采用。没有这一项：不是从图像读出的，或没有采用。Read from a picture of a page, and why it is taken for what is printed. Absent: not read from a picture, or not taken.',
  )

const unproven = z
  .object({
    ...onPage,
    crop: pictureHash.describe(
      '这一格图像的 SHA-256；录入时写明的是它。SHA-256 of the picture of the cell, which what is typed in names.',
    ),
    readings: z
      .array(
        z.object({
          reader: z.string().describe('识别器的名称。Name of the reader.'),
          family: z
            .string()
            .describe('识别器的类别；同类的只算一个证人。Its family: readers of one are one witness.'),
          text: z.string().nullable().describe('读作什么；null：没有读出。What it reads; null: nothing.'),
          withheld: z
            .literal(true)
            .optional()
            .describe(
              '读出的数字过长，可能是个人号码：读法和图像都不显示。没有这一项：不是这样。So many digits were read that they may be a person’s number: neither they nor their picture is shown. Absent: no such thing.',
            ),
          confidence: z
            .number()
            .min(0)
            .max(1)
            .describe('最没有把握的一个字符的把握，0 到 1。Of its least certain character, 0 to 1.'),
        }),
      )
      .describe(
        '各识别器的读法，只供人参考，不作任何计算。What readers make of it: for persons to see, used for nothing.',
      ),
  })
  .describe(
    '从扫描件的图像读出而没有采用，待人工确认；有 entered 的已经确认。没有这一项：不是这样的格。Read from a picture of a page and not taken: a person has to confirm it, and has where there is `entered`. Absent: no such cell.',
  )

export const figure = z
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
        '在文件中的位置；null：没有在文件中读到这一格。Where it stands in the document; null: the cell was not met there.',
      ),
    evidence: evidence.optional(),
    unproven: unproven.optional(),
    entered: entered.optional(),
  })
  .describe('法定表中的一格。A cell of a statutory table.')
