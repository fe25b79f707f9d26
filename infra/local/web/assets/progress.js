import { find } from './dom.js'
import { entryOf, whenChanged } from './store.js'
import { word } from './words.js'

/** Files that were on their way since the last time nothing was, and when each was first known to be through. */
const batch = new Map()

const finished = new Set(['done', 'stuck'])
const enough = 4
const lookBackMs = 60_000
let began = 0

/** Takes note of a file on its way, also of one that is through before the list is drawn again. */
const note = key => {
  const entry = key === null ? undefined : entryOf(key)
  if (!entry) return batch.delete(key)
  const isThrough = finished.has(entry.state)
  if (!isThrough && batch.size === 0) began = performance.now()
  if (!isThrough) batch.set(key, null)
  else if (batch.has(key) && batch.get(key) === null) batch.set(key, performance.now())
}

/** By how fast it went of late; '' until enough are through to tell. */
const timeLeft = (times, left) => {
  const now = performance.now()
  const from = Math.max(began, now - lookBackMs)
  const lately = times.filter(time => time >= from).length
  if (times.length < enough || lately === 0) return ''
  const minutes = (left * (now - from)) / lately / 60_000
  if (minutes < 1) return word('underAMinute')
  return `${word('about')} ${Math.ceil(minutes)} ${word('minutes')}`
}

/** How many of the files now in hand are through, and how long it takes. Readers of the screen hear only of the end. */
export const showProgress = entries => {
  const times = [...batch.values()].filter(time => time !== null)
  const isBusy = batch.size > times.length
  find('#progress').hidden = !isBusy
  Object.assign(find('#progress-bar'), { max: Math.max(1, batch.size), value: times.length })
  const left = timeLeft(times, batch.size - times.length)
  find('#progress-text').textContent =
    `${word('through')} ${times.length} / ${batch.size}${left && ` · ${left}`}`
  if (isBusy || batch.size === 0) return
  const years = new Map()
  for (const { key, result } of entries)
    if (batch.has(key) && result?.year) years.set(result.year, (years.get(result.year) ?? 0) + 1)
  const parts = [...years]
    .toSorted(([a], [b]) => b - a)
    .map(([year, count]) => `${year} ${word('batchYear')} ${count}`)
  const which = parts.length > 1 ? `（${parts.join('，')}）` : ''
  find('#status').textContent = `${word('allThrough')}${batch.size} ${word('files')}${which}`
  batch.clear()
}

export const startProgress = () => whenChanged(note)
