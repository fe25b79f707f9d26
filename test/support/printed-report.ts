import { editionById } from '../../lib/forms/find-edition.ts'
import { type Form, type FormBlock, figureKey, type Row } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'

type Random = (below: number) => number
type Figures = Readonly<Record<string, number>>

/** How a program that flattens pages prints a report. */
export interface Printing {
  /** What stands between two cells of a line. */
  readonly gap: string
  /** Labels run over so many lines at most. */
  readonly tear: number
  /** Where the figures of a torn label stand: on the line of one of its parts, or on a line of their own. */
  readonly figures: 'with a part' | 'alone' | 'either'
  /** Parts of the group's label stand before words of the rows, as in a column beside them. */
  readonly beside: boolean
  /** One in so many cells is left blank and leaves no trace; 0: none. */
  readonly blanks: number
  /** One in so many lines is a page's number; 0: none. */
  readonly pages: number
}

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!

/** A label cut in up to `most` parts of two characters at least, its number whole. */
const torn = (text: string, most: number, random: Random): string[] => {
  const number = /^(?:（.）|.、|\d\.)?/u.exec(text)![0].length
  const count = Math.min(1 + random(most), Math.floor((text.length - number) / 2))
  const cuts = Array.from({ length: count - 1 }, () => number + 2 + random(text.length - number - 3))
  const places = [...new Set([0, ...cuts.sort((a, b) => a - b), text.length])]
  return places.slice(1).map((end, at) => text.slice(places[at], end))
}

const valuesOf = (form: Form, block: FormBlock, row: Row, figures: Figures, how: Printing, random: Random) =>
  block.columns.flatMap(column => {
    if (how.blanks > 0 && random(how.blanks) === 0) return []
    const value = figures[figureKey(form.key, row.key, column.key)]!
    return [column.unit && random(2) === 0 ? `${value} ${column.unit}` : String(value)]
  })

const rowLines = (
  form: Form,
  block: FormBlock,
  row: Row,
  figures: Figures,
  how: Printing,
  random: Random,
): string[] => {
  const label = row.path.at(-1)!.label
  const parts = torn(label, how.tear, random)
  const values = valuesOf(form, block, row, figures, how, random)
  // A figure alone on its line may as well be the number of a page.
  const apart =
    values.length > 1 && (how.figures === 'alone' || (how.figures === 'either' && random(2) === 0))
  const at = random(parts.length)
  const lines = parts.map((part, index) => (index === at && !apart ? [part, ...values].join(how.gap) : part))
  if (apart) lines.splice(1 + random(parts.length), 0, values.join(how.gap))
  const group = row.path.length > 1 ? row.path[row.path.length - 2]!.label : ''
  if (!how.beside || group.length < 4) return lines
  const mark = group.slice(0, 2 + random(group.length - 2))
  return random(3) === 0 ? [mark, ...lines] : lines
}

const bodyOf = (form: Form, figures: Figures, how: Printing, random: Random): string[] =>
  form.blocks.flatMap(block => [
    ...(block.caption ? [block.caption.label] : []),
    ...(block.corner && block.columns.length < 5
      ? [[block.corner.label, ...block.columns.map(({ path }) => path.at(-1)!.label)].join(how.gap)]
      : [
          '申请人情况',
          ['自然人', '社会', '法律', '总计'].join(how.gap),
          ['商业', '科研', '公益', '服务', '其他'].join(how.gap),
          ['企业', '机构', '组织', '机构'].join(how.gap),
        ]),
    ...block.rows.flatMap(row => rowLines(form, block, row, figures, how, random)),
  ])

const resultsOf = (form: Form, figures: Figures, how: Printing, random: Random): string[] => {
  const values = valuesOf(form, form.blocks[0]!, form.blocks[0]!.rows[0]!, figures, how, random)
  const five = ['结果', '结果', '其他', '尚未'].join(how.gap)
  return [
    ['行政复议', '行政诉讼'].join(how.gap),
    ['未经复议直接起诉', '复议后起诉'].join(how.gap),
    [five, five, five].join(how.gap),
    ['总计', '总计', '总计'].join(how.gap),
    Array(3).fill(['维持', '纠正', '结果', '审结'].join(how.gap)).join(how.gap),
    values.join(how.gap),
  ]
}

/** The lines of a report as printed, in the order of the page. */
export const printedReport = (
  edition: EditionId,
  figures: Figures,
  how: Printing,
  random: Random,
): string[] => {
  const { forms } = editionById(edition)
  const lines = [
    '青禾县数据局2023年政府信息公开工作年度报告',
    '本报告所列数据的统计期限为2023年1月1日至2023年12月31日。',
    '一、总体情况',
    '2023年，本局主动公开政府信息 1136 条，其中规章 3',
    '件，行政许可 17',
    '件。',
    '二、主动公开政府信息情况',
    ...bodyOf(forms.proactiveDisclosure, figures, how, random),
    '三、收到和处理政府信息公开申请情况',
    ...bodyOf(forms.requests, figures, how, random),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...resultsOf(forms.reconsiderationAndLitigation, figures, how, random),
    '五、存在的主要问题及改进情况',
    '公开的内容还不够丰富。',
    '六、其他需要报告的事项',
    '无。',
  ]
  if (how.pages === 0) return lines
  let page = 0
  return lines.flatMap(line => {
    if (random(how.pages) > 0) return [line]
    page += 1
    return [line, pick([`- ${page} -`, `— ${page} —`, String(page), `第 ${page} 页`, `${page} / 9`], random)]
  })
}
