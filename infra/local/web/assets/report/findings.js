import { act } from '../acts.js'
import { ask } from '../ask.js'
import { button, element, find } from '../dom.js'
import { bring, scrollerOf } from './bring.js'
import { showRead } from './original.js'
import { tell } from './said.js'
import { putSheet, sheets, showSheet } from './sheets.js'
import { chooseFinding, chosenNow, onChoose, onLoad, viewNow } from './state.js'
import { moment, say, word } from './words.js'

/** What was found, one line each; of the one that is chosen all there is to say, and what a person decides. */

const rows = new Map()

const decisions = { accepted: 'accepted', rejected: 'decide.rejected', explained: 'explained' }

const decide = async ({ id, title }, decision) => {
  const words = word(decisions[decision])
  const reason = await ask({
    title: `${word('decideTitle')}“${words}”`,
    text: say(title),
    label: word('reason'),
    common: word(`${decision}Common`).split('|'),
    ok: word('save'),
  })
  if (reason === null) return
  const { sha256 } = viewNow().report.source
  await act([{ kind: 'decided', finding: id, sha256, decision, reason }], `${word('decidedSaid')}${words}`)
}

const takeBack = ({ id }) => {
  const { sha256 } = viewNow().report.source
  return act([{ kind: 'decided', finding: id, sha256, decision: null, reason: '' }], word('takenBack'))
}

const numbers = ({ expected, actual, difference }) => {
  if (difference === null) return null
  const part = (name, value) => [`${word(name)} `, element('b', {}, String(value)), '　']
  return element(
    'p',
    {},
    ...part('expected', expected),
    ...part('actual', actual),
    ...part('difference', difference > 0 ? `+${difference}` : difference),
  )
}

const quoteOf = ({ section, quote }) =>
  element(
    'blockquote',
    {},
    quote,
    section ? element('small', { className: 'quiet' }, ` ${section}`) : null,
    ' ',
    button(word('inText'), { className: 'bare' }, () => showRead(quote)),
  )

const decided = finding => {
  const { decision } = finding
  if (!decision) return null
  return element(
    'p',
    { className: 'decided' },
    element('span', { className: 'tag' }, word(decisions[decision.decision])),
    ` ${decision.reason} `,
    element('small', { className: 'quiet' }, `${decision.by} ${moment(decision.at)}`),
    ' ',
    button(word('takeBack'), { className: 'bare' }, () => takeBack(finding)),
  )
}

const choices = finding => {
  const box = element(
    'fieldset',
    { className: 'decide' },
    element('legend', { className: 'unseen' }, word('decide')),
    ...Object.entries(decisions).map(([decision, words]) => {
      const made = button(word(words), {}, () => decide(finding, decision))
      const isOn = finding.decision?.decision === decision
      made.classList.toggle('chosen', isOn)
      made.setAttribute('aria-pressed', String(isOn))
      return made
    }),
  )
  return box
}

const bodyOf = finding =>
  element(
    'div',
    { className: 'more', id: `more-${finding.number}` },
    element('p', { className: 'message' }, say(finding.message)),
    numbers(finding),
    ...finding.quotes.map(quoteOf),
    decided(finding),
    choices(finding),
    element('code', { className: 'technical' }, finding.check),
  )

const rowOf = finding => {
  const { id, number, under, severity, title, place, decision } = finding
  const head = element(
    'button',
    { type: 'button', className: 'line', id: `f-${number}` },
    element('span', { className: 'number' }, number),
    element('span', { className: `badge ${severity}` }, word(severity)),
    element('span', { className: 'title' }, say(title)),
    element('bdi', { className: 'place quiet' }, place),
    decision ? element('span', { className: 'tag' }, word(decisions[decision.decision])) : null,
  )
  head.setAttribute('aria-expanded', 'false')
  head.addEventListener('click', () => chooseFinding(chosenNow().finding === id ? null : id, 'findings'))
  const row = element('li', { className: `${severity}${under ? ' under' : ''}` }, head)
  rows.set(id, { row, head, finding })
  return row
}

const step = by => {
  const all = viewNow()?.report?.findings ?? []
  if (all.length === 0) return
  const at = all.findIndex(({ id }) => id === chosenNow().finding)
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length
  chooseFinding(all[to].id, 'step')
}

export const nextFinding = () => step(1)
export const previousFinding = () => step(-1)

const barOf = findings => {
  const causes = findings.filter(({ under }) => !under)
  const done = causes.filter(({ decision }) => decision).length
  const either = sheets(causes.length)
  return [
    element('h2', { className: either ? 'unseen' : '' }, `${word('findings')} ${causes.length}`),
    either,
    causes.length > 0
      ? element('span', { className: 'quiet handled' }, `${word('decidedOf')} ${done} / ${causes.length}`)
      : null,
    element('span', { className: 'room' }),
    button(`‹ ${word('findingPrevious')}`, { title: 'P', id: 'finding-previous' }, previousFinding),
    button(`${word('findingNext')} ›`, { title: 'N', id: 'finding-next' }, nextFinding),
  ].filter(Boolean)
}

const draw = ({ report }) => {
  const had = document.activeElement?.closest('#findings') ? document.activeElement.id : ''
  const findings = report?.findings ?? []
  rows.clear()
  find('#findings-bar').replaceChildren(...barOf(findings))
  find('#list').replaceChildren(...findings.map(rowOf))
  if (report && findings.length === 0)
    find('#list').append(element('li', { className: 'quiet none' }, word('clean')))
  putSheet()
  if (had) document.getElementById(had)?.focus()
}

const mark = ({ finding: chosen }, from) => {
  if (chosen && from !== 'load' && from !== 'confirm') showSheet('findings')
  for (const [id, { row, head, finding }] of rows) {
    const isOn = id === chosen
    head.setAttribute('aria-expanded', String(isOn))
    row.classList.toggle('open', isOn)
    const body = row.querySelector('.more')
    if (!isOn) body?.remove()
    else if (!body) row.append(bodyOf(finding))
    if (isOn) head.setAttribute('aria-controls', `more-${finding.number}`)
    else head.removeAttribute('aria-controls')
    if (isOn && from !== 'load') bring(row, scrollerOf(row))
    if (isOn && from === 'step')
      tell(`${word(finding.severity)} ${finding.number}：${say(finding.title)} ${finding.place}`)
  }
}

export const startFindings = () => {
  onLoad(draw)
  onChoose(mark)
}
