import { element } from '../dom.js'
import { outputs } from '../outputs.js'
import { addressOf } from '../results.js'
import { chooseFinding, findingOf } from './state.js'
import { moment, say, word } from './words.js'

/** What was handed in before, and what has been mended since. */

const count = (name, list) => element('span', { className: `count ${name}` }, `${word(name)} ${list.length}`)

const items = list => element('ul', {}, ...list.map(each => element('li', {}, ...each)))

const linkTo = id => {
  const finding = findingOf(id)
  const made = element(
    'button',
    { type: 'button', className: 'bare' },
    `${finding.number}. ${say(finding.title)}`,
  )
  made.addEventListener('click', () => chooseFinding(id, 'earlier'))
  return [made, ` ${finding.place}`]
}

const changesOf = ({ corrected, uncorrected, added }) => {
  const parts = [
    ['corrected', corrected.map(({ title, place }) => [`${say(title)} ${place}`])],
    ['uncorrected', uncorrected.filter(findingOf).map(linkTo)],
    ['added', added.filter(findingOf).map(linkTo)],
  ]
  return element(
    'div',
    { className: 'changes' },
    ...parts
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) =>
        element('section', {}, element('h3', {}, `${word(name)} ${list.length}`), items(list)),
      ),
  )
}

const shownRole = outputs.find(({ shown }) => shown)?.role

const versionOf = ({ key, time, verdict, files }) => [
  files[shownRole]
    ? element('a', { href: addressOf(files[shownRole]) }, key.slice(key.lastIndexOf('/') + 1))
    : key,
  ` ${word('handedIn')} ${moment(time)} `,
  verdict ? element('span', { className: `badge ${verdict}` }, word(verdict)) : '',
]

export const earlierOf = ({ entry, report }) => {
  const changes = report?.changes
  const summary = element('summary', {}, changes ? word('changes') : word('earlier'), ' ')
  if (changes)
    summary.append(
      count('corrected', changes.corrected),
      ' ',
      count('uncorrected', changes.uncorrected),
      ' ',
      count('added', changes.added),
    )
  const made = element('details', { id: 'earlier' }, summary)
  if (changes) made.append(changesOf(changes))
  made.append(
    element('h3', {}, `${word('earlier')} ${entry.desk.earlier.length}`),
    items(entry.desk.earlier.map(versionOf)),
  )
  made.open = document.querySelector('#earlier')?.open ?? false
  return made
}
