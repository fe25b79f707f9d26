import { editionById } from '../../lib/forms/find-edition.ts'
import { type Form, type FormBlock, type FormKey, figureKey, type Label } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'

/** A cell of a table drawn by hand: text and spans. */
export interface DrawnCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
}
export type DrawnTable = DrawnCell[][]

export type Values = Readonly<Record<string, string | number>>

const cell = (text: string, columnSpan = 1, rowSpan = 1): DrawnCell => ({ text, columnSpan, rowSpan })

const same = (a: readonly Label[], b: readonly Label[], depth: number): boolean =>
  a.slice(0, depth + 1).every((label, at) => label.label === b[at]?.label)

/** Header rows of columns with paths of unequal length: groups span, short paths reach down. */
const drawHeader = (block: FormBlock, labelColumns: number, width: number): DrawnTable => {
  const depth = Math.max(...block.columns.map(column => column.path.length))
  const rows: DrawnTable = Array.from({ length: depth }, () => [])
  if (block.corner) rows[0]!.push(cell(block.corner.label, labelColumns, depth))
  block.columns.forEach((column, at) => {
    column.path.forEach((label, level) => {
      const before = block.columns[at - 1]
      if (before && level < column.path.length - 1 && same(before.path, column.path, level)) return
      const own = level === column.path.length - 1
      const span = own
        ? 1
        : block.columns.slice(at).filter(other => same(other.path, column.path, level)).length
      const stretch = own && at === block.columns.length - 1 && depth === 1 ? width - labelColumns - at : span
      rows[level]!.push(cell(label.label, stretch, own ? depth - level : 1))
    })
  })
  return rows
}

const drawRows = (
  form: Form,
  block: FormBlock,
  labelColumns: number,
  width: number,
  values: Values,
): DrawnTable =>
  block.rows.map((row, at) => {
    const cells: DrawnCell[] = []
    row.path.forEach((label, level) => {
      const own = level === row.path.length - 1
      const before = block.rows[at - 1]
      if (!own && before && same(before.path, row.path, level) && before.path.length > level + 1) return
      const next = block.rows.slice(at)
      const end = next.findIndex(other => !same(other.path, row.path, level))
      const rowSpan = own ? 1 : end < 0 ? next.length : end
      cells.push(cell(label.label, own ? labelColumns - level : 1, rowSpan))
    })
    block.columns.forEach((column, index) => {
      const key = figureKey(form.key, row.key, column.key)
      const stretch = index === block.columns.length - 1 ? Math.max(1, width - labelColumns - index) : 1
      cells.push(cell(String(values[key] ?? 0), stretch))
    })
    return cells
  })

/** A statutory table as the official form prints it, filled with `values` (0 where none is given). */
export const drawForm = (edition: EditionId, key: FormKey, values: Values = {}): DrawnTable => {
  const form: Form = editionById(edition).forms[key]
  const labels = (block: FormBlock): number => Math.max(...block.rows.map(row => row.path.length))
  const width = Math.max(...form.blocks.map(block => labels(block) + block.columns.length))
  return form.blocks.flatMap(block => {
    const labelColumns = labels(block)
    return [
      ...(block.caption ? [[cell(block.caption.label, width)]] : []),
      ...drawHeader(block, labelColumns, width),
      ...drawRows(form, block, labelColumns, width, values),
    ]
  })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const tableHtml = (table: DrawnTable): string =>
  `<table>${table
    .map(
      row =>
        `<tr>${row
          .map(({ text, rowSpan = 1, columnSpan = 1 }) => {
            const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
            return `<td${spans}>${escaped(text)}</td>`
          })
          .join('')}</tr>`,
    )
    .join('')}</table>`

export interface DrawnReport {
  /** Whose report it says to be. */
  readonly authority: string
  readonly edition: EditionId
  readonly year: number
  readonly proactiveDisclosure: DrawnTable
  readonly requests: DrawnTable
  readonly reconsiderationAndLitigation: DrawnTable
}

/** All three tables of an edition. */
export const drawReport = (edition: EditionId, values: Values = {}): DrawnReport => ({
  authority: '青禾县数据局',
  edition,
  year: editionById(edition).since + (edition === '2019' ? 1 : 2),
  proactiveDisclosure: drawForm(edition, 'proactiveDisclosure', values),
  requests: drawForm(edition, 'requests', values),
  reconsiderationAndLitigation: drawForm(edition, 'reconsiderationAndLitigation', values),
})

/** A whole invented report as a web page around the drawn tables. */
export const reportHtml = (report: DrawnReport): string => {
  const { authority, year } = report
  return `<!doctype html><html><head><meta charset="utf-8"><title>报告</title></head><body>
<h1>${authority}${year}年政府信息公开工作年度报告</h1>
<p>本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。本报告电子版可在青禾县人民政府网站下载。如有疑问，请与${authority}办公室联系（电话：0000-0000000）。</p>
<p>一、总体情况</p><p>本局认真履行政府信息公开职责，主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作平稳有序。</p>
<p>二、主动公开政府信息情况</p>${tableHtml(report.proactiveDisclosure)}
<p>三、收到和处理政府信息公开申请情况</p>${tableHtml(report.requests)}
<p>四、政府信息公开行政复议、行政诉讼情况</p>${tableHtml(report.reconsiderationAndLitigation)}
<p>五、存在的主要问题及改进情况</p><p>公开内容的针对性有待加强，下一步将完善目录、加强培训。</p>
<p>六、其他需要报告的事项</p><p>本年度未收取政府信息公开信息处理费。</p>
<p>${authority}</p><p>${year + 1}年1月12日</p></body></html>`
}
