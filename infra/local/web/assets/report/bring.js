/** Scrolls a part of the page, and nothing around it, until something in it is seen. */

const along = (from, to, start, end) => {
  const room = end - start
  const length = to - from
  if (from >= start && to <= end) return 0
  return length > room ? from - start : (from + to) / 2 - (start + end) / 2
}

const edge = 12

/** In the middle of `around`, unless it is seen already. */
export const bring = (shown, around) => {
  const at = shown.getBoundingClientRect()
  const box = around.getBoundingClientRect()
  const down = along(at.top, at.bottom, box.top + edge, box.top + around.clientHeight - edge)
  const across = along(at.left, at.right, box.left + edge, box.left + around.clientWidth - edge)
  around.scrollBy({ top: down, left: across, behavior: 'instant' })
}

/** The part of the page that scrolls, of those around something. */
export const scrollerOf = shown => {
  for (let each = shown.parentElement; each; each = each.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(each).overflowY)) return each
  return document.scrollingElement
}
