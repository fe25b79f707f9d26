import { choosePlace } from './actions.js'
import { exclude, openNotice, removeFiles } from './acts.js'
import { detailOf } from './detail.js'
import { element, find, nameRoles, soon } from './dom.js'
import { deskOf, filterOf, queryOf } from './filter.js'
import { sorted } from './order.js'
import { showProgress } from './progress.js'
import { makeStops, reportAddress, rowOf } from './rows.js'
import { isCounted, sift } from './sift.js'
import { all, entryOf, isMarked, mark, markedKeys, whenChanged } from './store.js'
import { showToolbar, startToolbar } from './toolbar.js'
import { windowOf } from './window.js'

/** The list of files: filtered, sorted, walked with the keyboard; drawn are the rows near the screen. */

const columns = 9
let filter = filterOf(new URLSearchParams(location.search))
/** Until a person has said which year, it is the newest there is when the list comes first. */
let yearIsOpen = !new URLSearchParams(location.search).has('year')
let sorting = null
let order = null
let current = null
let list = null

const showEmptiness = (entries, shown) => {
  const samples = entries.filter(entry => deskOf(entry).standing === 'sample').length
  find('#samples').hidden = samples === 0
  find('#samples-count').textContent = String(samples)
  find('#table').hidden = shown.length === 0
  find('#none').hidden = entries.length > 0
  find('#nothing-matches').hidden = entries.length === 0 || shown.length > 0
  find('#toolbar').hidden = entries.length === 0
  find('#shown').textContent = String(shown.length)
}

const showMarked = () => {
  const count = markedKeys().length
  find('#marked').hidden = count === 0
  find('#marked-count').textContent = String(count)
  const shown = list.items()
  const on = shown.filter(({ key }) => isMarked(key)).length
  Object.assign(find('#pick-all'), {
    checked: on > 0 && on === shown.length,
    indeterminate: on > 0 && on < shown.length,
  })
  const query = String(queryOf({ keys: markedKeys() }))
  for (const link of document.querySelectorAll('#marked a')) link.href = `${link.dataset.path}?${query}`
}

