import { act, exclude, openNotice } from '../acts.js'
import { button, element, find } from '../dom.js'
import { openMenu } from '../menu.js'
import { outputs } from '../outputs.js'
import { addressOf } from '../results.js'
import { put } from '../store.js'
import { language } from '../words.js'
import { earlierOf } from './earlier.js'
import { key, onLoad } from './state.js'
import { moment, say, word } from './words.js'

/** The head of the page: the ways to other reports, which one this is, how it stands, and what is done with it. */

const read = () => {
  try {
    return JSON.parse(sessionStorage.getItem('gongkai.list')) ?? {}
  } catch {
    return {}
  }
}

/** The list as it was left: its reports in their order, and its address with the filter. */
const list = read()

const keepingLanguage = address => {
  const url = new URL(address, location.origin)
  if (language === 'en') url.searchParams.set('lang', 'en')
  return url.pathname + url.search
}

const addressOfReport = other => keepingLanguage(`/report?key=${encodeURIComponent(other)}`)

const home = () => {
  const url = new URL(list.address ?? '/', location.origin)
  return keepingLanguage(url.origin === location.origin ? url.pathname + url.search : '/')
}

const step = (text, sign, other, id) => {
  const made = element('a', { className: 'step', id }, sign === '‹' ? `‹ ${text}` : `${text} ›`)
  if (other === undefined) made.setAttribute('aria-disabled', 'true')
  else made.href = addressOfReport(other)
  return made
}

const ways = () => {
  const keys = Array.isArray(list.keys) ? list.keys : []
  const at = keys.indexOf(key)
  const back = element('a', { id: 'back', href: home() }, `← ${word('back')}`)
  if (at < 0) return [back]
  return [
    back,
    step(word('previous'), '‹', keys[at - 1], 'previous'),
    element('span', { className: 'quiet number' }, `${at + 1} / ${keys.length}`),
    step(word('next'), '›', keys[at + 1], 'next'),
  ]
}

const nameOf = ({ desk, result }) => {
  const authority = desk?.unit?.name ?? result?.authority
  return authority ? [authority, result.year].filter(Boolean).join(' ') : key.slice(key.lastIndexOf('/') + 1)
}

const kindOf = ({ result, state }) => (result ? (result.verdict ?? result.outcome) : state)

const busy = new Set(['waiting', 'reading', 'checking', 'writing'])

const verdict = entry => {
  const { result, state } = entry
  if (!result) return [element('span', { className: 'quiet' }, word('waiting'))]
  const kind = kindOf(entry)
  const counts = result.counts
    ? ['errors', 'warnings', 'infos']
        .filter(name => result.counts[name] > 0)
        .map(name => element('span', { className: `count ${name}` }, `${word(name)} ${result.counts[name]}`))
    : []
  return [
    element('span', { className: `badge ${kind}` }, word(kind)),
    ...counts,
    ...(busy.has(state) ? [element('span', { className: 'quiet', role: 'status' }, word('working'))] : []),
  ]
}

const openFiles = (anchor, { result }) =>
  openMenu(anchor, [
    ...outputs
      .filter(({ role }) => result.files[role])
      .map(({ role, word: words, shown }) => ({
        text: shown ? word('savedPage') : words[language],
        href: addressOf(result.files[role]),
        link: shown ? {} : { download: '' },
      })),
    null,
    { text: word('download'), href: `/original?key=${encodeURIComponent(key)}`, link: { download: '' } },
  ])

const does = entry => {
  const { standing } = entry.desk
  const countable = ['counted', 'excluded'].includes(standing)
  const again = () => act([{ kind: 'included', key }], word('include'))
  return [
    button(word('notice'), { id: 'notice' }, () => openNotice(key)),
    countable
      ? standing === 'excluded'
        ? button(word('include'), { id: 'include' }, again)
        : button(word('exclude'), { id: 'exclude' }, () => exclude([key]))
      : null,
    entry.result
      ? button(`${word('results')} ▾`, { id: 'files', ariaHasPopup: 'menu' }, event =>
          openFiles(event.currentTarget, entry),
        )
      : null,
  ]
}

const standingOf = ({ desk }) => {
  if (desk.standing === 'excluded')
    return [
      `${word('excluded')}：${desk.excluded.reason}（${desk.excluded.by}，${moment(desk.excluded.at)}）`,
    ]
  if (desk.standing === 'replaced')
    return [
      word('replaced'),
      '　',
      element('a', { href: addressOfReport(desk.replacedBy) }, word('seeNewer')),
    ]
  if (desk.standing === 'sample' || desk.standing === 'open') return [word(desk.standing)]
  return null
}

const notes = view => {
  const { entry } = view
  const standing = standingOf(entry)
  return [
    entry.note ? element('p', { className: 'reason' }, say(entry.note)) : null,
    standing ? element('p', {}, ...standing) : null,
    entry.desk.earlier.length > 0 ? earlierOf(view) : null,
  ].filter(Boolean)
}

export const showLost = text => {
  find('#notes').replaceChildren(element('p', { className: 'reason', role: 'alert' }, text))
}

const drawHead = view => {
  const { entry } = view
  put(entry)
  document.body.classList.toggle('no-report', !view.report)
  const name = nameOf(entry)
  document.title = `${name} · ${word('title')}`
  const focused = document.activeElement?.closest('#head')?.contains(document.activeElement)
    ? document.activeElement.id
    : ''
  find('#name').textContent = name
  find('#name').title = key
  find('#verdict').replaceChildren(...verdict(entry))
  find('#does').replaceChildren(...does(entry).filter(Boolean))
  find('#notes').replaceChildren(...notes(view))
  if (focused) document.getElementById(focused)?.focus()
}

export const startHead = () => {
  find('#ways').append(...ways())
  find('#name').textContent = key.slice(key.lastIndexOf('/') + 1)
  onLoad(drawHead)
}
