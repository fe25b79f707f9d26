import { language, word } from './words.js'

/** Text always goes in as text: words of documents never become markup. */
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** What an entry counts as: its verdict, refused, failed, or still on its way. */
export const kindOf = ({ state, result }) => {
  if (state !== 'done' || !result) return state
  return result.outcome === 'validated' ? result.verdict : result.outcome
}

const badge = entry => {
  const kind = kindOf(entry)
  const label = word(entry.state === 'done' ? `result.${kind}` : `state.${kind}`)
  return element('span', { className: `badge ${kind}` }, label)
}

const addressOf = key => `/results/${key.split('/').map(encodeURIComponent).join('/')}`

const links = ({ files }) => {
  const made = []
  if (files.page) made.push(element('a', { href: addressOf(files.page), target: '_blank' }, word('open')))
  if (files.workbook) made.push(element('a', { href: addressOf(files.workbook) }, 'Excel'))
  if (files.json) made.push(element('a', { href: addressOf(files.json) }, 'JSON'))
  return made
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
  if (result.findings.length === 0) return element('p', { className: 'quiet' }, word('clean'))
  const list = element('ul', {}, ...result.findings.map(findingItem))
  if (result.findingsLeftOut > 0)
    list.append(element('li', { className: 'quiet' }, `${result.findingsLeftOut} ${word('leftOut')}`))
  return element('details', {}, element('summary', {}, `${word('findings')} (${allFindings(result)})`), list)
}

const allFindings = ({ findings, findingsLeftOut }) => findings.length + findingsLeftOut

/** The row of one entry. */
export const rowOf = entry => {
  const { key, result } = entry
  const first = element('th', { scope: 'row' })
  if (result?.authority) first.append(element('strong', {}, result.authority))
  first.append(element('span', { className: 'file' }, key))
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
    element('td', { className: 'links' }, ...(result ? links(result) : [])),
  )
  row.dataset.key = key
  row.dataset.kind = kindOf(entry)
  return row
}
