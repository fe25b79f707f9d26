import { strToU8, zipSync } from 'fflate'
import { flavours } from '../../fuzz/seeds/flavours.ts'
import { wordTable } from '../../hostile/forge/word.ts'
import { partsOf as packageOf, paragraph, run } from '../../support/docx.ts'
import { type DrawnReport, drawReport, tableHtml, type Values } from '../../support/form-html.ts'

/** A report as its parts: lines of text and drawn tables, in order. */
type Part = string | DrawnReport['requests']

const partsOf = (authority: string, drawn: DrawnReport): readonly Part[] => {
  const { year } = drawn
  return [
    `${authority}${year}年政府信息公开工作年度报告`,
    `本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` +
      `本报告电子版可在青禾县人民政府网站下载。如有疑问，请与${authority}办公室联系（电话：0000-0000000）。`,
    '一、总体情况',
    '本局认真履行政府信息公开职责，各项工作平稳有序。',
    '二、主动公开政府信息情况',
    drawn.proactiveDisclosure,
    '三、收到和处理政府信息公开申请情况',
    drawn.requests,
    '四、政府信息公开行政复议、行政诉讼情况',
    drawn.reconsiderationAndLitigation,
    '五、存在的主要问题及改进情况',
    '公开内容的针对性有待加强，下一步将完善目录、加强培训。',
    '六、其他需要报告的事项',
    '本年度未收取政府信息公开信息处理费。',
    authority,
    `${year + 1}年1月12日`,
  ]
}

const isText = (part: Part): part is string => typeof part === 'string'

const asHtml = (parts: readonly Part[]): string => {
  const body = parts.map((part, at) =>
    isText(part) ? (at === 0 ? `<h1>${part}</h1>` : `<p>${part}</p>`) : tableHtml(part),
  )
  return `<!doctype html><html><head><meta charset="utf-8"><title>报告</title></head><body>${body.join('\n')}</body></html>`
}

const asText =
  (flavour: string) =>
  (parts: readonly Part[]): string =>
    parts.map(part => (isText(part) ? part : flavours[flavour]!(part))).join('\n\n')

/** A picture of no use to anybody, as long as those in real reports are. */
const picture = Buffer.alloc(400 * 1024, 'gongkai').map((byte, at) => byte ^ ((at * at * 31) >> 7))

/** Always of the same date: the same seed must give the same bytes. */
const wordFile = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: '2024-01-31T00:00:00' },
  )

const asWord = (parts: readonly Part[]) =>
  packageOf(parts.map(part => (isText(part) ? paragraph(run(part)) : wordTable(part))).join(''))

const writers: Readonly<Record<string, (parts: readonly Part[]) => string | Uint8Array>> = {
  docx: parts => wordFile(asWord(parts)),
  'docx with a picture': parts => wordFile({ ...asWord(parts), 'word/media/image2.png': picture }),
  html: asHtml,
  txt: asText('tab-rows'),
  md: asText('pipe-markdown'),
}

export const formats = ['docx', 'docx with a picture', 'html', 'txt', 'md'] as const
export type Format = (typeof formats)[number]

/** The bytes of an invented report with these figures. */
export const reportFile = (
  format: Format,
  authority: string,
  edition: DrawnReport['edition'],
  values: Values,
): Buffer => Buffer.from(writers[format]!(partsOf(authority, drawReport(edition, values))))
