import type { EditionId } from '../../../lib/forms/index.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'
import { type Printed, printedFigures } from './figures.ts'

type Random = (below: number) => number

/** An invented report as a page to print, and what is printed in its cells. */
export interface InventedPage {
  readonly name: string
  readonly edition: EditionId
  /** The first font of its figures. */
  readonly font: string
  readonly printed: Printed
  readonly html: string
}

/** Fonts of figures, then of words: those that come with Debian. A name that the machine has not is passed over. */
const latin = [
  ...['Liberation Serif', 'Liberation Sans', 'Liberation Mono', 'Liberation Sans Narrow', 'DejaVu Sans'],
  ...[
    'DejaVu Serif',
    'DejaVu Sans Mono',
    'DejaVu Sans Condensed',
    'Noto Sans',
    'Noto Serif',
    'Noto Sans Display',
  ],
  ...['Noto Serif Display', 'AR PL UMing CN', 'AR PL UKai CN', 'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei'],
  ...['Noto Sans CJK SC', 'Noto Serif CJK SC'],
] as const
const chinese = [
  ...['Noto Serif CJK SC', 'Noto Sans CJK SC', 'AR PL UMing CN', 'AR PL UKai CN'],
  ...['WenQuanYi Micro Hei', 'WenQuanYi Zen Hei'],
] as const

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!

/** Sizes in points: tight and wide, thick and thin, figures in the middle or at a side. */
const styleOf = (font: string, random: Random): string => {
  const size = 7.5 + random(7) / 2
  const padding = `${pick([0.2, 0.8, 1.5, 2.5, 4], random)}pt ${pick([0.5, 1.5, 3], random)}pt`
  const rule = `${pick([0.4, 0.5, 0.75, 1, 1.5], random)}pt solid ${pick(['#000', '#000', '#333', '#777'], random)}`
  const align = pick(['center', 'center', 'center', 'right', 'left'], random)
  const tint = random(4) === 0 ? 'tr:nth-child(-n+2) td{background:#ddd}' : ''
  const weight = random(6) === 0 ? 'font-weight:bold;' : ''
  const spacing = random(8) === 0 ? 'letter-spacing:.08em;' : ''
  const page = random(8) === 0 ? 'A4 landscape' : 'A4'
  return [
    `@page{size:${page};margin:${12 + random(12)}mm ${10 + random(12)}mm}`,
    `body{font:12pt "${pick(chinese, random)}";margin:0}h1{font-size:18pt;text-align:center}p{text-indent:2em;margin:3pt 0}`,
    `table{border-collapse:collapse;width:100%;font-family:"${font}","${pick(chinese, random)}";font-size:${size}pt;line-height:1.15}`,
    `td{border:${rule};padding:${padding};text-align:${align};${weight}${spacing}}tr{break-inside:avoid}${tint}`,
  ].join('')
}

/** The report of a name: edition, figures, fonts and sizes are all of its seed. */
export const inventedPage = (name: string): InventedPage => {
  const random = seeded(`document ${name}`)
  const edition = pick(['2019', '2021', '2021'] as const, random)
  const font = pick(latin, random)
  const printed = printedFigures(edition, random)
  const html = reportHtml(drawReport(edition, printed))
  const style = styleOf(font, random)
  return { name, edition, font, printed, html: html.replace('<head>', `<head><style>${style}</style>`) }
}
