import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DrawnCell, DrawnReport, DrawnTable } from '../support/form-html.ts'

/** How a report is set so that its tables break over pages; lengths in points. */
export interface Setting {
  readonly width: number
  readonly height: number
  /** Part of the requests table's width that its labels take. */
  readonly labels: number
  readonly padding: number
  readonly size: number
  /** The header rows are printed again on every page. */
  readonly repeat: boolean
  /** 三、本年度办理结果 runs from top to bottom. */
  readonly vertical: boolean
}

const margin = 40
const twips = (points: number): number => Math.round(points * 20)
const font = { ascii: 'Times New Roman', eastAsia: 'Noto Serif CJK SC', hAnsi: 'Times New Roman' }

const words = (text: string, size: number): TextRun[] =>
  text === '' ? [] : [new TextRun({ text, font, size: size * 2 })]

const body = (text: string): Paragraph =>
  new Paragraph({ indent: { firstLine: 480 }, spacing: { line: 320 }, children: words(text, 12) })

const cellOf = ({ text, columnSpan = 1, rowSpan = 1 }: DrawnCell, setting: Setting): TableCell =>
  new TableCell({
    columnSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    ...(setting.vertical && rowSpan > 10 ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: words(text, setting.size) })],
  })

/** `labels`: the widths of the label columns, in parts of the table's width. */
const tableOf = (drawn: DrawnTable, labels: readonly number[], headers: number, setting: Setting): Table => {
  const width = setting.width - 2 * margin
  const columns = drawn[0]!.reduce((count, { columnSpan = 1 }) => count + columnSpan, 0)
  const rest = (1 - labels.reduce((sum, part) => sum + part, 0)) / (columns - labels.length)
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, (_, at) => twips(width * (labels[at] ?? rest))),
    layout: TableLayoutType.FIXED,
    margins: {
      left: twips(setting.padding),
      right: twips(setting.padding),
      marginUnitType: WidthType.DXA,
    },
    rows: drawn.map(
      (row, at) =>
        new TableRow({
          cantSplit: false,
          tableHeader: setting.repeat && at < headers,
          children: row.map(cell => cellOf(cell, setting)),
        }),
    ),
  })
}

/** A Word file of the report with page numbers below. */
export const splittingDocx = (report: DrawnReport, setting: Setting): Promise<Buffer> => {
  const { year } = report
  const { labels } = setting
  const title = words(`青禾县数据局${year}年政府信息公开工作年度报告`, 22)
  const number = new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'], font, size: 18 })
  const space = twips(margin)
  return Packer.toBuffer(
    new Document({
      creator: 'gongkai',
      sections: [
        {
          properties: {
            page: {
              size: {
                width: twips(Math.min(setting.width, setting.height)),
                height: twips(Math.max(setting.width, setting.height)),
                orientation:
                  setting.width > setting.height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
              },
              margin: { top: space, bottom: space, left: space, right: space },
            },
          },
          footers: {
            default: new Footer({
              children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
            }),
          },
          children: [
            new Paragraph({ alignment: AlignmentType.CENTER, children: title }),
            body(`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`),
            body('一、总体情况'),
            body('本局认真履行政府信息公开职责，各项工作平稳有序，公众咨询均在规定时限内答复。'),
            body('二、主动公开政府信息情况'),
            tableOf(report.proactiveDisclosure, [0.35], 2, { ...setting, repeat: false }),
            body('三、收到和处理政府信息公开申请情况'),
            tableOf(report.requests, [labels * 0.12, labels * 0.33, labels * 0.55], 3, setting),
            body('四、政府信息公开行政复议、行政诉讼情况'),
            tableOf(report.reconsiderationAndLitigation, [], 3, setting),
            body('五、存在的主要问题及改进情况'),
            body('公开内容的针对性有待加强，下一步将完善目录、加强培训。'),
            body('六、其他需要报告的事项'),
            body('本年度未收取政府信息公开信息处理费。'),
          ],
        },
      ],
    }),
  )
}
