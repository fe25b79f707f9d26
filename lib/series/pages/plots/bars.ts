import { escapeHtml } from '../../../writers/page/html.ts'
import { shortCount, ticksTo } from './ticks.ts'

/** What stands over one place of the axis. A value that is not known is null, and nothing is drawn for it. */
export interface BarColumn {
  readonly label: string
  /** Below the label: how many have no number, or why there is no bar. */
  readonly note: string
  readonly values: readonly (number | null)[]
  /** A line across the column, of another measure. */
  readonly mark?: number | null
  /** Whether it does not compare with the column before: a dashed line parts them. */
  readonly isParted: boolean
}

export interface Bars {
  readonly id: string
  readonly title: string
  /** The same in words, for whoever does not see it. */
  readonly about: string
  readonly series: readonly string[]
  readonly columns: readonly BarColumn[]
  /** On each other, or side by side. */
  readonly isStacked: boolean
  /** Of percentages the axis ends at a hundred. */
  readonly isShare?: boolean
  /** What the line across stands for. */
  readonly markName?: string
}

const [width, height] = [360, 230]
const area = { left: 46, right: 356, top: 18, bottom: 186 }

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

const text = (x: number, y: number, words: string, kind: string): string =>
  words === '' ? '' : `<text x="${rounded(x)}" y="${rounded(y)}" class="${kind}">${escapeHtml(words)}</text>`

interface Place {
  readonly x: number
  readonly wide: number
  readonly yOf: (value: number) => number
}

const barHtml = (place: Place, from: number, to: number, at: number, words: string): string => {
  const [top, bottom] = [place.yOf(to), place.yOf(from)]
  return (
    `<rect x="${rounded(place.x)}" y="${rounded(top)}" width="${rounded(place.wide)}" height="${rounded(bottom - top)}" class="s${at}">` +
    `<title>${escapeHtml(words)}</title></rect>`
  )
}

const stackHtml = (plot: Bars, { label, values }: BarColumn, place: Place): string => {
  if (values.some(value => value === null)) return ''
  let from = 0
  const bars = values.map((value, at) => {
    const start = from
    from += value!
    return value === 0 ? '' : barHtml(place, start, from, at, `${label} ${plot.series[at]} ${value}`)
  })
  return bars.join('') + text(place.x + place.wide / 2, place.yOf(from) - 3, shortCount(from), 'm')
}

const groupHtml = (plot: Bars, { label, values }: BarColumn, place: Place): string => {
  const wide = place.wide / values.length
  return values
    .map((value, at) => {
      if (value === null) return ''
      const own = { ...place, x: place.x + at * wide, wide: wide * 0.92 }
      const shown = plot.isShare ? `${value}%` : shortCount(value)
      const bar = barHtml(own, 0, value, at, `${label} ${plot.series[at]} ${shown}`)
      // Words that are wider than their bar would run into those beside.
      const fits = values.length === 1 || shown.length * 6 <= own.wide + 3
      return bar + (fits ? text(own.x + own.wide / 2, own.yOf(value) - 3, shown, 'm') : '')
    })
    .join('')
}

const markHtml = ({ mark }: BarColumn, { x, wide, yOf }: Place): string =>
  mark === null || mark === undefined
    ? ''
    : `<path d="M${rounded(x - 3)} ${rounded(yOf(mark))}h${rounded(wide + 6)}" class="mark"/>`

const swatch = (kind: string): string =>
  `<svg viewBox="0 0 10 10" aria-hidden="true"><rect y="${kind === 'mark' ? 4 : 0}" width="10" height="${kind === 'mark' ? 2 : 10}" class="${kind}"/></svg>`

const legendHtml = ({ series, markName }: Bars): string => {
  const names = series.length > 1 ? series.map((name, at) => [`s${at}`, name] as const) : []
  const all = markName === undefined ? names : [...names, ['mark', markName] as const]
  return all.length === 0
    ? ''
    : `<ul class="legend">${all.map(([kind, name]) => `<li>${swatch(kind)}${escapeHtml(name)}</li>`).join('')}</ul>`
}

/** Bars over an axis from zero, as a picture in the page that needs no script. */
export const barsHtml = (plot: Bars): string => {
  const { id, title, about, columns, isStacked, isShare = false } = plot
  const tops = columns.flatMap(({ values, mark }) => [
    ...(isStacked ? [total(values)] : values.map(value => value ?? 0)),
    mark ?? 0,
  ])
  const ticks = isShare ? [0, 25, 50, 75, 100] : ticksTo(Math.max(...tops))
  const scale = (area.bottom - area.top) / ticks.at(-1)!
  const yOf = (value: number): number => area.bottom - value * scale
  const slot = (area.right - area.left) / columns.length
  const wide = Math.min(slot * 0.8, isStacked || isShare ? 34 : 90)
  const grid = ticks.map(
    tick =>
      `<path d="M${area.left} ${rounded(yOf(tick))}H${area.right}" class="${tick === 0 ? 'axis' : 'grid'}"/>` +
      text(area.left - 4, yOf(tick) + 4, isShare ? `${tick}%` : shortCount(tick), 'e'),
  )
  const drawn = columns.map((column, at) => {
    const middle = area.left + slot * (at + 0.5)
    const place = { x: middle - wide / 2, wide, yOf }
    const parted = column.isParted
      ? `<path d="M${rounded(middle - slot / 2)} ${area.top}V${area.bottom + 14}" class="parted"/>`
      : ''
    return (
      parted +
      (isStacked ? stackHtml(plot, column, place) : groupHtml(plot, column, place)) +
      markHtml(column, place) +
      text(middle, area.bottom + 15, column.label, 'm') +
      text(middle, area.bottom + 30, column.note, 'm soft')
    )
  })
  return (
    `<figure><figcaption>${escapeHtml(title)}</figcaption>` +
    `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeHtml(title)}</title><desc id="${id}-d">${escapeHtml(about)}</desc>${grid.join('')}${drawn.join('')}</svg>${legendHtml(plot)}</figure>`
  )
}
