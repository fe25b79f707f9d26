import { openActions, openFiles, openQuestion } from './actions.js'
import { button, element, nameRoles } from './dom.js'
import { deskOf, kindOf } from './filter.js'
import { isMarked, mark, nameOf } from './store.js'
import { language, word } from './words.js'

/** The row of one file: one line, whatever there is to tell of it. */

const stages = ['reading', 'checking', 'writing']

/** The verdict, or how far the file is: three marks fill as it is read, checked and written. */
export const badge = entry => {
  const kind = kindOf(entry)
  const label = word(entry.state === 'done' ? `result.${kind}` : `state.${kind}`)
  const made = element('span', { className: `badge ${kind}` }, label)
  if (entry.state === 'done' || entry.state === 'stuck') return made
  const at = stages.indexOf(entry.state)
  const marks = stages.map((_, index) => element('i', { className: index <= at ? 'past' : '' }))
  const steps = element('span', { className: 'steps' }, ...marks)
  steps.setAttribute('aria-hidden', 'true')
  made.append(steps)
  return made
}

/** How many files an archive held, and what came of them. */
const insideOf = ({ files, verdicts }) => {
  const counts = Object.entries(verdicts ?? {}).filter(([, count]) => count > 0)
  const parts = counts.map(([kind, count]) => `${word(`result.${kind}`)} ${count}`)
  return [`${files} ${word('inArchive')}`, ...parts].join(' · ')
}

/** What stands behind the name: why there is no report, or which file it is. */
const besideName = ({ key, note, result }) => {
  if (note) return element('span', { className: 'why' }, note[language])
  if (result?.reason) return element('span', { className: 'why' }, result.reason.sentence[language])
  if (result?.outcome === 'unpacked') return element('span', { className: 'file' }, insideOf(result.unpacked))
  return result?.authority ? element('bdi', { className: 'file' }, key) : null
}

const fileOf = key => key.slice(key.indexOf('\n') + 1)

const whose = entry => {
  const { key, result } = entry
  const unit = deskOf(entry).unit?.name ?? result?.authority
  const main = unit
    ? element('strong', {}, element('bdi', {}, unit))
    : element('bdi', { className: 'own' }, fileOf(key))
  const line = element(
    'span',
    { className: 'line', title: unit ? `${unit}\n${key}` : fileOf(key) },
    main,
    ' ',
    besideName(entry),
  )
  return line
}

/** On a narrow screen the number says of what. */
const count = (name, value, grave) =>
  element(
    'td',
    {
      className: `number ${name}${value > 0 && grave ? ' grave' : ''}${value === 0 ? ' nought' : ''}`,
      data: { name: word(name) },
    },
    value === undefined ? '' : String(value),
  )

/** 已更正 3 · 未更正 1 · 新增 0 */
const changesText = ({ corrected, uncorrected, added }) =>
  `${word('corrected')} ${corrected} · ${word('uncorrected')} ${uncorrected} · ${word('added')} ${added}`

const changesOf = entry => {
  const { changes, earlier } = deskOf(entry)
  if (changes) return changesText(changes)
  return earlier.length > 0 ? `${word('handedIn')} ${earlier.length + 1}` : ''
}

const tag = (text, title = '') => element('span', { className: 'tag', title }, text)

/** Open questions are asked by a button; what is settled is told. */
const marksOf = entry => {
  const { standing, open, excluded, decided, entered } = deskOf(entry)
  const marks = []
  if (open) {
    const made = button(word(`open.${open.reason}`), { className: 'tag asks' }, () =>
      openQuestion(made, entry),
    )
    made.setAttribute('aria-haspopup', 'dialog')
    made.setAttribute('aria-label', `${word(`open.${open.reason}`)} ${nameOf(entry)}`)
    made.dataset.part = 'question'
    marks.push(made)
  }
  if (['excluded', 'replaced', 'sample'].includes(standing))
    marks.push(tag(word(`standing.${standing}`), excluded?.reason))
  if (entered > 0) marks.push(tag(`${word('entered')} ${entered}`, word('enteredMore')))
  if (decided > 0) marks.push(tag(`${word('decided')} ${decided}`, word('decidedMore')))
  return marks
}

