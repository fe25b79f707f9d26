import { element, find } from '../dom.js'
import { bring } from './bring.js'
import { chooseCell, chosenNow, key, markedCells, viewNow } from './state.js'
import { word } from './words.js'

/** The pages of the original as pictures, with the places of figures marked on them. */

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5]
let zoom = innerWidth < 960 ? 5 : 2
let turn = 0
let shown = []
let quotes = {}
let at = 1

const scale = () => (zooms[zoom] > 1.25 ? 3 : 2)

const addressOf = (page, sha256) =>
  `/original/page?${new URLSearchParams({ key, page: String(page), scale: String(scale()), sha256 })}`

export const pageShown = () => `${word('page')} ${at} ${word('ofPages')} ${shown.length} ${word('pagesEnd')}`

const watcher = new IntersectionObserver(
  entries => {
    for (const { target, intersectionRatio } of entries) target.dataset.seen = String(intersectionRatio)
    const [most] = shown.toSorted((a, b) => Number(b.box.dataset.seen ?? 0) - Number(a.box.dataset.seen ?? 0))
    if (!most || most.page === at) return
    at = most.page
    const told = find('#page-at')
    if (told) told.textContent = pageShown()
  },
  { root: null, threshold: [0, 0.2, 0.4, 0.6, 0.8, 1] },
)

/** Left, top, width and height of a place, in parts of the page. */
const put = (mark, [left, top, right, bottom], { width, height }) => {
  const parts = {
    left: left / width,
    top: top / height,
    width: (right - left) / width,
    height: (bottom - top) / height,
  }
  for (const [name, part] of Object.entries(parts)) mark.style.setProperty(name, `${part * 100}%`)
}

const sizeOf = (box, sheet, { width, height }) => {
  const sideways = turn % 180 !== 0
  box.style.setProperty('--across', String(sideways ? height : width))
  box.style.setProperty('--down', String(sideways ? width : height))
  box.style.setProperty('--zoom', String(zooms[zoom]))
  sheet.dataset.turn = String(turn)
}

/** The figure at a point of a page; of several the smallest. */
const figureAt = (page, x, y) => {
  const found = Object.entries(viewNow().report?.cells ?? {}).filter(([, { source }]) => {
    if (source?.kind !== 'page' || source.page !== page) return false
    const [left, top, right, bottom] = source.box
    return left <= x && x <= right && top <= y && y <= bottom
  })
  const area = ([
    ,
    {
      source: { box },
    },
  ]) => (box[2] - box[0]) * (box[3] - box[1])
  return found.toSorted((a, b) => area(a) - area(b))[0]?.[0] ?? null
}

/** Where on the sheet the pointer is, in points, however the sheet is turned. */
const pointOf = (event, { width, height }) => {
  const box = event.currentTarget.getBoundingClientRect()
  const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  const [across, down] = { 0: [x, y], 90: [y, 1 - x], 180: [1 - x, 1 - y], 270: [1 - y, x] }[turn]
  return [across * width, down * height]
}

const pictureOf = (page, sha256) => {
  const picture = element('img', {
    loading: 'lazy',
    alt: `${word('pageOf')} ${page.page} ${word('pageEnd')}`,
    draggable: false,
  })
  picture.addEventListener('error', () =>
    picture.replaceWith(element('p', { className: 'instead' }, word('notDrawn'))),
  )
  picture.src = addressOf(page.page, sha256)
  return picture
}

const reasons = { font: 'font', bounds: 'bounds', personal: 'personal', failed: 'notDrawn' }

const pageOf = (page, sha256) => {
  const inside = page.without
    ? element('p', { className: 'instead' }, word(reasons[page.without] ?? 'notDrawn'))
    : pictureOf(page, sha256)
  const marks = element('div', { className: 'marks' })
  const sheet = element('div', { className: 'sheet' }, inside, marks)
  const caption = element(
    'figcaption',
    {},
    `${word('pageOf')} ${page.page} ${word('pageEnd')}`,
    page.hidden ? `　${word('hidden')}` : '',
  )
  const frame = element('div', { className: 'frame' }, sheet)
  const box = element('figure', { className: 'page' }, frame, caption)
  sizeOf(box, sheet, page)
  frame.addEventListener('click', event => {
    const cell = figureAt(page.page, ...pointOf(event, page))
    if (cell) chooseCell(cell, 'pages')
  })
  return { ...page, box, sheet, marks }
}

export const drawPages = (paper, { pages, sha256, quotes: places, scan }) => {
  quotes = places
  watcher.disconnect()
  const { scrollTop } = paper
  shown = pages.map(page => pageOf(page, sha256))
  at = shown[0].page
  paper.className = 'pages'
  const told = scan ? [element('p', { className: 'quiet' }, word('scanShown'))] : []
  paper.replaceChildren(...told, ...shown.map(({ box }) => box))
  paper.scrollTo(0, scrollTop)
  for (const { box } of shown) watcher.observe(box)
}

/** A step up or down; 0: as wide as there is room. */
export const zoomPages = step => {
  const before = scale()
  zoom = step === 0 ? 2 : Math.min(zooms.length - 1, Math.max(0, zoom + step))
  for (const page of shown) {
    sizeOf(page.box, page.sheet, page)
    const picture = page.sheet.querySelector('img')
    if (picture && scale() !== before) picture.src = picture.src.replace(/scale=\d/u, `scale=${scale()}`)
  }
  markPages('zoom')
}

export const turnPages = () => {
  turn = (turn + 90) % 360
  for (const page of shown) sizeOf(page.box, page.sheet, page)
  markPages('zoom')
}

const markOn = (place, className) => {
  const page = shown.find(({ page: number }) => number === place.page)
  if (!page) return null
  const mark = element('span', { className })
  put(mark, place.box, page)
  page.marks.append(mark)
  return mark
}

/** Marks the places of the cells that are chosen and of the words that are quoted, and brings the first of them into sight. */
export const markPages = from => {
  const { cell, finding } = chosenNow()
  const { cells = {}, findings = [] } = viewNow().report ?? {}
  for (const { marks } of shown) marks.replaceChildren()
  let first = null
  for (const each of markedCells()) {
    const source = cells[each]?.source
    const mark = source?.kind === 'page' ? markOn(source, each === cell ? 'mark main' : 'mark') : null
    if (mark && (each === cell || !first)) first = mark
  }
  const quoted = findings.find(({ id }) => id === finding)?.quotes ?? []
  for (const place of quoted.flatMap(({ quote }) => quotes[quote] ?? [])) {
    const mark = markOn(place, 'mark words')
    first ??= mark
  }
  if (first && from !== 'pages') bring(first, find('#paper'))
}

/** Brings the words of a finding into sight; whether their place is known. */
export const showWords = quote => {
  const [place] = quotes[quote] ?? []
  const mark = place && markOn(place, 'mark words')
  if (mark) bring(mark, find('#paper'))
  return Boolean(mark)
}
