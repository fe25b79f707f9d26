import { find } from './dom.js'
import { word } from './words.js'

/** The three views of the desk; the address keeps which one is open. */

const names = ['reports', 'roster', 'season']
const listeners = []

export const whenOpened = listener => listeners.push(listener)

export const openTab = () => names.find(name => location.hash === `#${name}`) ?? 'reports'

const show = () => {
  const open = openTab()
  for (const name of names) {
    const tab = find(`#tab-${name}`)
    tab.setAttribute('aria-selected', String(name === open))
    tab.tabIndex = name === open ? 0 : -1
    find(`#${name}-panel`).hidden = name !== open
  }
  for (const listener of listeners) listener(open)
}

export const goToTab = name => {
  const hash = name === 'reports' ? ' ' : `#${name}`
  history.replaceState(null, '', hash === ' ' ? location.pathname + location.search : hash)
  show()
}

export const nameTab = (name, count) => {
  find(`#tab-${name}`).replaceChildren(word(`tab.${name}`), ...(count === '' ? [] : [' ', count]))
}

export const startTabs = () => {
  const list = find('[role=tablist]')
  list.addEventListener('click', ({ target }) => {
    const tab = target.closest('[role=tab]')
    if (tab) goToTab(tab.id.slice('tab-'.length))
  })
  list.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const to = names[(names.indexOf(openTab()) + step + names.length) % names.length]
    goToTab(to)
    find(`#tab-${to}`).focus()
  })
  addEventListener('hashchange', show)
  show()
}
