import { editionById } from '../../forms/find-edition.ts'
import type { FormKey } from '../../forms/form.ts'
import type { EditionId } from '../../forms/index.ts'
import { type FormLayout, headersOf, type LayoutCell, layoutOf } from '../../forms/layout.ts'
import { withoutWords } from '../../model/own-workbook.ts'
import type { Figure, Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { CellMarks } from '../marks.ts'
import { determinedWords, formWords, isWithout, stateWords } from '../words.ts'
import { bothHtml, escapeHtml, linesHtml } from './html.ts'

/** A row's fixed parts: markup as it is, or a figure with the attributes of its cell. */
type Part = string | { readonly key: string; readonly attributes: string }

const headerId = (form: FormKey, { row, column }: LayoutCell): string =>
  `h${formWords[form].number}-${row}-${column}`

const spans = ({ rowSpan, columnSpan }: LayoutCell): string =>
  (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (columnSpan > 1 ? ` colspan="${columnSpan}"` : '')

const headerHtml = (form: FormKey, cell: LayoutCell): string => {
  if (cell.kind === 'corner') return `<td class="note"${spans(cell)}>${escapeHtml(cell.text)}</td>`
  const axis = cell.kind === 'rowHeader' ? 'row' : 'col'
  const grouped = axis === 'row' ? cell.rowSpan > 1 : cell.columnSpan > 1
  return `<th id="${headerId(form, cell)}" scope="${axis}${grouped ? 'group' : ''}"${spans(cell)}>${escapeHtml(cell.text)}</th>`
}

/** What of the form's table is the same in every report. */
const templateOf = rememberFor((layout: FormLayout): readonly Part[] => {
  const form = layout.form.key
  const parts: Part[] = []
  for (let row = 1; row <= layout.rows; row++) {
    parts.push('<tr>')
    const cells = layout.cells.filter(cell => cell.row === row).sort((a, b) => a.column - b.column)
    for (const cell of cells) {
      if (cell.kind !== 'figure') parts.push(headerHtml(form, cell))
      else {
        const headers = headersOf(layout, cell).map(header => headerId(form, header))
        parts.push({ key: cell.text, attributes: ` headers="${headers.join(' ')}"${spans(cell)}` })
      }
    }
    parts.push('</tr>')
  }
  return parts
})

/** What a blank cell must hold, set off so that nobody takes it for what is printed. */
const determinedHtml = (value: number): string => {
  const { zh } = determinedWords(value)
  return `<small class="only" title="${zh}">〔${value}〕</small>`
}

const contentOf = ({ state, text }: Figure, determined: number | undefined): string => {
  if (isWithout(state))
    return `<span class="${state}">${state === 'missing' ? withoutWords.missing : stateWords[state].zh}</span>`
  if (state === 'blank')
    return `<span class="hidden">${stateWords.blank.zh}</span>${determined === undefined ? '' : determinedHtml(determined)}`
  return linesHtml(text ?? '')
}

const figureHtml = (figure: Figure, attributes: string, marks: CellMarks | undefined): string => {
  const kind = marks ? ` class="cell ${marks.mark.severity}${marks.mark.main ? ' main' : ''}"` : ''
  const links = marks?.noted.map(
    ({ place, number }) => `<a href="#f${place}" aria-label="第 ${number} 条发现">[${number}]</a>`,
  )
  const content =
    contentOf(figure, marks?.determined) + (links && links.length > 0 ? ` ${links.join('')}` : '')
  return `<td id="${figure.key}"${attributes}${kind}>${content}</td>`
}

/** A statutory table as the form prints it, with the cells as printed, those at fault marked and linked to their findings. */
export const formTableHtml = (
  report: Report,
  form: FormKey,
  edition: EditionId,
  marks: ReadonlyMap<string, CellMarks>,
): string => {
  const layout = layoutOf(editionById(edition).forms[form])
  let rows = ''
  for (const part of templateOf(layout))
    rows +=
      typeof part === 'string'
        ? part
        : figureHtml(report.figures.get(part.key)!, part.attributes, marks.get(part.key))
  const title = `${formWords[form].number}、${layout.form.title}`
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table class="form" id="${form}">` +
    `<caption>${escapeHtml(title)} ${bothHtml(`（${editionById(edition).document}）`, `edition ${edition}`)}</caption>${rows}</table></div>`
  )
}
