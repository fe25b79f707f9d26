import { element } from './dom.js'
import { word } from './words.js'

/** Squares of units, grouped by the unit above; who cannot see them has the list below. */

const svg = (name, attributes, ...children) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.append(...children)
  return made
}

const size = 12
const step = 15
const across = 16

const square = ({ unit, name, state }, index, isShown) => {
  const made = svg('rect', {
    x: (index % across) * step + 0.5,
    y: Math.floor(index / across) * step + 0.5,
    width: size,
    height: size,
    rx: 2,
    class: `unit-${state}${isShown ? '' : ' dim'}`,
    'data-unit': unit,
  })
  made.append(svg('title', {}, `${name}：${word(`unit.${state}`)}`))
  return made
}

const groupOf = ([name, units], marked) => {
  const came = units.filter(({ state }) => state === 'reported' || state === 'late').length
  const columns = Math.min(units.length, across)
  const [width, height] = [columns * step - 2, Math.ceil(units.length / across) * step - 2]
  return element(
    'figure',
    {},
    element('figcaption', {}, element('bdi', {}, name), ' ', element('b', {}, `${came} / ${units.length}`)),
    svg(
      'svg',
      { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
      ...units.map((unit, index) => square(unit, index, marked.has(unit.unit))),
    ),
  )
}

const legend = () =>
  element(
    'p',
    { className: 'legend' },
    ...['reported', 'late', 'missing', 'overdue'].map(state =>
      element(
        'span',
        {},
        svg(
          'svg',
          { width: size, height: size, 'aria-hidden': 'true' },
          svg('rect', { x: 0.5, y: 0.5, width: size - 1, height: size - 1, rx: 2, class: `unit-${state}` }),
        ),
        ` ${word(`unit.${state}`)}`,
      ),
    ),
  )

/** `marked`: units that the list shows; the others are dimmed. */
export const mapOf = (groups, marked) => {
  const made = document.createDocumentFragment()
  made.append(legend(), ...[...groups].map(group => groupOf(group, marked)))
  return made
}
