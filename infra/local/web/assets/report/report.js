import { find } from '../dom.js'
import { startToast } from '../toast.js'
import { startConfirm } from './confirm.js'
import { startFigure } from './enter.js'
import { startFindings } from './findings.js'
import { showLost, startHead } from './head.js'
import { startKeys } from './keys.js'
import { startOriginal } from './original.js'
import { startSplits } from './split.js'
import { key, show, viewNow } from './state.js'
import { startSwitch } from './switch.js'
import { startTables } from './tables.js'
import { fillWords, word } from './words.js'

/** The page of one report beside its original. */

let loading = null

const load = async () => {
  const response = await fetch(`/api/report?key=${encodeURIComponent(key)}`).catch(() => null)
  if (!response) return showLost(word('lost'))
  if (!response.ok) return showLost(word('missing'))
  show(await response.json())
}

/** One after another; what is asked for while one is under way is done once, after it. */
const reload = () => {
  const next = (loading ?? Promise.resolve()).then(load)
  loading = next
  return next.finally(() => {
    if (loading === next) loading = null
  })
}

const listen = () => {
  const stream = new EventSource('/api/stream')
  stream.addEventListener('open', () => {
    if (viewNow()) reload()
  })
  stream.addEventListener('message', ({ data }) => {
    const change = JSON.parse(data)
    if (change.entry?.key === key || change.removed === key) reload()
  })
}

fillWords()
startToast()
startHead()
startSwitch()
startSplits()
startOriginal()
startConfirm()
startFindings()
startTables()
startFigure()
startKeys()
await reload()
listen()
find('#paper').dataset.ready = 'true'
