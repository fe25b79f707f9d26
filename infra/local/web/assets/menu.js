import { element } from './dom.js'

/** What opens beside a button and goes with Esc, a click elsewhere, or what was chosen in it. */

const edge = 8

/** Below the button, above it where there is no room; never beyond the window. */
const place = (box, anchor) => {
  const at = anchor.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const left = Math.max(edge, Math.min(at.right - width, innerWidth - width - edge))
  const isBelow = at.bottom + height + edge <= innerHeight || at.top < height + edge
  const top = isBelow ? Math.min(at.bottom + 4, innerHeight - height - edge) : at.top - height - 4
  box.style.setProperty('left', `${left}px`)
  box.style.setProperty('top', `${Math.max(edge, top)}px`)
}

/** The button may have been drawn anew meanwhile. */
const sameOf = anchor => {
  if (anchor.isConnected) return anchor
  const { part, of } = anchor.dataset
  return part && of ? document.querySelector(`[data-part="${part}"][data-of="${CSS.escape(of)}"]`) : null
}

/** Opens `box`; gives what closes it. The focus goes back to the button, unless something else has taken it. */
export const openBeside = (anchor, box) => {
  box.setAttribute('popover', 'auto')
  document.body.append(box)
  anchor.setAttribute('aria-expanded', 'true')
  box.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return
    const left = document.activeElement === document.body || box.contains(document.activeElement)
    box.remove()
    const back = sameOf(anchor)
    back?.setAttribute('aria-expanded', 'false')
    if (left) back?.focus()
  })
  box.showPopover()
  place(box, anchor)
  return () => box.isConnected && box.hidePopover()
}

const steps = { ArrowDown: 1, ArrowUp: -1 }

const walk = (box, event) => {
  const items = [...box.querySelectorAll('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement)
  const to =
    event.key in steps
      ? (at + steps[event.key] + items.length) % items.length
      : { Home: 0, End: items.length - 1 }[event.key]
  if (event.key === 'Tab') box.hidePopover()
  if (to === undefined) return
  event.preventDefault()
  items[to].focus()
}

const itemOf = ({ text, note, href, checked, ...how }) => {
  const made = element(href ? 'a' : 'button', href ? { href, ...how.link } : { type: 'button' }, text)
  if (note) made.append(element('small', {}, note))
  made.setAttribute('role', checked === undefined ? 'menuitem' : 'menuitemcheckbox')
  if (checked !== undefined) made.setAttribute('aria-checked', String(checked))
  made.tabIndex = -1
  return made
}

/** A menu: `items` of { text, run } or { text, href }, with null for a line between. */
export const openMenu = (anchor, items) => {
  const box = element('div', { className: 'menu' })
  box.setAttribute('role', 'menu')
  const name = anchor.getAttribute('aria-label') ?? anchor.textContent
  box.setAttribute('aria-label', name.trim())
  for (const item of items) {
    if (item === null) {
      const line = element('hr')
      line.setAttribute('role', 'separator')
      box.append(line)
      continue
    }
    const made = itemOf(item)
    made.addEventListener('click', () => {
      close()
      item.run?.()
    })
    box.append(made)
  }
  box.addEventListener('keydown', event => walk(box, event))
  const close = openBeside(anchor, box)
  box.querySelector('[role^=menuitem]')?.focus()
}
