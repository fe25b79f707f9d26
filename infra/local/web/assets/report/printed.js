import { element, find } from '../dom.js'
import { bring } from './bring.js'
import { chooseCell, chosenNow, markedCells, viewNow } from './state.js'
import { say, word } from './words.js'

/** What was read of the original, as it was printed: its text with its tables, the cells of figures among them. */

let places = new Map()

const placeOf = ({ table, row, column }) => `${table} ${row} ${column}`

const spans = { rowSpan: 'rowSpan', columnSpan: 'colSpan' }

const tableOf = ({ number, cells }) => {
  const rows = [...Map.groupBy(cells, ({ row }) => row)].toSorted(([a], [b]) => a - b)
  const body = rows.map(([, inRow]) =>
    element(
      'tr',
      {},
      ...inRow.map(cell => {
        const made = element('td', { data: { place: placeOf({ table: number, ...cell }) } }, cell.text.trim())
        for (const [name, property] of Object.entries(spans)) if (cell[name] > 1) made[property] = cell[name]
        return made
      }),
    ),
  )
  const name = `${word('tableNumber')} ${number} ${word('tableEnd')}`
  return element(
    'div',
    { className: 'of-table' },
    element('table', {}, element('caption', {}, name), element('tbody', {}, ...body)),
  )
}

const paragraphs = list => list.map(text => element('p', {}, text))

/** Tables stand with the section that asks for them; the others at the end. */
const parts = ({ preamble, sections, tables, losses }) => {
  const left = new Set(tables)
  const inSection = section => {
    const own = tables.filter(({ form }) => form === section.key)
    for (const table of own) left.delete(table)
    return [element('h3', {}, section.heading), ...paragraphs(section.paragraphs), ...own.map(tableOf)]
  }
  const text = sections.flatMap(inSection)
  const rest = [...left].map(tableOf)
  return [
    ...paragraphs(preamble),
    ...text,
    ...(rest.length > 0 && text.length > 0 ? [element('h3', {}, word('tablesBelow'))] : []),
    ...rest,
    ...(losses.length > 0
      ? [
          element('h3', {}, word('losses')),
          element('ul', {}, ...losses.map(each => element('li', {}, say(each)))),
        ]
      : []),
  ]
}

const onClick = event => {
  const cell = places.get(event.target.closest('td[data-place]')?.dataset.place)
  if (cell) chooseCell(cell, 'printed')
}

/** Why there is nothing to put beside the original, and what to do. */
const whyNot = ({ result, state }) => {
  const { reason, outcome } = result ?? {}
  if (!reason)
    return element(
      'p',
      { className: 'quiet' },
      word(
        outcome === 'unpacked'
          ? 'unpackedMore'
          : result
            ? 'nothingRead'
            : state === 'stuck'
              ? 'noReport'
              : 'waiting',
      ),
    )
  return element(
    'div',
    { className: 'why' },
    element('h2', {}, say(reason.sentence)),
    element('p', {}, word('remedy'), say(reason.remedy)),
    element('code', { className: 'technical' }, reason.code),
  )
}

export const drawRead = (paper, { entry, report }, sentence) => {
  const told = sentence ? [element('p', { className: 'told' }, sentence)] : []
  paper.className = 'read'
  paper.onclick = onClick
  if (!report) return paper.replaceChildren(whyNot(entry))
  paper.replaceChildren(...told, ...parts(report))
  places = new Map()
  for (const [key, { source }] of Object.entries(report.cells))
    if (source && source.kind !== 'paragraph' && !places.has(placeOf(source)))
      places.set(placeOf(source), key)
  for (const cell of paper.querySelectorAll('td[data-place]'))
    cell.classList.toggle('is-figure', places.has(cell.dataset.place))
}

const unmark = paper => {
  for (const each of paper.querySelectorAll('td.main, td.mark')) each.classList.remove('main', 'mark')
  for (const each of paper.querySelectorAll('mark')) each.replaceWith(each.textContent)
  paper.normalize()
}

/** The words of a finding where they stand in the text. */
const markWords = (paper, quote) => {
  for (const part of paper.querySelectorAll('p, h3, td')) {
    const text = part.childNodes[0]
    const start = text?.nodeType === Node.TEXT_NODE ? text.data.indexOf(quote) : -1
    if (start < 0) continue
    const range = new Range()
    range.setStart(text, start)
    range.setEnd(text, start + quote.length)
    const mark = element('mark')
    range.surroundContents(mark)
    return mark
  }
  return null
}

/** Marks the cells that are chosen and the words that the finding quotes, and brings the first of them into sight. */
export const markRead = (from, quote) => {
  const paper = find('#paper')
  const { report } = viewNow()
  if (!report) return
  unmark(paper)
  const { cell, finding } = chosenNow()
  let first = null
  for (const each of markedCells()) {
    const source = report.cells[each]?.source
    if (!source || source.kind === 'paragraph') continue
    const found = paper.querySelector(`td[data-place="${placeOf(source)}"]`)
    found?.classList.add(each === cell ? 'main' : 'mark')
    if (found && (each === cell || !first)) first = found
  }
  const quotes = quote
    ? [quote]
    : (report.findings.find(({ id }) => id === finding)?.quotes ?? []).map(each => each.quote)
  const words = quotes.map(each => markWords(paper, each)).filter(Boolean)
  const shown = quote ? words[0] : (first ?? words[0])
  if (shown && from !== 'printed' && from !== 'load') bring(shown, paper)
}
