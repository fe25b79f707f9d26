import { outputs } from './outputs.js'
import { language, word } from './words.js'

/** Text always goes in as text: words of documents never become markup. */
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** What an entry counts as: its verdict, refused, failed, or how far it is. */
export const kindOf = ({ state, result }) => {
  if (state !== 'done' || !result) return state
  return result.outcome === 'validated' ? result.verdict : result.outcome
}

const stages = ['reading', 'checking', 'writing']

/** The verdict, or how far the file is: three marks fill as it is read, checked and written. */
const badge = entry => {
  const kind = kindOf(entry)
  const label = word(entry.state === 'done' ? `result.${kind}` : `state.${kind}`)
  const made = element('span', { className: `badge ${kind}` }, label)
  if (entry.state === 'done' || entry.state === 'stuck') return made
  const at = stages.indexOf(entry.state)
  const marks = stages.map((_, index) => element('i', { className: index <= at ? 'past' : '' }))
  const steps = element('span', { className: 'steps' }, ...marks)
  steps.setAttribute('aria-hidden', 'true')
  return element('span', {}, made, steps)
}

const addressOf = key => `/results/${key.split('/').map(encodeURIComponent).join('/')}`

const link = (part, key, text, name, properties = {}) => {
  const made = element('a', { href: addressOf(key), ...properties }, text)
  made.dataset.part = part
  made.setAttribute('aria-label', `${text} ${name}`)
  return made
}

/** Each says whose it is: read alone, fifty links called Excel say nothing. */
const links = (key, { files, authority, year }) => {
  const name = authority ? `${authority} ${year ?? ''}` : key
  return outputs
    .filter(({ role }) => files[role])
    .map(({ role, word: words, shown }) => {
      const how = shown ? { target: '_blank', rel: 'noopener' } : { download: '' }
      return link(role, files[role], words[language], name, how)
    })
}

const findingItem = ({ check, severity, message }) =>
  element(
    'li',
    {},
    element('span', { className: `badge ${severity}` }, word(severity)),
    ` ${message[language]} `,
    element('code', {}, check),
  )

const details = result => {
  if (result.reason)
    return element(
      'div',
      { className: 'reason' },
      element('p', {}, result.reason.sentence[language]),
      element('p', {}, word('remedy') + result.reason.remedy[language]),
    )
  if (result.outcome === 'unpacked') return element('p', { className: 'quiet' }, insideOf(result.unpacked))
  if (result.findings.length === 0) return element('p', { className: 'quiet' }, word('clean'))
  const summary = element('summary', {}, `${word('findings')} (${allFindings(result)})`)
  summary.dataset.part = 'findings'
  const made = element('details', {}, summary)
  // Two hundred reports have thousands of findings: made when somebody looks.
  made.addEventListener('toggle', () => made.append(findingList(result)), { once: true })
  return made
}

/** How many files an archive held, and what came of them. */
const insideOf = ({ files, verdicts }) => {
  const counts = Object.entries(verdicts ?? {}).filter(([, count]) => count > 0)
  const parts = counts.map(([kind, count]) => `${word(`result.${kind}`)} ${count}`)
  return [`${files} ${word('inArchive')}`, ...parts].join(' · ')
}

const findingList = result => {
  const list = element('ul', {}, ...result.findings.map(findingItem))
  if (result.findingsLeftOut > 0)
    list.append(element('li', { className: 'quiet' }, `${result.findingsLeftOut} ${word('leftOut')}`))
  return list
}

const allFindings = ({ findings, findingsLeftOut }) => findings.length + findingsLeftOut

/** The row of one entry. */
export const rowOf = entry => {
  const { key, result } = entry
  const first = element('th', { scope: 'row' })
  if (result?.authority) first.append(element('strong', {}, element('bdi', {}, result.authority)))
  first.append(element('bdi', { className: 'file' }, key.slice(key.indexOf('\n') + 1)))
  if (entry.note) first.append(element('p', { className: 'reason' }, entry.note[language]))
  if (result && entry.state === 'done') first.append(details(result))
  const count = value =>
    element('td', { className: 'number' }, result?.counts ? String(value(result.counts)) : '')
  const row = element(
    'tr',
    {},
    first,
    element('td', {}, result?.year ? String(result.year) : ''),
    element('td', {}, badge(entry)),
    count(counts => counts.errors),
    count(counts => counts.warnings),
    element('td', { className: 'links' }, ...(result ? links(key, result) : [])),
  )
  row.dataset.key = key
  row.dataset.kind = kindOf(entry)
  return row
}
