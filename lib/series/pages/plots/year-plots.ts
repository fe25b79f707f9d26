import type { FormKey } from '../../../forms/form.ts'
import { escapeHtml } from '../../../writers/page/html.ts'
import type { Row } from '../../column.ts'
import { cellHtml, rowsHtml } from '../pieces.ts'
import { type BarColumn, type Bars, barsHtml } from './bars.ts'
import {
  disputes,
  editionsIn,
  handled,
  type Measure,
  measureOf,
  outcomes,
  received,
  summed,
} from './year-values.ts'

/** Reports of a year that are added up, or that of one unit. */
export interface YearRows {
  readonly year: number
  readonly rows: readonly Row[]
}

interface Told extends BarColumn {
  readonly year: number
  readonly editions: string
  readonly units: number
  readonly lacks: number
}

/** Whose years they are: of one unit nobody counts units. */
export type Whose = 'units' | 'unit'

const noteOf = (whose: Whose, rows: number, units: number, lacks: number): string => {
  if (rows === 0) return '无报告'
  if (units === 0) return '无数'
  return lacks === 0 || whose === 'unit' ? '' : `${lacks} 家无数`
}

type Values = (rows: readonly Row[]) => {
  readonly values: readonly (number | null)[]
  readonly mark?: number | null
  readonly units: number
  readonly lacks: number
}

const toldOf = (
  years: readonly YearRows[],
  form: FormKey,
  whose: Whose,
  valuesOf: Values,
): readonly Told[] => {
  let before = ''
  return years.map(({ year, rows }) => {
    const found = valuesOf(rows)
    const editions = editionsIn(rows, form)
    const isParted = before !== '' && editions !== '' && editions !== before
    if (editions !== '') before = editions
    const note = noteOf(whose, rows.length, found.units, found.lacks)
    return { ...found, year, editions, note, label: String(year), isParted }
  })
}

const partedHtml = (told: readonly Told[]): string =>
  told.some(({ isParted }) => isParted)
    ? `<p class="soft">竖虚线前后表式不同（${told
        .filter(({ editions }, at) => editions !== '' && (at === 0 || told[at]!.isParted))
        .map(({ year, editions }) => `${year} 年起 ${editions}版`)
        .join('，')}），不宜直接比较。</p>`
    : ''

const tableHtml = (
  title: string,
  names: readonly string[],
  told: readonly Told[],
  whose: Whose,
  shown: (value: number) => string,
): string => {
  const marked = told.some(({ mark }) => mark !== undefined)
  const heads = [
    { zh: '年度' },
    ...(marked ? ['新收', ...names] : names).map(zh => ({ zh, numbers: true as const })),
    ...(whose === 'units'
      ? [
          { zh: '计入（家）', numbers: true as const },
          { zh: '无数（家）', numbers: true as const },
        ]
      : []),
  ]
  const cell = (value: number | null): string =>
    cellHtml(value === null ? '<small>无数</small>' : shown(value), 'n')
  const lines = told.map(
    ({ year, values, mark, units, lacks }) =>
      `<tr><th scope="row">${year}</th>${marked ? cell(mark ?? null) : ''}${values.map(cell).join('')}` +
      `${whose === 'units' ? cellHtml(String(units), 'n') + cellHtml(String(lacks), 'n') : ''}</tr>`,
  )
  return `<details><summary>${escapeHtml(title)}：数据</summary>${rowsHtml(title, heads, lines)}</details>`
}

const wordsOf = (told: readonly Told[], series: readonly string[], unit: string): string =>
  told
    .map(({ year, values, mark, note }) => {
      const parts = values.flatMap((value, at) => (value === null ? [] : [`${series[at]} ${value}${unit}`]))
      const first = mark === null || mark === undefined ? [] : [`新收 ${mark} 件`]
      return `${year} 年：${[...first, ...parts, ...(note === '' ? [] : [note])].join('，')}`
    })
    .join('；')

const isEmpty = (told: readonly Told[]): boolean =>
  told.every(({ values }) => values.every(value => value === null))

const plotHtml = (plot: Omit<Bars, 'columns' | 'about'>, told: readonly Told[], whose: Whose): string => {
  if (isEmpty(told)) return ''
  const unit = plot.isShare ? '%' : ' 件'
  const about = wordsOf(told, plot.series, unit)
  return `<div>${barsHtml({ ...plot, about, columns: told })}${partedHtml(told)}${tableHtml(plot.title, plot.series, told, whose, value => (plot.isShare ? `${value}%` : String(value)))}</div>`
}

const outcomeValues: Values = rows => ({
  ...summed(rows, outcomes),
  mark: summed(rows, [received]).values[0]!,
})

/** A part is not more than its whole: such a report tells nothing of shares. */
const tellsShare = (row: Row): boolean => {
  const [part, whole] = [measureOf(row, outcomes[0]!), measureOf(row, handled)]
  return part !== null && whole !== null && part <= whole
}

/** Out of a hundred, to one place. */
const shareValues: Values = rows => {
  const { values, units } = summed(rows.filter(tellsShare), [outcomes[0]!, handled])
  const counts = { units, lacks: rows.length - units }
  const [granted, all] = values
  const share = granted === null || !all ? null : Math.round((granted! / all) * 1000) / 10
  return { ...counts, values: [share] }
}

const names = (measures: readonly Measure[]): readonly string[] => measures.map(({ name }) => name)

/** Intake and outcomes, the share that was granted, and disputes, over all years from the first at hand to the last. */
export const yearPlotsHtml = (years: readonly YearRows[], whose: Whose): string => {
  const plots = [
    plotHtml(
      {
        ...{ id: 'plot-outcomes', title: '依申请公开：新收和办理结果（件）', series: names(outcomes) },
        ...{ isStacked: true, markName: '新收（横线）' },
      },
      toldOf(years, 'requests', whose, outcomeValues),
      whose,
    ),
    plotHtml(
      {
        ...{ id: 'plot-share', title: '予以公开占办理总计的比例', series: ['予以公开'] },
        ...{ isStacked: false, isShare: true },
      },
      toldOf(years, 'requests', whose, shareValues),
      whose,
    ),
    plotHtml(
      {
        ...{ id: 'plot-disputes', title: '行政复议、行政诉讼（件）', series: names(disputes) },
        isStacked: false,
      },
      toldOf(years, 'reconsiderationAndLitigation', whose, rows => summed(rows, disputes)),
      whose,
    ),
  ].filter(html => html !== '')
  return plots.length === 0 ? '' : `<div class="plots">${plots.join('')}</div>`
}

/** Every year from the oldest to the newest, those without reports among them: a gap is to be seen as one. */
export const throughYears = (
  years: readonly number[],
  rowsOf: (year: number) => readonly Row[],
  most = 8,
): readonly YearRows[] => {
  if (years.length === 0) return []
  const last = Math.max(...years)
  const first = Math.max(Math.min(...years), last - most + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, rows: rowsOf(first + at) }))
}