/** Where the file is looked at beside its original. */
export const reportAddress = key =>
  `/report?key=${encodeURIComponent(key)}${language === 'en' ? '&lang=en' : ''}`

const hasReport = ({ state, result }) => state === 'done' && result?.outcome === 'validated'

/** There is something to write back of. */
export const hasNotice = ({ state, result }) =>
  state === 'done' &&
  (result?.outcome === 'rejected' || (result?.counts?.errors ?? 0) + (result?.counts?.warnings ?? 0) > 0)

const action = (part, text, made, entry) => {
  made.className = 'action'
  made.dataset.part = part
  made.setAttribute('aria-label', `${text} ${nameOf(entry)}`)
  return made
}

const menuButton = (part, text, entry, open) => {
  const made = action(
    part,
    text,
    button(`${text} ▾`, {}, () => open(made, entry)),
    entry,
  )
  made.setAttribute('aria-haspopup', 'menu')
  made.setAttribute('aria-expanded', 'false')
  return made
}

const gap = () => {
  const made = element('span', { className: 'action gap' })
  made.setAttribute('aria-hidden', 'true')
  return made
}

const actionsOf = (entry, { notice }) => {
  const { key, state, result } = entry
  if (state === 'sending') return []
  const link = text => action('view', text, element('a', { href: reportAddress(key) }, text), entry)
  return [
    hasReport(entry) ? link(word('view')) : gap(),
    hasNotice(entry)
      ? action(
          'notice',
          word('notice'),
          button(word('notice'), {}, () => notice(key)),
          entry,
        )
      : gap(),
    result && Object.keys(result.files).length > 0
      ? menuButton('files', word('results'), entry, openFiles)
      : gap(),
    menuButton('more', word('more'), entry, openActions),
  ]
}

const pickOf = entry => {
  const { key } = entry
  const box = element('input', { type: 'checkbox', checked: isMarked(key) })
  box.dataset.part = 'pick'
  box.setAttribute('aria-label', `${word('pick')} ${nameOf(entry)}`)
  box.addEventListener('change', () => mark([key], box.checked))
  return box
}

const unfoldOf = (entry, { isOpen, unfold }) => {
  if (!entry.result && !entry.note) return gap()
  const made = button('', { className: 'unfold' }, () => unfold(entry.key))
  made.dataset.part = 'findings'
  made.setAttribute('aria-label', `${word('findings')} ${nameOf(entry)}`)
  made.setAttribute('aria-expanded', String(isOpen))
  return made
}

/** Of the keyboard's stops a list has those of its current row alone. */
export const makeStops = (row, on) => {
  for (const stop of [row, ...row.querySelectorAll('a, button, input')]) stop.tabIndex = on ? 0 : -1
}

/** `how` tells whether the row is open or the current one, and what its buttons do. */
export const rowOf = (entry, how) => {
  const { key, state, result } = entry
  const { standing } = deskOf(entry)
  const counts = state === 'done' ? result?.counts : undefined
  const name = element('th', { scope: 'row', className: 'name' }, unfoldOf(entry, how), whose(entry))
  const row = element(
    'tr',
    { className: standing === 'counted' || standing === 'none' ? '' : 'aside' },
    element('td', { className: 'pick' }, pickOf(entry)),
    name,
    element('td', { className: 'year' }, result?.year ? String(result.year) : ''),
    element('td', { className: 'verdict' }, badge(entry)),
    count('errors', counts?.errors, true),
    count('warnings', counts?.warnings, false),
    element('td', { className: 'changes' }, changesOf(entry)),
    element('td', { className: 'marks' }, ...marksOf(entry)),
    element('td', { className: 'actions' }, ...actionsOf(entry, how)),
  )
  nameRoles(row, ...row.children)
  for (const part of row.querySelectorAll('[data-part]')) part.dataset.of = key
  row.dataset.key = key
  row.dataset.kind = kindOf(entry)
  row.dataset.standing = standing
  if (isMarked(key)) row.classList.add('marked')
  makeStops(row, how.isCurrent)
  return row
}
