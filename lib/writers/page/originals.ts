import type { Finding } from '../../checks/check.ts'
import { formKeys } from '../../forms/form.ts'
import { openCells } from '../../model/figures-of.ts'
import { cellName } from '../../model/form-words.ts'
import type { DrawnPlace, NoPicture, Picture } from '../../model/picture.ts'
import type { Report } from '../../model/report.ts'
import { findingPlace } from '../finding-place.ts'
import type { JudgedReport } from '../judged-report.ts'
import { area, type PageBox, shared } from '../pictures/boxes.ts'
import { cropView } from '../pictures/crops.ts'
import { showsPersonal } from '../pictures/shows-personal.ts'
import { type View, viewsOf } from '../pictures/views.ts'
import { bothHtml, escapeHtml } from './html.ts'

/** What a page shows of the original. */
export interface Originals {
  /** The place of a finding in the original; nothing where it has none. */
  readonly htmlOf: (finding: Finding) => string
  /** The cell of a figure of a scan that waits for a person. */
  readonly cropOf: (key: string) => string
  /** What is not shown, and why. */
  readonly note: string
  /** The pictures themselves, each once, wherever it is shown. */
  readonly store: string
}

/** Pixels of a picture for one of the page as people see it: text is as large as that around it, and crisp. */
const density = 1.6

/** Pixels of the page for a point of a cell that is read off. */
const cropScale = 2.4

const number = (value: number): string => String(Math.round(value * 10) / 10)

/** Where the page comes to lie when it is turned about its corner. */
const viewBoxOf = ({ turn }: View, [left, top, right, bottom]: PageBox): readonly number[] => {
  const [width, height] = [right - left, bottom - top]
  if (turn === 90) return [-bottom, left, height, width]
  if (turn === 180) return [-right, -bottom, width, height]
  return turn === 270 ? [top, -right, height, width] : [left, top, width, height]
}

const outline = ([left, top, right, bottom]: PageBox): string =>
  `M${number(left)} ${number(top)}H${number(right)}V${number(bottom)}H${number(left)}z`

const framesHtml = (frames: View['frames']): string =>
  [true, false]
    .map(
      main =>
        [
          main,
          frames
            .filter(frame => frame.main === main)
            .map(({ box }) => outline(box))
            .join(''),
        ] as const,
    )
    .map(([main, path]) => (path === '' ? '' : `<path${main ? ' class="main"' : ''} d="${path}"/>`))
    .toReversed()
    .join('')

/** `enlarged`: pixels of the page for a point; else text is as large as around it. */
const viewHtml = (view: View, picture: Picture, id: string, words: string, enlarged?: number): string => {
  const box = viewBoxOf(view, shared(view.box, picture.box))
  const size = box.slice(2).map(length => Math.round(length * (enlarged ?? picture.scale / density)))
  const turn = view.turn === 0 ? '' : ` transform="rotate(${view.turn})"`
  return (
    `<svg role="img" aria-label="${escapeHtml(words)}" viewBox="${box.map(number).join(' ')}" width="${size[0]}" height="${size[1]}">` +
    `<g${turn}><use href="#${id}"/>${framesHtml(view.frames)}</g></svg>`
  )
}

const storedHtml = ({ box: [left, top, right, bottom], png }: Picture, id: string): string =>
  `<image id="${id}" x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}" preserveAspectRatio="none" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`

/** Why a place is not shown: as it could not be drawn, or since it holds a number of a person. */
type Reason = NoPicture | 'personal'

const reasons: Readonly<Record<Reason, readonly [string, string]>> = {
  font: [
    'PDF 没有嵌入那里的字体，画出来会缺字',
    'the PDF has not embedded the fonts there, and a picture would lack words',
  ],
  bounds: ['附图过多或版面过于复杂', 'there are too many, or the page takes long to draw'],
  failed: ['未能画出', 'they could not be drawn'],
  personal: ['那里有个人号码', 'there is a number of a person'],
}

