import type { Table } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import { bothHtml, escapeHtml } from './html.ts'

const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '')

const tableHtml = ({ number, cells }: Table): string => {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].sort(([a], [b]) => a - b)
  const body = rows.map(([, inRow]) => {
    const tds = inRow.map(
      ({ text, rowSpan, columnSpan }) =>
        `<td${span('rowspan', rowSpan)}${span('colspan', columnSpan)}>${escapeHtml(text.trim())}</td>`,
    )
    return `<tr>${tds.join('')}</tr>`
  })
  const name = `原文第 ${number} 个表格`
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="other">` +
    `<caption>${bothHtml(name, `table ${number} of the document`)}</caption>${body.join('')}</table></div>`
  )
}

/** The tables of the document that are no statutory form, or could not be read as one, as printed. */
export const otherTablesHtml = ({ tables, editions }: Report): string => {
  const others = tables.filter(({ form }) => form === null || editions[form] === null)
  if (others.length === 0) return ''
  return (
    `<section id="others"><h2>${bothHtml('原文的其他表格', 'Other tables')}</h2>` +
    `${others.map(({ table }) => tableHtml(table)).join('')}</section>`
  )
}
