import { button, element, find } from '../dom.js'
import { confirmCounts } from './confirm.js'
import { suggestHeight } from './split.js'
import { viewNow } from './state.js'
import { word } from './words.js'

/** Over the tables: what waits for a person, of a scan, or what was found. */

let chosen = null

const isConfirming = () => confirmCounts().all > 0 && (chosen ?? 'confirm') === 'confirm'

const put = () => {
  find('#confirm').hidden = !isConfirming()
  find('#list').hidden = isConfirming()
  find('#findings').classList.toggle('confirming', isConfirming())
  suggestHeight('above', isConfirming() ? 60 : null)
  for (const each of find('#findings-bar').querySelectorAll('[data-sheet]')) {
    const isOn = (each.dataset.sheet === 'confirm') === isConfirming()
    each.setAttribute('aria-pressed', String(isOn))
    each.classList.toggle('chosen', isOn)
  }
}

export const showSheet = sheet => {
  chosen = sheet
  put()
}

/** The choice between the two; nothing where there is nothing to confirm. */
export const sheets = count => {
  const { all, left } = confirmCounts()
  if (all === 0) return null
  const choice = (sheet, words) =>
    button(words, { data: { sheet }, id: `sheet-${sheet}` }, () => showSheet(sheet))
  return element(
    'span',
    { className: 'either' },
    choice('confirm', left > 0 ? `${word('confirm')} ${left}` : `${word('confirmed')} ${all}`),
    choice('findings', `${word('findings')} ${count}`),
  )
}

/** To be called once the bar is there. */
export const putSheet = () => {
  if (viewNow()) put()
}