const address = () => {
  const query = queryOf(filter)
  if (filter.year === null && !yearIsOpen) query.set('year', 'all')
  if (yearIsOpen) query.delete('year')
  const lang = new URLSearchParams(location.search).get('lang')
  if (lang) query.set('lang', lang)
  const text = String(query)
  history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`)
}

const show = () => {
  const entries = all()
  order ??= sorted(entries, sorting)
  const { shown, facets } = sift(order, filter)
  showEmptiness(entries, shown)
  find('#table').setAttribute('aria-rowcount', String(shown.length + 1))
  list.set(shown)
  if (!shown.some(({ key }) => key === current)) setCurrent(shown[0]?.key ?? null)
  showToolbar({ filter, facets })
  showProgress(entries)
  showMarked()
}

const showSoon = soon(show, 80)

/** The year that is shown where nobody has chosen one. */
export const chooseNewestYear = () => {
  if (!yearIsOpen) return
  const years = all()
    .filter(isCounted)
    .map(({ result }) => result?.year ?? 0)
  filter = { ...filter, year: years.reduce((a, b) => Math.max(a, b), 0) || null }
  showSoon()
}

export const changeFilter = change => {
  filter = { ...filter, ...change }
  if ('year' in change) yearIsOpen = false
  address()
  if (list.opened()) list.open(null, null)
  show()
  const top = find('#table').getBoundingClientRect().top
  if (scrollY > 0 && top < 0) scrollTo({ top: 0, behavior: 'instant' })
}

export const shownYear = () => filter.year

/** How much of the window is covered by what stays at its top. */
const covered = () =>
  ['header', '#bar', '#table thead th']
    .map(find)
    .filter(part => getComputedStyle(part).position === 'sticky')
    .reduce((sum, part) => sum + part.offsetHeight, 0)

const isCurrent = key => key === current

const setCurrent = key => {
  if (current === key) return
  const before = list.rowOf(current)
  current = key
  if (before) makeStops(before, false)
  const row = list.rowOf(key)
  if (row) makeStops(row, true)
}

const goTo = index => {
  const items = list.items()
  const at = Math.max(0, Math.min(items.length - 1, index))
  if (!items[at]) return
  setCurrent(items[at].key)
  list.reveal(at, covered(), 8)
  list.rowOf(current)?.focus({ preventScroll: true })
}

/** Opens what is under a row, one at a time. */
const unfold = key => {
  const entry = entryOf(key)
  const before = list.opened()
  const isOpen = before === key
  const cell = element('td', { colSpan: columns })
  if (entry && !isOpen) cell.append(detailOf(entry, anchor => choosePlace(anchor, entry)))
  const row = element('tr', { className: 'under' }, cell)
  nameRoles(row, cell)
  list.open(isOpen || !entry ? null : key, isOpen || !entry ? null : row)
  for (const each of [before, key]) if (each) redraw(each)
}

const draw = entry =>
  rowOf(entry, {
    isCurrent: isCurrent(entry.key),
    isOpen: list?.opened() === entry.key,
    unfold,
    notice: openNotice,
  })

/** Draws a row anew with the focus where it was. */
const redraw = key => {
  const old = list.rowOf(key)
  if (!old) return
  const inside = old.contains(document.activeElement)
  const part = inside ? document.activeElement.dataset.part : null
  const row = list.again(key, entryOf(key))
  if (!row || !inside) return
  const to = part ? row.querySelector(`[data-part="${part}"]`) : row
  ;(to ?? row).focus({ preventScroll: true })
}

const sortBy = by => {
  const again = sorting?.by === by
  sorting = again && sorting.down ? null : { by, down: again }
  for (const made of document.querySelectorAll('[data-sort]')) {
    const own = sorting?.by === made.dataset.sort
    const cell = made.closest('th')
    if (own) cell.setAttribute('aria-sort', sorting.down ? 'descending' : 'ascending')
    else cell.removeAttribute('aria-sort')
  }
  order = null
  show()
}

const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }

const keys = {
  Home: () => goTo(0),
  End: () => goTo(list.items().length - 1),
  Enter: () => {
    const entry = entryOf(current)
    if (entry?.result?.outcome === 'validated') location.assign(reportAddress(current))
    else unfold(current)
  },
  ' ': () => {
    mark([current], !isMarked(current))
  },
  ArrowRight: () => list.opened() !== current && unfold(current),
  ArrowLeft: () => list.opened() === current && unfold(current),
  Delete: () => removeFiles(markedKeys().length > 0 ? markedKeys() : [current]),
  ContextMenu: () => list.rowOf(current)?.querySelector('[data-part=more]')?.click(),
}

const press = event => {
  const row = event.target.closest('tr[data-key]')
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const isRow = event.target === row
  const run =
    event.key in steps
      ? () => goTo(list.indexOf(current) + steps[event.key])
      : isRow
        ? keys[event.key]
        : undefined
  if (!run || (event.target.getAttribute('aria-expanded') === 'true' && !isRow)) return
  event.preventDefault()
  run()
}

const click = event => {
  const row = event.target.closest('tr[data-key]')
  if (!row || event.target.closest('a, button, input, label') || String(getSelection()) !== '') return
  setCurrent(row.dataset.key)
  row.focus({ preventScroll: true })
  unfold(row.dataset.key)
}

const place = 'gongkai.place'

/** What the page of a report asks for to go on to the next, and back: the reports as they are listed, and the list's address. */
const listed = 'gongkai.list'

/** Where somebody left for a report the list is shown again. */
const keepPlace = () => {
  addEventListener('pagehide', () => {
    const isFocused = find('#rows').contains(document.activeElement)
    sessionStorage.setItem(place, JSON.stringify({ key: current, isFocused, y: scrollY, year: filter.year }))
    const keys = list.items().flatMap(({ key, result }) => (result?.outcome === 'validated' ? [key] : []))
    sessionStorage.setItem(listed, JSON.stringify({ keys, address: location.pathname + location.search }))
  })
}

export const restorePlace = () => {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null')
  sessionStorage.removeItem(place)
  if (!kept?.isFocused) return
  if (yearIsOpen) filter = { ...filter, year: kept.year }
  show()
  scrollTo({ top: kept.y, behavior: 'instant' })
  if (list.indexOf(kept.key) >= 0) goTo(list.indexOf(kept.key))
}

export const focusList = () => goTo(Math.max(0, list.indexOf(current)))

/** The texts that words are looked for in are put together before somebody types. */
export const prepareSearch = () => requestIdleCallback(() => sift(all(), { ...filter, text: '\n' }))

export const measureList = () => list.measure()

export const startList = () => {
  const body = find('#rows')
  list = windowOf({ body, columns, keyOf: ({ key }) => key, draw })
  startToolbar({
    change: changeFilter,
    ofYear: () => all().filter(({ result }) => filter.year === null || result?.year === filter.year),
  })
  body.addEventListener('keydown', press)
  body.addEventListener('click', click)
  body.addEventListener('focusin', event => {
    const row = event.target.closest('tr[data-key]')
    if (row) setCurrent(row.dataset.key)
  })
  for (const made of document.querySelectorAll('[data-sort]'))
    made.addEventListener('click', () => sortBy(made.dataset.sort))
  find('#pick-all').addEventListener('change', ({ target }) =>
    mark(
      list.items().map(({ key }) => key),
      target.checked,
    ),
  )
  find('#marked-exclude').addEventListener('click', () => exclude(markedKeys()))
  find('#marked-remove').addEventListener('click', () => removeFiles(markedKeys()))
  find('#marked-none').addEventListener('click', () => mark(markedKeys(), false))
  whenChanged(key => {
    if (key === null) {
      for (const { key: each } of list.items()) {
        const row = list.rowOf(each)
        const box = row?.querySelector('[data-part=pick]')
        if (!box) continue
        box.checked = isMarked(each)
        row.classList.toggle('marked', box.checked)
      }
      return showMarked()
    }
    order = null
    if (list.opened() === key) unfold(key)
    redraw(key)
    showSoon()
  })
  keepPlace()
  show()
}
