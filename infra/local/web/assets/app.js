import { clearSamples } from './acts.js'
import { find, nameRoles } from './dom.js'
import { showEvent, startEvents } from './events.js'
import {
  chooseNewestYear,
  focusList,
  measureList,
  prepareSearch,
  restorePlace,
  shownYear,
  startList,
} from './list.js'
import { startProgress } from './progress.js'
import { startRoster } from './roster.js'
import { showSeasons } from './season.js'
import { answered, takeFiles } from './send.js'
import { startSettings } from './settings.js'
import { isListed, keepOnly, put, remove } from './store.js'
import { startTabs, whenOpened } from './tabs.js'
import { startToast, undoLast } from './toast.js'
import { fillWords, word } from './words.js'

/** By key, the newest that is known of files that have no row, while files dropped here are under way. */
const early = new Map()

/**
 * The service may tell of a file before it has answered the page that sent it: with a row of its own already, the file
 * would be listed twice until then.
 */
const putWhenAnswered = entry => {
  const waits = early.has(entry.key)
  const sending = waits || isListed(entry.key) ? null : answered()
  if (!waits && !sending) return put(entry)
  early.set(entry.key, entry)
  sending?.then(() => {
    const newest = early.get(entry.key)
    early.delete(entry.key)
    if (newest) put(newest)
  })
}

const take = change => {
  if (change.seasons) showSeasons(change.seasons)
  else if (change.entry) putWhenAnswered(change.entry)
  else if (change.event) showEvent(change.event)
  else if (change.removed) {
    early.delete(change.removed)
    remove(change.removed)
  }
}

/** Changes that come while the list is fetched: it may be older than they are. */
let held = null
let isFirst = true

const load = async () => {
  held ??= []
  try {
    const [seasons, reports] = await Promise.all(
      ['/api/seasons', '/api/reports'].map(async path => (await fetch(path)).json()),
    )
    for (const entry of keepOnly(reports)) take({ entry })
    if (isFirst) {
      chooseNewestYear()
      restorePlace()
    }
    isFirst = false
    showSeasons(seasons)
    prepareSearch()
    document.body.classList.remove('loading')
  } finally {
    const changes = held ?? []
    held = null
    for (const change of changes) take(change)
  }
}

const listen = () => {
  const stream = new EventSource('/api/stream')
  // Whatever happened while nobody listened is in the list.
  stream.addEventListener('open', () => {
    if (find('#status').textContent === word('lost')) find('#status').textContent = ''
    load()
  })
  stream.addEventListener('error', () => {
    find('#status').textContent = word('lost')
  })
  stream.addEventListener('message', ({ data }) => {
    const change = JSON.parse(data)
    if (held) held.push(change)
    else take(change)
  })
}

const isTyping = ({ target }) => target.closest('input:not([type=checkbox]), textarea, select, dialog')

const shortcuts = event => {
  if (event.key === 'ArrowDown' && event.target.id === 'search') {
    event.preventDefault()
    return focusList()
  }
  if (isTyping(event)) return
  if (event.key === '/') {
    event.preventDefault()
    find('#search').focus()
  } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) undoLast()
  else if (event.key === '?') find('#keys').showModal()
  else if (event.key === 'ArrowDown' && event.target === document.body) {
    event.preventDefault()
    focusList()
  }
}

fillWords()
nameRoles(...document.querySelectorAll('table, thead, tbody, tr, th'))
startProgress()
startToast()
startList()
startTabs()
startRoster(shownYear)
startSettings()
startEvents()
takeFiles()
document.addEventListener('keydown', shortcuts)
find('#samples-clear').addEventListener('click', clearSamples)
whenOpened(name => name === 'reports' && measureList())
// What stays at the top stands below what is above it, however many lines that has.
const heights = new ResizeObserver(() => {
  const { style } = document.documentElement
  style.setProperty('--head', `${find('header').offsetHeight}px`)
  style.setProperty('--bar', `${find('#bar').offsetHeight}px`)
})
for (const part of ['header', '#bar']) heights.observe(find(part))
listen()
