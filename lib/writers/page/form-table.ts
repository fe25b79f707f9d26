import { enteredWords } from '../../entered/entered-words.ts'
import { editionById } from '../../forms/find-edition.ts'
import type { FormKey } from '../../forms/form.ts'
import type { EditionId } from '../../forms/index.ts'
import { type FormLayout, headersOf, type LayoutCell, layoutOf } from '../../forms/layout.ts'
import { enteredMark, withoutWords } from '../../model/own-workbook.ts'
import type { Figure, Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { CellMarks } from '../marks.ts'
import { evidenceWords, openWords, provenMark } from '../scan-words.ts'
import { determinedWords, formWords, isWithout, stateWords } from '../words.ts'
import { bothHtml, escapeHtml, linesHtml } from './html.ts'

/** A row's fixed parts: markup as it is, or a figure with the attributes of its cell. */
type Part = string | { readonly key: string; readonly attributes: string }

const headerId = (form: FormKey, { row, column }: LayoutCell, before: string): string =>
  `${before}h${formWords[form].number}-${row}-${column}`

const spans = ({ rowSpan, columnSpan }: LayoutCell): string =>
  (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (columnSpan > 1 ? ` colspan="${columnSpan}"` : '')

const headerHtml = (form: FormKey, cell: LayoutCell, before: string): string => {
  if (cell.kind === 'corner') return `<td class="note"${spans(cell)}>${escapeHtml(cell.text)}</td>`
  const axis = cell.kind === 'rowHeader' ? 'row' : 'col'
  const grouped = axis === 'row' ? cell.rowSpan > 1 : cell.columnSpan > 1
  return `<th id="${headerId(form, cell, before)}" scope="${axis}${grouped ? 'group' : ''}"${spans(cell)}>${escapeHtml(cell.text)}</th>`
}

const partsOf = (layout: FormLayout, before: string): readonly Part[] => {
  const form = layout.form.key
  const parts: Part[] = []
  for (let row = 1; row <= layout.rows; row++) {
    parts.push('<tr>')
    const cells = layout.cells.filter(cell => cell.row === row).sort((a, b) => a.column - b.column)
    for (const cell of cells) {
      if (cell.kind !== 'figure') parts.push(headerHtml(form, cell, before))
      else {
        const headers = headersOf(layout, cell).map(header => headerId(form, header, before))
        parts.push({ key: cell.text, attributes: ` headers="${headers.join(' ')}"${spans(cell)}` })
      }
    }
    parts.push('</tr>')
  }
  return parts
}

/** What of the form's table is the same in every report. */
const templateOf = rememberFor((layout: FormLayout): readonly Part[] => partsOf(layout, ''))

/** The same for a second table of the form on one page: the names of its headers begin otherwise. */
const secondTemplateOf = rememberFor((layout: FormLayout): readonly Part[] => partsOf(layout, 's'))

/**
 * The rows of a form's table as the form prints it. `figure` gives the cell of a figure's key as markup, with the attributes
 * that tie it to its headers; `isSecond`: another table of the form stands on the page already.
 */
export const formRowsHtml = (
  layout: FormLayout,
  figure: (key: string, attributes: string) => string,
  isSecond = false,
): string => {
  let rows = ''
  for (const part of (isSecond ? secondTemplateOf : templateOf)(layout))
    rows += typeof part === 'string' ? part : figure(part.key, part.attributes)
  return rows
}

/** What a blank cell must hold, set off so that nobody takes it for what is printed. */
const determinedHtml = (value: number): string => {
  const { zh } = determinedWords(value)
  return `<small class="only" title="${zh}">〔${value}〕</small>`
}

/** What was typed in, with our mark, and what is printed beside it. */
const enteredHtml = (figure: Figure): string => {
  const { value, unit = '', text, state } = figure
  const blank = `<span class="hidden">${stateWords.blank.zh}</span>`
  const shown = state === 'blank' ? blank : state === 'notApplicable' ? '—' : `${value}${unit}`
  const words = escapeHtml(enteredWords(figure)!.zh)
  const printed = text?.trim() ? `<small class="was">原文 ${linesHtml(text)}</small>` : ''
  return `${shown}<small class="entered" title="${words}"><span aria-hidden="true">${enteredMark}</span><span class="hidden">${words}</span></small>${printed}`
}

/** A cell that waits for a person, with the way to its picture. */
const openHtml = (key: string): string =>
  `<a class="unreadable" href="#open-${key}">${bothHtml(openWords.zh, openWords.en)}</a>`

/** A quiet mark on what was read from a picture, with why it is taken. */
const provenHtml = ({ evidence }: Figure): string =>
  evidence
    ? `<small class="proven" title="${escapeHtml(evidenceWords(evidence))}" aria-hidden="true">${provenMark}</small>`
    : ''

const contentOf = (figure: Figure, determined: number | undefined): string => {
  const { state, text } = figure
  if (figure.entered) return enteredHtml(figure)
  if (figure.unproven) return openHtml(figure.key)
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
    contentOf(figure, marks?.determined) +
    (figure.entered ? '' : provenHtml(figure)) +
    (links && links.length > 0 ? ` ${links.join('')}` : '')
  return `<td id="${figure.key}"${attributes}${kind}>${content}</td>`
}

/** A statutory table as the form prints it, with the cells as printed, those at fault marked and linked to their findings. */
export const formTableHtml = (
  report: Pick<Report, 'figures'>,
  form: FormKey,
  edition: EditionId,
  marks: ReadonlyMap<string, CellMarks>,
): string => {
  const layout = layoutOf(editionById(edition).forms[form])
  const rows = formRowsHtml(layout, (key, attributes) =>
    figureHtml(report.figures.get(key)!, attributes, marks.get(key)),
  )
  const title = `${formWords[form].number}、${layout.form.title}`
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table class="form" id="${form}">` +
    `<caption>${escapeHtml(title)} ${bothHtml(`（${editionById(edition).document}）`, `edition ${edition}`)}</caption>${rows}</table></div>`
  )
}
