import { element } from './dom.js'
import { openBeside } from './menu.js'
import { loadRoster } from './roster-data.js'
import { language, word } from './words.js'

/** The choice of a unit: those proposed, and whatever of the list has the letters that are typed. */

const most = 40

const listed = (units, text) => {
  const wanted = text.trim().toLowerCase()
  return units.filter(({ name, unit }) => `${name}\n${unit ?? ''}`.toLowerCase().includes(wanted))
}

const optionOf = ({ name, why, note }, index) => {
  const made = element(
    'li',
    { id: `unit-option-${index}` },
    element('bdi', {}, name),
    why || note ? element('small', {}, why?.[language] ?? note) : null,
  )
  made.setAttribute('role', 'option')
  return made
}

/** `load` gives the units to choose from, `first` those shown on top; `chosen` is told which one. */
export const chooseUnit = (anchor, { title, load, first = [], chosen }) => {
  const input = element('input', { type: 'search', autocomplete: 'off', placeholder: word('unitSearch') })
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-label', title)
  input.setAttribute('aria-controls', 'unit-options')
  input.setAttribute('aria-expanded', 'true')
  input.setAttribute('aria-autocomplete', 'list')
  const list = element('ul', { id: 'unit-options' })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', title)
  const state = element('p', { className: 'quiet' })
  const box = element('div', { className: 'menu units' }, input, list, state)
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', title)
  let units = []
  let shown = []
  let at = 0
  const point = to => {
    at = Math.max(0, Math.min(shown.length - 1, to))
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === at))
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', shown.length > 0 ? `unit-option-${at}` : '')
  }
  const show = () => {
    const typed = input.value.trim() !== ''
    const proposed = new Set(first.map(({ unit }) => unit))
    const all = [...first, ...units.filter(({ unit }) => !proposed.has(unit))]
    const found = typed ? listed(all, input.value) : all
    shown = found.slice(0, most)
    list.replaceChildren(...shown.map(optionOf))
    state.textContent =
      found.length === 0
        ? word('unitNone')
        : found.length > most
          ? `${found.length - most} ${word('unitMore')}`
          : ''
    point(0)
  }
  const close = openBeside(anchor, box)
  const choose = index => {
    const unit = shown[index]
    if (!unit) return
    close()
    chosen(unit)
  }
  input.addEventListener('input', show)
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      point(at + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter') choose(at)
  })
  list.addEventListener('click', event => choose([...list.children].indexOf(event.target.closest('li'))))
  input.focus()
  show()
  Promise.resolve(load()).then(found => {
    units = found
    show()
  })
}

/** Among the units of the roster. */
export const pickUnit = (anchor, { year, proposals, chosen }) =>
  chooseUnit(anchor, {
    title: word('place'),
    first: proposals,
    load: async () => (await loadRoster(year))?.units ?? [],
    chosen,
  })
