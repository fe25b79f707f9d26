import { converter } from '../../../lib/model/version.ts'
import { type DeskRead, unreadSentence } from '../desk/desk.ts'

export interface ServiceAddresses {
  readonly inbox: string
  readonly outbox: string
  readonly events: string
  readonly season: string
  readonly page: string
}

/** The first lines: where everything is, and what to do. */
export const bannerLines = (
  { inbox, outbox, events, season, page }: ServiceAddresses,
  samples: number,
): readonly string[] => [
  `gongkai ${converter.version}  政府信息公开工作年度报告：转换与核对 (annual reports into checked data)`,
  '',
  `  收件 inbox   ${inbox}`,
  `  结果 outbox  ${outbox}`,
  `  事件 events  ${events}`,
  `  年报 season  ${season}`,
  `  网页 page    ${page}`,
  `  接口 API     ${page}openapi.json`,
  '',
  '  把年度报告（Word、WPS、PDF、网页、Excel、文本，也可以是装着多份报告的 zip 压缩包）放进收件文件夹，',
  '  或拖到网页上，结果随即出现。按 Ctrl-C 停止。',
  '  收件文件夹旁边放一份名册（名册.xlsx 或 名册.csv），各单位、各年度的报告就自动放在一起核对，成为年报季。',
  '  Put reports (Word, WPS, PDF, HTML, Excel, text, or a zip of many) into the inbox, or drop them on the page.',
  '  With a roster (名册.xlsx, 名册.csv) beside the inbox they are checked together, as a season. Ctrl-C stops.',
  ...(samples > 0
    ? [
        `  收件文件夹是新建的，已放入 ${samples} 份示例报告。 The inbox is new; ${samples} sample reports are in it.`,
      ]
    : []),
  '',
]

/** What is to be known of a desk whose journal was damaged. */
export const unreadLines = (desk: DeskRead): readonly string[] => {
  const sentence = unreadSentence(desk)
  return sentence ? [`  ${sentence.zh} (${sentence.en})`, ''] : []
}
