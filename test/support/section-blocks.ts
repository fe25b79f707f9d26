import { type DrawnReport, type DrawnTable, tableHtml } from './form-html.ts'
import { piecesOf } from './pieces.ts'

/** What stands in the section of a statutory table: lines and tables. */
export type SectionBlock = { readonly line: string } | { readonly table: DrawnTable }

export interface Sections {
  readonly proactiveDisclosure: readonly SectionBlock[]
  readonly requests: readonly SectionBlock[]
  readonly reconsiderationAndLitigation: readonly SectionBlock[]
}

export const sectionsOf = (report: DrawnReport): Sections => ({
  proactiveDisclosure: [{ table: report.proactiveDisclosure }],
  requests: [{ table: report.requests }],
  reconsiderationAndLitigation: [{ table: report.reconsiderationAndLitigation }],
})

const html = (blocks: readonly SectionBlock[]): string =>
  blocks.map(block => ('line' in block ? `<p>${block.line}</p>` : tableHtml(block.table))).join('')

/** A report of 2023 (edition 2021) or 2020 (edition 2019) whose sections hold these blocks; `annex` stands behind them. */
export const pageOf = (sections: Sections, year: number, annex: readonly SectionBlock[] = []): string =>
  [
    `<html><body><h1>青禾县数据局${year}年政府信息公开工作年度报告</h1>`,
    '<h2>一、总体情况</h2><p>本局依法公开政府信息。</p>',
    `<h2>二、主动公开政府信息情况</h2>${html(sections.proactiveDisclosure)}`,
    `<h2>三、收到和处理政府信息公开申请情况</h2>${html(sections.requests)}`,
    `<h2>四、政府信息公开行政复议、行政诉讼情况</h2>${html(sections.reconsiderationAndLitigation)}`,
    '<h2>五、存在的主要问题及改进情况</h2><p>解读不足，将加强培训。</p>',
    `<h2>六、其他需要报告的事项</h2><p>无。</p>${html(annex)}</body></html>`,
  ].join('')

/** A table turned on its side: rows become columns. */
export const turned = (table: DrawnTable): DrawnTable => {
  const spans = table.flat()
  const places = piecesOf(table)
  const rows = new Map<number, { x: number; cell: DrawnTable[number][number] }[]>()
  places.forEach(({ x, y }, at) => {
    const { text, rowSpan = 1, columnSpan = 1 } = spans[at]!
    const cell = { text, rowSpan: columnSpan, columnSpan: rowSpan }
    rows.set(x, [...(rows.get(x) ?? []), { x: y, cell }])
  })
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => cells.sort((a, b) => a.x - b.x).map(({ cell }) => cell))
}
