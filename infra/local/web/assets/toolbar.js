import { titles } from './checks.js'
import { button, element, find } from './dom.js'
import { deskOf, queryOf } from './filter.js'
import { kinds } from './order.js'
import { chooseUnit } from './units.js'
import { language, word } from './words.js'

/** What stands above the list: the year, the filters with how many each would show, and the downloads that follow them. */

const buttons = new Map()

/** A choice that somebody is looking at is not changed under their eyes. */
const fill = (select, options, chosen) => {
  if (document.activeElement === select && select.matches(':open')) return
  const text = JSON.stringify([options, chosen])
  if (select.dataset.shown === text) return
  select.dataset.shown = text
  select.replaceChildren(
    ...options.map(([value, label]) => element('option', { value, selected: value === chosen }, label)),
  )
  select.value = chosen
}

const yearOptions = years => [
  ...[...years.keys()]
    .toSorted((a, b) => b - a)
    .map(year => [String(year), `${year} ${word('batchYear')}（${years.get(year)}）`]),
  ['all', word('allYears')],
]

const checkTitle = id => titles[id]?.[language] ?? id

const checkOptions = (counts, chosen) => {
  const known = new Map(counts)
  if (chosen && !known.has(chosen)) known.set(chosen, 0)
  const options = [...known].toSorted(([, a], [, b]) => b - a)
  return [['', word('everyCheck')], ...options.map(([id, count]) => [id, `${checkTitle(id)}（${count}）`])]
}

const states = ['open', 'excluded', 'sample', 'replaced', 'corrected', 'handled']

const stateOptions = (counts, chosen) => [
  ['', word('everyState')],
  ...states
    .filter(state => counts.has(state) || state === chosen)
    .map(state => [state, `${word(`standing.${state}`)}（${counts.get(state) ?? 0}）`]),
]

const showKinds = (counts, total, wanted) => {
  for (const [kind, made] of buttons) {
    const count = kind === null ? total : (counts.get(kind) ?? 0)
    made.replaceChildren(
      kind === null ? word('all') : word(`result.${kind}`),
      ' ',
      element('b', {}, String(count)),
    )
    made.setAttribute('aria-pressed', String(wanted === kind))
    made.hidden = kind !== null && count === 0 && wanted !== kind
  }
}

const showUnit = unit => {
  find('#unit').textContent = unit ?? word('everyUnit')
  find('#unit').classList.toggle('chosen', unit !== null)
  find('#unit-clear').hidden = unit === null
}

/** `facets` is what the list has counted. */
export const showToolbar = ({ filter, facets }) => {
  fill(find('#year'), yearOptions(facets.years), filter.year === null ? 'all' : String(filter.year))
  fill(find('#check'), checkOptions(facets.check, filter.check), filter.check ?? '')
  fill(find('#state'), stateOptions(facets.state, filter.state), filter.state ?? '')
  for (const id of ['#check', '#state']) find(id).classList.toggle('chosen', find(id).value !== '')
  showKinds(facets.kind, facets.anyKind, filter.kind)
  showUnit(filter.unit)
  if (
    document.activeElement !== find('#search') &&
    find('#search').value.trim().toLowerCase() !== filter.text
  )
    find('#search').value = filter.text
  const query = String(queryOf(filter))
  for (const link of document.querySelectorAll('#downloads a'))
    link.href = `${link.dataset.path}${query === '' ? '' : `?${query}`}`
}

const openUnits = (entries, choose) => {
  const counts = new Map()
  for (const entry of entries) {
    const name = deskOf(entry).unit?.name ?? entry.result?.authority
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const units = [...counts].map(([name, count]) => ({ name, unit: name, note: `${count} ${word('files')}` }))
  chooseUnit(find('#unit'), {
    title: word('unit'),
    load: () => units.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    chosen: ({ name }) => choose(name),
  })
}

/** `change` takes parts of the filter; `ofYear` gives what the year has. */
export const startToolbar = ({ change, ofYear }) => {
  for (const kind of [null, ...kinds]) {
    const made = button('', {}, () => change({ kind }))
    buttons.set(kind, made)
    find('#filters').append(made)
  }
  const search = find('#search')
  search.addEventListener('input', () => change({ text: search.value.trim().toLowerCase() }))
  find('#year').addEventListener('change', ({ target }) =>
    change({ year: target.value === 'all' ? null : Number(target.value) }),
  )
  for (const name of ['check', 'state'])
    find(`#${name}`).addEventListener('change', ({ target }) => change({ [name]: target.value || null }))
  find('#unit').addEventListener('click', () => openUnits(ofYear(), unit => change({ unit })))
  find('#unit-clear').addEventListener('click', () => {
    change({ unit: null })
    find('#unit').focus()
  })
  find('#filter-clear').addEventListener('click', () =>
    change({ kind: null, check: null, unit: null, state: null, text: '' }),
  )
}
