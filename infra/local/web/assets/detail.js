import { placeAt, replaces, separate } from './acts.js'
import { titles } from './checks.js'
import { button, element } from './dom.js'
import { deskOf } from './filter.js'
import { outputs } from './outputs.js'
import { addressOf } from './results.js'
import { entryOf, nameOf } from './store.js'
import { language, word } from './words.js'

/** What opens under a row: what was found, what is asked, what was handed in before. */

const titleOf = ({ check, title }) => (title ?? titles[check])?.[language] ?? check

const findingItem = finding =>
  element(
    'li',
    {},
    element('span', { className: `badge ${finding.severity}` }, word(finding.severity)),
    element('strong', {}, titleOf(finding)),
    element('span', {}, finding.message[language]),
    element('code', { className: 'technical' }, finding.check),
  )

const findingList = ({ findings, findingsLeftOut }) => {
  if (findings.length === 0) return element('p', { className: 'quiet' }, word('clean'))
  const list = element('ul', { className: 'found' }, ...findings.map(findingItem))
  if (findingsLeftOut > 0)
    list.append(element('li', { className: 'quiet' }, `${findingsLeftOut} ${word('leftOut')}`))
  return list
}

const reasonOf = ({ sentence, remedy }) =>
  element(
    'div',
    { className: 'reason' },
    element('p', {}, sentence[language]),
    element('p', {}, word('remedy') + remedy[language]),
  )

/** The same name and year come twice and nobody can tell whether it is one unit: a person says. */
const sameName = ({ key }, of) =>
  element(
    'div',
    {},
    element('p', {}, `${word('sameName')}`, element('bdi', {}, entryOf(of) ? of : word('anotherFile'))),
    element(
      'p',
      { className: 'answers' },
      button(word('isCorrected'), {}, () => replaces(key, of)),
      button(word('isOther'), {}, () => separate(key, of)),
    ),
  )

const whoseIsIt = ({ key }, proposals, pick) =>
  element(
    'div',
    {},
    element('p', {}, word(proposals.length > 0 ? 'whose' : 'whoseNone')),
    element(
      'p',
      { className: 'answers' },
      ...proposals.map(({ unit, name, why }) =>
        button(name, { title: why?.[language] ?? '' }, () => placeAt(key, unit, name)),
      ),
      button(word('pickUnit'), {}, ({ currentTarget }) => pick(currentTarget)),
    ),
  )

const addressBeside = key => `/report?key=${encodeURIComponent(key)}${language === 'en' ? '&lang=en' : ''}`

/** A scan: its name and year are confirmed beside its original. */
const nameIt = ({ key }) =>
  element(
    'div',
    { className: 'question' },
    element('p', {}, word('nameWaits')),
    element('p', { className: 'answers' }, element('a', { href: addressBeside(key) }, word('nameNow'))),
  )

/** What is open of an entry, with its answers; `pick` opens the choice among all units. Null where nothing is. */
export const questionOf = (entry, pick) => {
  const { open } = deskOf(entry)
  if (!open) return null
  if (open.reason === 'same-name') return sameName(entry, open.of)
  return open.reason === 'name-waits' ? nameIt(entry) : whoseIsIt(entry, open.proposals, pick)
}

const timeOf = time =>
  new Date(time).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })

const linksTo = (files, name) =>
  outputs
    .filter(({ role }) => files[role])
    .map(({ role, word: words, shown }) => {
      const how = shown ? { target: '_blank', rel: 'noopener' } : { download: '' }
      const made = element('a', { href: addressOf(files[role]), ...how }, words[language])
      made.setAttribute('aria-label', `${words[language]} ${name}`)
      return made
    })

const earlierItem = ({ key, version, time, verdict, files }) =>
  element(
    'li',
    {},
    element('time', { dateTime: time }, timeOf(time)),
    verdict ? element('span', { className: `badge ${verdict}` }, word(`result.${verdict}`)) : null,
    element('bdi', {}, key),
    ...linksTo(files ?? {}, timeOf(time)),
    element('code', { className: 'technical' }, version),
  )

const earlierOf = ({ earlier }) =>
  earlier.length === 0
    ? null
    : element(
        'div',
        {},
        element('h3', {}, word('earlier')),
        element('ul', { className: 'earlier' }, ...earlier.map(earlierItem)),
      )

const excludedOf = ({ excluded }) =>
  excluded &&
  element(
    'p',
    {},
    `${word('excludedSince')}${excluded.reason}`,
    element('span', { className: 'quiet' }, `${excluded.by} · ${timeOf(excluded.at)}`),
  )

const matchedOf = ({ unit }, { result }) =>
  unit && result?.authority && unit.name !== result.authority
    ? element('p', { className: 'quiet' }, `${word('printedAs')}“${result.authority}”`)
    : null

const technicalOf = ({ key, result }) =>
  element(
    'p',
    { className: 'technical' },
    element('code', {}, [key, result?.sha256, result?.time].filter(Boolean).join(' · ')),
  )

/** `pick(anchor)` opens the choice among all units. */
export const detailOf = (entry, pick) => {
  const desk = deskOf(entry)
  const { result, note } = entry
  return element(
    'div',
    { className: 'detail', ariaLabel: `${word('findings')} ${nameOf(entry)}` },
    questionOf(entry, pick),
    excludedOf(desk),
    note ? element('p', { className: 'reason' }, note[language]) : null,
    result?.reason ? reasonOf(result.reason) : null,
    result?.outcome === 'validated' ? findingList(result) : null,
    matchedOf(desk, entry),
    earlierOf(desk),
    technicalOf(entry),
  )
}
