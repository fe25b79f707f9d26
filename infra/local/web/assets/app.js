import { showEvent, startEvents } from './events.js'
import { isListed, keepOnly, put, remove, startList } from './list.js'
import { showSeasons } from './season.js'
import { answered, filesOfDrop, filesOfInput, sendAll } from './send.js'
import { fillWords, word } from './words.js'

const find = selector => document.querySelector(selector)

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
  else {
    early.delete(change.removed)
    remove(change.removed)
  }
}

/** Changes that come while the list is fetched: it may be older than they are. */
let held = null

const load = async () => {
  held ??= []
  try {
    showSeasons(await (await fetch('/api/seasons')).json())
    for (const entry of keepOnly(await (await fetch('/api/reports')).json())) take({ entry })
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

const takeDrops = () => {
  const zone = find('#drop')
  const over = on => event => {
    event.preventDefault()
    zone.classList.toggle('over', on)
  }
  document.addEventListener('dragover', over(true))
  document.addEventListener('dragleave', over(false))
  document.addEventListener('drop', async event => {
    over(false)(event)
    sendAll(await filesOfDrop(event.dataTransfer))
  })
  for (const [button, input] of [
    ['#choose-files', '#files'],
    ['#choose-folder', '#folder'],
  ]) {
    find(button).addEventListener('click', () => find(input).click())
    find(input).addEventListener('change', async () => {
      const files = filesOfInput(find(input))
      find(input).value = ''
      await sendAll(files)
    })
  }
}

fillWords()
startList()
startEvents()
takeDrops()
listen()
