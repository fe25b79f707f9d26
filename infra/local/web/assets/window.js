import { element } from './dom.js'

/** Of a long list draws the rows near the screen: all have one height, but what is open under one of them. */

const beyond = 12

const spacer = columns => {
  const cell = element('td', { colSpan: columns })
  const row = element('tr', { className: 'space' }, cell)
  row.setAttribute('aria-hidden', 'true')
  return { row, set: height => cell.style.setProperty('height', `${Math.max(0, height)}px`) }
}

/** Rows are moved only where they must: a moved one loses the keyboard's focus. */
const arrange = (body, wanted) => {
  const keep = new Set(wanted)
  for (const row of [...body.children]) if (!keep.has(row)) row.remove()
  let at = body.firstElementChild
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling
    else body.insertBefore(row, at)
  }
}

/**
 * `draw(item, index)` makes the row of an item, `keyOf` tells items apart, `drawn` hears of every drawing. What is given
 * to `open` stands under its row.
 */
export const windowOf = ({ body, columns, keyOf, draw, drawn = () => undefined }) => {
  const [above, below] = [spacer(columns), spacer(columns)]
  const rows = new Map()
  let items = []
  let places = new Map()
  let height = 30
  let opened = null
  let openHeight = 0

  const openAt = () => (opened && places.has(opened.key) ? places.get(opened.key) : Number.POSITIVE_INFINITY)
  const topOf = index => index * height + (index > openAt() ? openHeight : 0)
  const indexAt = y => {
    const end = (openAt() + 1) * height
    if (y < end) return Math.floor(y / height)
    return y < end + openHeight ? openAt() : Math.floor((y - openHeight) / height)
  }
  const rowAt = index => {
    const item = items[index]
    const key = keyOf(item)
    const known = rows.get(key)
    const row = known ?? draw(item, index)
    rows.set(key, row)
    row.setAttribute('aria-rowindex', String(index + 2))
    return row
  }
  const show = () => {
    if (body.closest('[hidden]')) return
    const top = -body.getBoundingClientRect().top
    const first = Math.max(0, Math.min(indexAt(top), items.length - 1) - beyond)
    const last = Math.min(items.length, indexAt(top + innerHeight) + 1 + beyond)
    const near = []
    const used = new Set()
    for (let index = first; index < last; index += 1) {
      near.push(rowAt(index))
      used.add(keyOf(items[index]))
      if (index === openAt()) near.push(opened.row)
    }
    for (const key of rows.keys()) if (!used.has(key)) rows.delete(key)
    above.set(topOf(first))
    below.set(topOf(items.length) - topOf(last))
    arrange(body, [above.row, ...near, below.row])
    drawn()
  }

  const measured = new ResizeObserver(() => {
    const now = opened?.row.isConnected ? opened.row.getBoundingClientRect().height : openHeight
    if (now === openHeight) return
    openHeight = now
    show()
  })
  const measure = () => {
    height = Number.parseFloat(getComputedStyle(body).getPropertyValue('--row')) || height
    show()
  }
  let planned = false
  const showSoon = () => {
    if (planned) return
    planned = true
    requestAnimationFrame(() => {
      planned = false
      show()
    })
  }
  addEventListener('scroll', showSoon, { passive: true })
  addEventListener('resize', measure)
  measure()

  return {
    items: () => items,
    indexOf: key => places.get(key) ?? -1,
    set: list => {
      items = list
      places = new Map(list.map((item, index) => [keyOf(item), index]))
      show()
    },
    show,
    measure,
    rowOf: key => rows.get(key) ?? null,
    /** Draws the row of an item anew, where it is drawn. */
    again: (key, item) => {
      const row = rows.get(key)
      const at = places.get(key)
      if (at !== undefined && item) items[at] = item
      if (!row || at === undefined) return null
      const made = draw(items[at], at)
      made.setAttribute('aria-rowindex', String(at + 2))
      rows.set(key, made)
      row.replaceWith(made)
      return made
    },
    open: (key, row) => {
      measured.disconnect()
      openHeight = 0
      opened = row && { key, row }
      show()
      if (!row) return
      openHeight = row.isConnected ? row.getBoundingClientRect().height : 0
      measured.observe(row)
      show()
    },
    opened: () => opened?.key ?? null,
    /** Scrolls as little as it must until the row stands free of what covers the top and the end of the window. */
    reveal: (index, head, foot = 0) => {
      const at = body.getBoundingClientRect().top + topOf(index)
      if (at < head) scrollBy({ top: at - head, behavior: 'instant' })
      else if (at + height > innerHeight - foot)
        scrollBy({ top: at + height - innerHeight + foot, behavior: 'instant' })
      show()
    },
  }
}
