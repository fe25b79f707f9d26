import { button, element, find } from '../dom.js'
import { drawPages, markPages, pageShown, showWords, turnPages, zoomPages } from './pages.js'
import { drawRead, markRead } from './printed.js'
import { key, onChoose, onLoad, viewNow } from './state.js'
import { seesBoth, showSide } from './switch.js'
import { say, word } from './words.js'

/** The original: its pages as pictures where it has some, else what was read of it, as it was printed. */

/** What is known of its pages: null until it is, and where there are none. */
let pages = null
let asRead = false
/** Of which bytes the pages are known. */
let known = null
let sentence = null

const isPaged = () => pages !== null && !asRead

const bar = () => {
  const { report } = viewNow()
  const name = element('bdi', { className: 'file' }, key.slice(key.lastIndexOf('/') + 1))
  name.title = key
  const tool = (text, words, run) => button(text, { title: words, ariaLabel: words, className: 'tool' }, run)
  const choice = (words, read) => {
    const made = button(words, {}, () => choose(read))
    made.setAttribute('aria-pressed', String(asRead === read))
    made.classList.toggle('chosen', asRead === read)
    return made
  }
  find('#original-bar').replaceChildren(
    ...[
      element('h2', { className: 'unseen' }, word('original')),
      name,
      isPaged() ? element('span', { className: 'quiet number', id: 'page-at' }, pageShown()) : null,
      isPaged() ? tool('−', word('smaller'), () => zoomPages(-1)) : null,
      isPaged() ? tool('+', word('wider'), () => zoomPages(1)) : null,
      isPaged() ? tool('↔', word('fit'), () => zoomPages(0)) : null,
      isPaged() ? tool('⟳', word('turn'), turnPages) : null,
      pages && report
        ? element(
            'span',
            { className: 'either' },
            choice(word('asPages'), false),
            choice(word('asRead'), true),
          )
        : null,
      element('a', { href: `/original?key=${encodeURIComponent(key)}`, download: '' }, word('download')),
    ].filter(Boolean),
  )
}

const draw = () => {
  const view = viewNow()
  bar()
  if (isPaged()) drawPages(find('#paper'), pages, view)
  else drawRead(find('#paper'), view, sentence)
  mark('load')
}

const choose = read => {
  asRead = read
  draw()
  mark('original-bar')
}

const mark = from => {
  if (isPaged()) markPages(from)
  else markRead(from)
}

/** Shows where words stand in what was read. */
export const showRead = quote => {
  if (!seesBoth()) showSide('original')
  if (isPaged() && showWords(quote)) return
  if (isPaged()) choose(true)
  markRead('quote', quote)
}

const look = async () => {
  const { report } = viewNow()
  const response = await fetch(`/original/pages?key=${encodeURIComponent(key)}`).catch(() => null)
  const answer = response?.ok || response?.status === 422 ? await response.json().catch(() => null) : null
  pages = null
  sentence = null
  if (!answer) sentence = word('gone')
  else if (answer.problem) sentence = say(answer.problem)
  else if (report && answer.sha256 !== report.source.sha256) sentence = word('changed')
  else if (answer.pages.length > 0) {
    pages = answer
    // Where no page can be shown, what was read is better than a reason on each.
    asRead = report !== null && answer.pages.every(({ without }) => without)
  }
}

const load = async view => {
  const now = view.report?.source.sha256 ?? view.entry.result?.time ?? null
  if (known === now) return draw()
  known = now
  bar()
  find('#paper').replaceChildren(element('p', { className: 'quiet' }, word('loading')))
  await look()
  draw()
}

export const startOriginal = () => {
  find('#paper').tabIndex = 0
  onLoad(load)
  onChoose((_chosen, from) => from !== 'load' && mark(from))
  find('#paper').addEventListener('bring', () => mark('bring'))
}
