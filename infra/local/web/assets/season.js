import { element, find } from './dom.js'
import { language, word } from './words.js'

/** The row of seasons: who has reported, what is to be looked at, and where to look. */

const link = (href, text, { year }, properties) => {
  const made = element('a', { href, ...properties }, text)
  made.setAttribute('aria-label', `${text} ${word('season')} ${year}`)
  return made
}

const linksOf = season => {
  const at = path => `/season/${season.year}/${path}`
  const links = []
  if (season.page) links.push(link(at(''), word('seasonOpen'), season, { target: '_blank', rel: 'noopener' }))
  if (season.workbook)
    links.push(link(at(encodeURIComponent('年报季.xlsx')), word('seasonWorkbook'), season, { download: '' }))
  if (links.length === 0)
    links.push(link(at('dataset/findings.csv'), word('seasonFindings'), season, { download: '' }))
  return links
}

const countsOf = ({ expected, reported, warnings }) =>
  [
    [word('seasonExpected'), expected],
    [word('seasonReported'), reported],
    [word('seasonMissing'), expected - reported],
    [word('seasonWarnings'), warnings],
  ].map(([name, count]) =>
    element('span', { className: 'count' }, `${name} `, element('b', {}, String(count))),
  )

const rowOf = season => {
  const row = element(
    'li',
    {},
    element('strong', {}, `${word('season')} ${season.year}`),
    ...countsOf(season),
    ...linksOf(season),
  )
  row.dataset.year = season.year
  return row
}

/** What is open stays open, and the focus where it is. */
const keepingFocus = change => {
  const name =
    document.activeElement?.closest('#season-panel') && document.activeElement.getAttribute('aria-label')
  change()
  if (name) [...document.querySelectorAll('#season-panel a')].find(each => each.ariaLabel === name)?.focus()
}

const stateOf = ({ state, seasons, trouble }) => {
  if (state === 'running') return word('seasonRunning')
  if (state === 'waiting') return word('seasonWaiting')
  return state === 'resting' && seasons.length === 0 && !trouble ? word('seasonNone') : ''
}

const mostLines = 50

const showTrouble = trouble => {
  find('#season-trouble').hidden = !trouble
  find('#season-trouble').replaceChildren()
  if (!trouble) return
  const lines = trouble.lines.slice(0, mostLines).map(line => element('li', {}, line[language]))
  if (trouble.lines.length > mostLines)
    lines.push(element('li', {}, `… ${trouble.lines.length - mostLines} ${word('seasonMore')}`))
  find('#season-trouble').append(
    element('p', {}, trouble.sentence[language]),
    ...(lines.length > 0 ? [element('ul', {}, ...lines)] : []),
  )
}

const showRoster = ({ state, roster }) => {
  const isMissing = state === 'no-roster'
  find('#season-roster').hidden = !isMissing
  if (isMissing) find('#season-place').textContent = roster
}

/** Shows what is known of seasons: the newest year in a row, those before it when somebody opens them. */
export const showSeasons = shown => {
  if (!shown) return
  const [newest, ...before] = shown.seasons
  keepingFocus(() => {
    find('#season-newest').replaceChildren(...(newest ? [rowOf(newest)] : []))
    find('#season-rows').replaceChildren(...before.map(rowOf))
  })
  find('#season-before').hidden = before.length === 0
  find('#season-state').textContent = stateOf(shown)
  showTrouble(shown.trouble)
  showRoster(shown)
}
