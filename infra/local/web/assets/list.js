import { noteProgress, showProgress } from './progress.js'
import { kindOf, rowOf } from './rows.js'
import { word } from './words.js'

/** The list of reports: what is known of each, filtered, searched and sorted. */

const find = selector => document.querySelector(selector)
const entries = new Map()
const rows = new Map()
const buttons = new Map()
let wanted = null
let sorting = null

/** Gravest first: in this order people work through them. */
const kinds = ['invalid', 'needsReview', 'rejected', 'failed', 'stuck', 'notAssessable', 'valid', 'unpacked']

const matches = (entry, text) => {
  if (wanted && kindOf(entry) !== wanted) return false
  return [entry.key, entry.result?.authority, entry.result?.year].join(' ').toLowerCase().includes(text)
}

const values = {
  name: ({ key, result }) => result?.authority ?? key,
  year: ({ result }) => result?.year ?? -1,
  verdict: entry => kinds.indexOf(kindOf(entry)),
  errors: ({ result }) => result?.counts?.errors ?? -1,
  warnings: ({ result }) => result?.counts?.warnings ?? -1,
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

const compare = (a, b) => {
  const [left, right] = [values[sorting.by](a), values[sorting.by](b)]
  const order = typeof left === 'string' ? collator.compare(left, right) : left - right
  return sorting.down ? -order : order
}

/** The newest on top until somebody asks for another order. */
const sorted = () => {
  const all = [...entries.values()].reverse()
  return sorting ? all.sort(compare) : all
}

/** Rows are moved only where they must: a moved one loses the keyboard's focus. */
const arrange = list => {
  let at = find('#rows').firstElementChild
  for (const { key } of list) {
    const row = rows.get(key)
    if (row === at) at = at.nextElementSibling
    else find('#rows').insertBefore(row, at)
  }
}

const showFilters = all => {
  const counts = new Map()
  for (const entry of all) counts.set(kindOf(entry), (counts.get(kindOf(entry)) ?? 0) + 1)
  for (const [kind, button] of buttons) {
    const count = kind === null ? all.length : (counts.get(kind) ?? 0)
    button.textContent = `${kind === null ? word('all') : word(`result.${kind}`)} ${count}`
    button.setAttribute('aria-pressed', String(wanted === kind))
    button.hidden = kind !== null && count === 0 && wanted !== kind
  }
}

const show = () => {
  const list = sorted()
  const text = find('#search').value.trim().toLowerCase()
  arrange(list)
  let shown = 0
  for (const entry of list) {
    const hidden = !matches(entry, text)
    rows.get(entry.key).hidden = hidden
    if (!hidden) shown += 1
  }
  showFilters(list)
  showProgress(list)
  find('#table').hidden = list.length === 0
  find('#none').hidden = list.length > 0
  find('#nothing-matches').hidden = list.length === 0 || shown > 0
  find('#downloads').hidden = !list.some(({ result }) => result)
}

let drawing = false
/** Two hundred changes in one moment are drawn once. */
const showSoon = () => {
  if (drawing) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    show()
  })
}

/** Puts an entry in its row, new or known; what is open stays open, and the focus where it is. */
export const put = entry => {
  const old = rows.get(entry.key)
  const row = rowOf(entry)
  if (old) {
    if (old.querySelector('details[open]')) row.querySelector('details')?.setAttribute('open', '')
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.part : null
    old.replaceWith(row)
    if (focused) row.querySelector(`[data-part="${focused}"]`)?.focus()
  } else find('#rows').prepend(row)
  entries.set(entry.key, entry)
  rows.set(entry.key, row)
  noteProgress(entry)
  showSoon()
}

export const remove = key => {
  entries.delete(key)
  rows.get(key)?.remove()
  rows.delete(key)
  showSoon()
}

export const isListed = key => entries.has(key)

const timeOf = entry => entry.result?.time ?? ''

/** Removes what the service does not know, and gives what it knows, oldest first. Files still on their way to it stay. */
export const keepOnly = known => {
  const keys = new Set(known.map(entry => entry.key))
  for (const entry of [...entries.values()])
    if (!keys.has(entry.key) && entry.state !== 'sending') remove(entry.key)
  return known.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

const sortBy = by => {
  const again = sorting?.by === by
  sorting = again && sorting.down ? null : { by, down: again }
  for (const button of document.querySelectorAll('[data-sort]')) {
    const own = sorting?.by === button.dataset.sort
    const cell = button.closest('th')
    if (own) cell.setAttribute('aria-sort', sorting.down ? 'descending' : 'ascending')
    else cell.removeAttribute('aria-sort')
  }
  show()
}

export const startList = () => {
  for (const kind of [null, ...kinds]) {
    const button = document.createElement('button')
    button.type = 'button'
    button.addEventListener('click', () => {
      wanted = kind
      show()
    })
    buttons.set(kind, button)
    find('#filters').append(button)
  }
  find('#search').addEventListener('input', show)
  for (const button of document.querySelectorAll('[data-sort]'))
    button.addEventListener('click', () => sortBy(button.dataset.sort))
  show()
}
