import { find } from '../dom.js'
import { enterBy, isEntering, stopEntering } from './enter.js'
import { nextFinding, previousFinding } from './findings.js'
import { chooseNothing, chosenNow } from './state.js'

/** Keys that work anywhere on the page, where nobody is typing. */

const isTyping = target => target.closest('input, select, textarea, dialog, [popover]') !== null

const keys = { n: nextFinding, p: previousFinding }

export const startKeys = () =>
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      if (isEntering()) stopEntering()
      else if (!isTyping(event.target)) chooseNothing()
      return
    }
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    const run = keys[event.key.toLowerCase()]
    if (run) {
      event.preventDefault()
      return run()
    }
    if (!chosenNow().cell || !find('#forms').contains(event.target)) return
    if (event.key === 'Enter' || event.key === 'F2') enterBy('')
    else if (/^[0-9]$/u.test(event.key)) enterBy(event.key)
    else return
    event.preventDefault()
  })
