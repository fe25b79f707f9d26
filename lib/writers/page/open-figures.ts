import { type FormCell, type FormKey, formKeys } from '../../forms/form.ts'
import { openCells } from '../../model/figures-of.ts'
import { columnLabel, rowLabel } from '../../model/form-words.ts'
import type { Figure, Report } from '../../model/report.ts'
import { candidatesOf } from '../scan-words.ts'
import { formName } from '../words.ts'
import { bothHtml, escapeHtml } from './html.ts'
import type { Originals } from './originals.ts'

const readHtml = (figure: Figure): string => {
  const { texts, words } = candidatesOf(figure.unproven?.readings ?? [])
  const shown = texts.map(text => `<bdi>${escapeHtml(text)}</bdi>`).join(' / ')
  return `${shown === '' ? '' : `<b>${shown}</b> `}<span class="soft">${bothHtml(words.zh, words.en)}</span>`
}

const readersHtml = ({ unproven }: Figure): string =>
  (unproven?.readings ?? [])
    .map(({ reader, text, confidence }) => `${reader}: ${text ?? '—'} (${confidence.toFixed(2)})`)
    .map(words => `<code class="technical">${escapeHtml(words)}</code>`)
    .join(' ')

const itemHtml = (report: Report, { key, row, column }: FormCell, originals: Originals): string => {
  const figure = report.figures.get(key)!
  const label = rowLabel(row)
  const page = figure.unproven?.page
  const where =
    page === undefined
      ? bothHtml('图像中没有找到这一格', 'not met in the pictures')
      : bothHtml(`原件第 ${page} 页`, `page ${page}`)
  return (
    `<li id="open-${key}"><div class="crop">${originals.cropOf(key)}</div>` +
    `<div>${label === '' ? '' : `<bdi>${escapeHtml(label)}</bdi><br>`}<b>${escapeHtml(columnLabel(column))}</b></div>` +
    `<div>${readHtml(figure)} ${readersHtml(figure)}</div>` +
    `<div class="soft">${where}<br><a href="#${key}">${bothHtml('看表中这一格', 'in the table')}</a></div></li>`
  )
}

const listHtml = (report: Report, form: FormKey, originals: Originals): string => {
  const cells = openCells(report, form)
  return cells.length === 0
    ? ''
    : `<h3>${formName(form)}（${cells.length}）</h3><ol class="open">${cells.map(cell => itemHtml(report, cell, originals)).join('')}</ol>`
}

/** The figures of a scan that wait for a person, in the order of the form, each with its picture and what readers made of it. */
export const openFiguresHtml = (report: Report, originals: Originals): string => {
  const count = formKeys.reduce((sum, form) => sum + openCells(report, form).length, 0)
  if (count === 0) return ''
  const told = bothHtml(
    '这些格从扫描件读出而未能证实，没有采用；候选读法只供参考。请打开 gongkai 网页中本报告的“对照原件”，照图像逐格录入（空白的选空白），随即重新核对。',
    'These cells were read from a scan, were not proven and are not used; readings are only a help. Open the report beside its original at the page of gongkai and type each in from its picture: it is judged anew at once.',
  )
  return `<section id="open"><h2>${bothHtml('待人工确认', 'To be confirmed')}（${count}）</h2><p>${told}</p>${formKeys.map(form => listHtml(report, form, originals)).join('')}</section>`
}
