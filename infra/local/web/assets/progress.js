import { word } from './words.js'

const find = selector => document.querySelector(selector)

/** Files that were on their way since the last time nothing was. */
const batch = new Set()

const finished = new Set(['done', 'stuck'])

/** Takes note of a file on its way, also of one that is through before the list is drawn again. */
export const noteProgress = ({ key, state }) => {
  if (!finished.has(state)) batch.add(key)
}

/** How many of the files now in hand are through. Readers of the screen hear only of the end. */
export const showProgress = entries => {
  const states = new Map(entries.map(({ key, state }) => [key, state]))
  for (const key of batch) if (!states.has(key)) batch.delete(key)
  const done = [...batch].filter(key => finished.has(states.get(key))).length
  const busy = batch.size > done
  find('#progress').hidden = !busy
  find('#progress-bar').max = Math.max(1, batch.size)
  find('#progress-bar').value = done
  find('#progress-text').textContent = `${word('through')} ${done} / ${batch.size}`
  if (busy || batch.size === 0) return
  find('#status').textContent = `${word('allThrough')}${batch.size} ${word('files')}`
  batch.clear()
}