const pagesOf = (views: readonly View[]): string =>
  [...new Set(views.map(({ page }) => page))].toSorted((a, b) => a - b).join('、')

const noteHtml = (left: ReadonlyMap<Reason, readonly View[]>): string =>
  [...left]
    .map(([why, views]) => {
      const [zh, en] = reasons[why]
      const pages = pagesOf(views)
      return `<p class="soft">${bothHtml(
        `有 ${views.length} 处没有附原件图（${zh}），请看原件第 ${pages} 页。`,
        `${views.length} places are without a picture: ${en}. See page ${pages.replaceAll('、', ', ')} of the original.`,
      )}</p>`
    })
    .join('')

/** The places of findings in the original as pictures. `findings` are in the order in which they are shown. */
export const originalsOf = (
  { report, pictures }: Pick<JudgedReport, 'pictures'> & { readonly report: Report },
  findings: readonly Finding[],
): Originals => {
  const left = new Map<Reason, View[]>()
  const used = new Map<Picture, string>()
  const drawnOf = (view: View): DrawnPlace | undefined => {
    const there = (pictures ?? []).filter(({ page }) => page === view.page)
    return there.toSorted((a, b) => area(shared(b.box, view.box)) - area(shared(a.box, view.box)))[0]
  }
  const pictureOf = (view: View): Picture | Reason => {
    if (showsPersonal(report, view)) return 'personal'
    const drawn = drawnOf(view)
    if (!drawn) return 'failed'
    return 'png' in drawn ? drawn : drawn.without
  }
  const shown = (view: View, words: string, enlarged?: number): string | null => {
    const picture = pictureOf(view)
    if (typeof picture === 'string') {
      left.set(picture, [...(left.get(picture) ?? []), view])
      return null
    }
    const id = used.get(picture) ?? `original-${used.size + 1}`
    used.set(picture, id)
    return viewHtml(view, picture, id, words, enlarged)
  }
  const cropHtml = (key: string): string => {
    const view = cropView(report.figures, report.figures.get(key)!)
    const name = cellName(report, key).zh
    return (view && shown(view, `原件第 ${view.page} 页：${name}`, cropScale)) ?? ''
  }
  const htmlOf = (finding: Finding): string => {
    const views = viewsOf(report, finding)
    if (views === null) return ''
    const place = findingPlace(report, finding)
    const { header, first, rest } = views
    const picture = shown(first, `原件第 ${first.page} 页：${place}`)
    const caption = `<figcaption>${bothHtml(`原件第 ${first.page} 页`, `page ${first.page} of the original`)}</figcaption>`
    if (picture === null)
      return `<p>${bothHtml(`见原件第 ${first.page} 页`, `see page ${first.page} of the original`)}</p>`
    const over = header && shown(header, `原件第 ${header.page} 页：表头`)
    const others = rest.flatMap(view => shown(view, `原件第 ${view.page} 页：${place}`) ?? [])
    const more =
      others.length === 0
        ? ''
        : `<details><summary>${bothHtml(`看所涉各格（原件第 ${pagesOf(rest)} 页）`, 'the cells concerned')}</summary>${others.join('')}</details>`
    return `<figure class="original">${over ?? ''}${picture}${caption}${more}</figure>`
  }
  if (pictures === undefined) return { htmlOf: () => '', cropOf: () => '', note: '', store: '' }
  const open = formKeys.flatMap(form => openCells(report, form).map(({ key }) => key))
  const crops = new Map(open.map(key => [key, cropHtml(key)]))
  const html = new Map(findings.map(finding => [finding, htmlOf(finding)]))
  const stored = [...used].map(([picture, id]) => storedHtml(picture, id)).join('')
  return {
    htmlOf: finding => html.get(finding) ?? '',
    cropOf: key => crops.get(key) ?? '',
    note: noteHtml(left),
    store: stored === '' ? '' : `<svg class="hidden" aria-hidden="true"><defs>${stored}</defs></svg>`,
  }
}
