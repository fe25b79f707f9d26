import { kindOf, rowOf } from './rows.js'
import { filesOfDrop, filesOfInput, sendAll } from './send.js'
import { fillWords, word } from './words.js'

const find = selector => document.querySelector(selector)
const entries = new Map()
const rows = new Map()
let wanted = null

const kinds = ['invalid', 'needsReview', 'rejected', 'failed', 'notAssessable', 'valid']

const matches = entry => {
  if (wanted && kindOf(entry) !== wanted) return false
  const text = [entry.key, entry.result?.authority, entry.result?.year].join(' ').toLowerCase()
  return text.includes(find('#search').value.trim().toLowerCase())
}

const filterButton = (kind, label, count) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = `${label} ${count}`
  button.setAttribute('aria-pressed', String(wanted === kind))
  button.addEventListener('click', () => {
    wanted = kind
    show()
    find('#filters [aria-pressed="true"]').focus()
  })
  return button
}

const show = () => {
  const all = [...entries.values()]
  const counted = kinds
    .map(kind => [kind, all.filter(entry => kindOf(entry) === kind).length])
    .filter(([kind, count]) => count > 0 || kind === wanted)
  find('#filters').replaceChildren(
    filterButton(null, word('all'), all.length),
    ...counted.map(([kind, count]) => filterButton(kind, word(`result.${kind}`), count)),
  )
  for (const [key, row] of rows) row.hidden = !matches(entries.get(key))
  find('#table').hidden = all.length === 0
  find('#none').hidden = all.length > 0
}

let drawing = false
/** Two hundred changes in one moment are drawn once. */
const showSoon = () => {
  if (drawing) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    show()
  })
}

const put = entry => {
  entries.set(entry.key, entry)
  const row = rowOf(entry)
  const old = rows.get(entry.key)
  if (old) {
    if (old.querySelector('details[open]')) row.querySelector('details')?.setAttribute('open', '')
    old.replaceWith(row)
  } else find('#rows').prepend(row)
  rows.set(entry.key, row)
  showSoon()
}

const remove = key => {
  entries.delete(key)
  rows.get(key)?.remove()
  rows.delete(key)
  showSoon()
}

const timeOf = entry => entry.result?.time ?? ''

const load = async () => {
  const response = await fetch('/api/reports')
  const known = (await response.json()).toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  const keys = new Set(known.map(entry => entry.key))
  for (const key of [...entries.keys()]) if (!keys.has(key)) remove(key)
  for (const entry of known) put(entry)
  showSoon()
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
    if (change.entry) put(change.entry)
    else remove(change.removed)
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
      await sendAll(filesOfInput(find(input)))
      find(input).value = ''
    })
  }
}

fillWords()
find('#search').addEventListener('input', show)
takeDrops()
listen()
