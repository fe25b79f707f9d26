import { element, find } from '../dom.js'
import { bring, scrollerOf } from './bring.js'
import { showSheet } from './sheets.js'
import {
  chooseCell,
  chooseFinding,
  chosenNow,
  findingOf,
  markedCells,
  onChoose,
  onLoad,
  viewNow,
} from './state.js'
import { seesBoth } from './switch.js'
import { word } from './words.js'

/** The statutory tables in the layout of the form: one cell of them takes the focus, arrows go from cell to cell. */

const figures = () => [...find('#forms').querySelectorAll('td[id]')]

const boxOf = cell => {
  const { left, right, top, bottom } = cell.getBoundingClientRect()
  return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** The nearest cell on that side: of those that lie across from it first, then whichever is nearest. */
const nextCell = (from, arrow) => {
  const at = boxOf(from)
  const across = arrow === 'ArrowLeft' || arrow === 'ArrowRight'
  const sign = arrow === 'ArrowLeft' || arrow === 'ArrowUp' ? -1 : 1
  let best = null
  for (const cell of figures()) {
    const box = boxOf(cell)
    const ahead = (across ? box.x - at.x : box.y - at.y) * sign
    if (cell === from || ahead <= 1) continue
    const isFacing = across
      ? box.top < at.bottom - 1 && box.bottom > at.top + 1
      : box.left < at.right - 1 && box.right > at.left + 1
    if (across && !isFacing) continue
    const aside = Math.abs(across ? box.y - at.y : box.x - at.x)
    const far = ahead + aside * (isFacing ? 0.01 : 2)
    if (!best || far < best.far) best = { cell, far }
  }
  return best?.cell ?? null
}

const ends = { Home: cells => cells[0], End: cells => cells.at(-1) }

const tabTo = cell => {
  for (const each of find('#forms').querySelectorAll('td[tabindex="0"]')) each.tabIndex = -1
  cell.tabIndex = 0
}

export const focusCell = key => {
  const cell = document.getElementById(key)
  if (!cell) return
  tabTo(cell)
  cell.focus({ preventScroll: true })
  bring(cell, scrollerOf(cell))
}

const onKey = event => {
  const cell = event.target.closest('td[id]')
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return
  const inTable = [...cell.closest('table').querySelectorAll('td[id]')]
  const to = event.key.startsWith('Arrow') ? nextCell(cell, event.key) : ends[event.key]?.(inTable)
  if (event.key.startsWith('Arrow') || ends[event.key]) event.preventDefault()
  if (!to) return
  focusCell(to.id)
  chooseCell(to.id, 'forms')
}

const onClick = event => {
  const link = event.target.closest('a[href^="#f"]')
  if (link) {
    event.preventDefault()
    const finding = viewNow().report.findings[Number(link.hash.slice(2)) - 1]
    if (finding) chooseFinding(finding.id, 'forms')
    return
  }
  const cell = event.target.closest('td[id]')
  if (!cell) return
  if (event.target.closest('a[href^="#open-"]')) {
    event.preventDefault()
    showSheet('confirm')
  }
  focusCell(cell.id)
  chooseCell(cell.id, 'forms')
}

const formOf = ({ title, recognised, html }) => {
  const box = element('div', { className: 'of-form' })
  if (!recognised)
    box.append(
      element('h3', {}, title),
      element('p', { className: 'quiet' }, word(html ? 'notRecognised' : 'noEdition')),
    )
  if (!html) return box
  // Made by the service of its own markup and escaped words alone.
  box.insertAdjacentHTML('beforeend', html)
  const table = box.querySelector('table')
  table.setAttribute('role', 'grid')
  table.setAttribute('aria-label', title)
  const scroll = box.querySelector('.scroll')
  for (const name of ['tabindex', 'role', 'aria-label']) scroll.removeAttribute(name)
  for (const cell of box.querySelectorAll('td[id]')) cell.tabIndex = -1
  for (const link of box.querySelectorAll('td a')) link.tabIndex = -1
  return box
}

const draw = ({ report }) => {
  const had = document.activeElement?.closest('#forms td')?.id
  const { scrollTop, scrollLeft } = find('#forms')
  find('#forms').replaceChildren(...(report?.forms ?? []).map(formOf))
  find('#forms').scrollTo(scrollLeft, scrollTop)
  const first = figures()[0]
  if (first) first.tabIndex = 0
  if (had) focusCell(had)
}

const mark = (chosen, from) => {
  const { cell, finding } = chosen
  for (const each of find('#forms').querySelectorAll('.chosen-cell, .of-finding')) {
    each.classList.remove('chosen-cell', 'of-finding')
    each.removeAttribute('aria-selected')
  }
  const whole = findingOf(finding)?.cells ?? []
  for (const key of markedCells()) {
    const each = document.getElementById(key)
    each?.classList.add(whole.includes(key) ? 'of-finding' : 'chosen-cell')
  }
  const own = cell && document.getElementById(cell)
  if (!own) return
  own.classList.add('chosen-cell')
  own.setAttribute('aria-selected', 'true')
  if (from !== 'forms') tabTo(own)
  // Where findings and tables scroll together, the finding is what is looked at.
  const isAside = seesBoth() || !chosen.finding
  if (from !== 'forms' && from !== 'load' && isAside) bring(own, scrollerOf(own))
}

export const startTables = () => {
  onLoad(draw)
  onChoose(mark)
  find('#forms').addEventListener('keydown', onKey)
  find('#forms').addEventListener('click', onClick)
  find('#forms').addEventListener('focusin', event => {
    const cell = event.target.closest('td[id]')
    if (cell && chosenNow().cell !== cell.id) chooseCell(cell.id, 'forms')
  })
}
