import { find } from '../dom.js'
import { word } from './words.js'

/** Handles between parts of the page: drawn by pointer or arrow keys, and remembered. */

const least = 20
const most = 80
const step = 2

const clamp = value => Math.min(most, Math.max(least, value))

const suggest = new Map()

/** Puts a handle where there is need for it, or back where it usually is, unless a person has put it somewhere. */
export const suggestHeight = (property, value) => suggest.get(property)?.(value)

const start = (handle, { property, around, across, usual, name }) => {
  const place = `gongkai.${property}`
  let now = clamp(Number(localStorage.getItem(place) ?? usual) || usual)
  const put = value => {
    now = clamp(value)
    around.style.setProperty(`--${property}`, `${now}%`)
    handle.setAttribute('aria-valuenow', String(Math.round(now)))
  }
  const keep = () => localStorage.setItem(place, String(now))
  handle.tabIndex = 0
  handle.setAttribute('role', 'separator')
  handle.setAttribute('aria-label', word(name))
  handle.setAttribute('aria-orientation', across ? 'vertical' : 'horizontal')
  handle.setAttribute('aria-valuemin', String(least))
  handle.setAttribute('aria-valuemax', String(most))
  put(now)
  suggest.set(property, value => {
    if (localStorage.getItem(place) === null) put(value ?? usual)
  })
  handle.addEventListener('pointerdown', event => {
    handle.setPointerCapture(event.pointerId)
    event.preventDefault()
    handle.focus()
  })
  handle.addEventListener('pointermove', event => {
    if (!handle.hasPointerCapture(event.pointerId)) return
    const box = around.getBoundingClientRect()
    put(
      across
        ? ((event.clientX - box.left) / box.width) * 100
        : ((event.clientY - box.top) / box.height) * 100,
    )
  })
  handle.addEventListener('pointerup', keep)
  handle.addEventListener('dblclick', () => {
    put(usual)
    keep()
  })
  handle.addEventListener('keydown', event => {
    const back = across ? 'ArrowLeft' : 'ArrowUp'
    const on = across ? 'ArrowRight' : 'ArrowDown'
    const to = { [back]: now - step, [on]: now + step, Home: least, End: most }[event.key]
    if (to === undefined) return
    event.preventDefault()
    put(to)
    keep()
  })
}

export const startSplits = () => {
  start(find('#split'), { property: 'left', around: find('#panes'), across: true, usual: 46, name: 'split' })
  start(find('#split-data'), {
    property: 'above',
    around: find('#data'),
    across: false,
    usual: 38,
    name: 'splitData',
  })
}
