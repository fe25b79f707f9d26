import { button, element, find, nameRoles, soon } from './dom.js'
import { loadRoster } from './roster-data.js'
import { mapOf } from './roster-map.js'
import { reportAddress } from './rows.js'
import { whenChanged } from './store.js'
import { nameTab, openTab, whenOpened } from './tabs.js'
import { windowOf } from './window.js'
import { language, word } from './words.js'

/** Who has to report, who has, and who is missing: as a map of squares by the unit above, and as a list. */

const states = ['overdue', 'missing', 'late', 'reported', 'not-due']
/** What a clerk asks for: reported is what came, late or not. */
const groups = {
  reported: ['reported', 'late'],
  missing: ['missing', 'overdue'],
  overdue: ['overdue'],
  late: ['late'],
}

let roster = null
let wanted = null
let text = ''
let list = null
let yearOf = () => null

const isIn = (unit, group) => group === null || groups[group].includes(unit.state)

const countOf = group => roster.units.filter(unit => unit.state !== 'not-due' && isIn(unit, group)).length

const chip = (group, label) => {
  const made = button('', { className: 'chip' }, () => {
    wanted = group
    show()
  })
  made.append(`${label} `, element('b', {}, String(countOf(group))))
  made.setAttribute('aria-pressed', String(wanted === group))
  made.dataset.group = group ?? 'all'
  return made
}

const nameOfParent = parent => roster.units.find(({ unit }) => unit === parent)?.name ?? word('noParent')

/** Units under the one above them, in the order of the roster. */
const byParent = units => {
  const known = new Map()
  for (const unit of units) {
    const name = nameOfParent(unit.parent)
    known.set(name, [...(known.get(name) ?? []), unit])
  }
  return known
}

const dayOf = iso => iso?.slice(0, 10) ?? ''

const stateOf = ({ state, due_on: due }) => {
  const days = due ? Math.floor((Date.now() - Date.parse(`${due}T23:59:59`)) / 86_400_000) : 0
  return state === 'overdue' && days > 0
    ? `${word('unit.overdue')} ${days} ${word('days')}`
    : word(`unit.${state}`)
}

const rowOf = unit => {
  const { name, parent, due_on: due, state, key, cameOn } = unit
  const link = key && element('a', { href: reportAddress(key) }, word('view'))
  link?.setAttribute('aria-label', `${word('view')} ${name}`)
  const row = element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('span', { className: 'line', title: name }, element('bdi', {}, name)),
    ),
    element(
      'td',
      { className: 'parent' },
      element('span', { className: 'line' }, parent ? nameOfParent(parent) : ''),
    ),
    element(
      'td',
      { className: 'state' },
      element('span', { className: `badge unit-${state}` }, stateOf(unit)),
    ),
    element('td', { className: 'day due' }, dayOf(due)),
    element('td', { className: 'day came' }, dayOf(cameOn)),
    element('td', { className: 'actions' }, link),
  )
  row.dataset.unit = unit.unit
  nameRoles(row, ...row.children)
  return row
}

const inOrder = units => units.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state))

const show = () => {
  find('#roster-none').hidden = roster !== null
  find('#roster-shown').hidden = roster === null
  nameTab('roster', roster ? `${word('unit.missing')} ${countOf('missing')}` : '')
  if (!roster) return
  const focused = document.activeElement?.dataset?.group
  find('#roster-filters').replaceChildren(
    chip(null, word('unit.expected')),
    ...Object.keys(groups).map(group => chip(group, word(`unit.${group}`))),
  )
  if (focused) find(`#roster-filters [data-group="${focused}"]`)?.focus()
  find('#roster-year').textContent = `${roster.year} ${word('batchYear')}`
  const shown = inOrder(
    roster.units.filter(
      unit => isIn(unit, wanted) && `${unit.name}\n${unit.unit}`.toLowerCase().includes(text),
    ),
  )
  const marked = new Set(shown.map(({ unit }) => unit))
  find('#roster-map').replaceChildren(mapOf(byParent(roster.units), marked))
  find('#roster-nothing').hidden = shown.length > 0
  find('#roster-table').hidden = shown.length === 0
  list.set(shown)
}

const load = async () => {
  roster = await loadRoster(yearOf())
  show()
}

/** What is wrong in a roster that was dropped here; the one before stands. */
export const showRosterProblems = (name, problems) => {
  const box = find('#roster-problems')
  box.hidden = problems.length === 0
  box.replaceChildren(
    element('p', {}, `“${name}”${word('rosterWrong')}`),
    element('ul', {}, ...problems.map(problem => element('li', {}, problem[language]))),
  )
}

export const loadRosterSoon = soon(load, 1000)

/** `year()` is the year that the list shows. */
export const startRoster = year => {
  yearOf = year
  list = windowOf({ body: find('#roster-rows'), columns: 6, keyOf: ({ unit }) => unit, draw: rowOf })
  find('#roster-search').addEventListener('input', ({ target }) => {
    text = target.value.trim().toLowerCase()
    show()
  })
  whenChanged(key => key !== null && loadRosterSoon())
  whenOpened(name => {
    if (name === 'roster') load().then(() => list.measure())
  })
  if (openTab() !== 'roster') load()
}
