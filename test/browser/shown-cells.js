/**
 * Runs in the browser. Looks at the cells of the page, row by row, and gives the numbers an eye makes out in each, as
 * their digits; cells and rows without a box are none.
 */
globalThis.shownCells = () => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgbOf = colour => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const ancestors = element => {
    const all = []
    for (let each = element; each !== null; each = each.parentElement) all.push(each)
    return all
  }
  const groundOf = element => {
    let ground = [255, 255, 255, 1]
    for (const each of ancestors(element).reverse()) {
      const [r, g, b, a] = rgbOf(getComputedStyle(each).backgroundColor)
      ground = [r * a + ground[0] * (1 - a), g * a + ground[1] * (1 - a), b * a + ground[2] * (1 - a), 1]
    }
    return ground
  }
  const isStruck = element => {
    for (const each of ancestors(element)) {
      const style = getComputedStyle(each)
      if (style.textDecorationLine.includes('line-through')) return true
      if (style.display === 'inline-block' || style.float !== 'none' || style.position === 'absolute')
        return false
    }
    return false
  }
  const isVisible = element => {
    const style = getComputedStyle(element)
    if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < 2.5) return false
    for (const each of ancestors(element)) {
      const own = getComputedStyle(each)
      if (Number(own.opacity) < 0.05 || own.clipPath.startsWith('inset(100%')) return false
      if (own.overflow === 'hidden' && each.clientHeight === 0 && own.display !== 'inline') return false
    }
    const [r, g, b, a] = rgbOf(style.color)
    const ground = groundOf(element)
    const distance = Math.hypot(r - ground[0], g - ground[1], b - ground[2]) * a
    return distance > 40
  }

  const shown = cell => {
    const numbers = []
    let last
    let lastSize = 0
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!isVisible(parent) || isStruck(parent)) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      for (let at = 0; at < node.nodeValue.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        const digit = node.nodeValue[at]
        if (!/\d/u.test(digit) || box.width === 0 || box.height === 0 || box.right < 0 || box.bottom < 0)
          continue
        const joins =
          last !== undefined &&
          Math.abs(last.bottom - box.bottom) < 0.45 * Math.max(size, lastSize) &&
          Math.abs(box.left - last.right) < 0.4 * size &&
          Math.min(size, lastSize) / Math.max(size, lastSize) > 0.7
        if (joins) numbers[numbers.length - 1] += digit
        else numbers.push(digit)
        last = box
        lastSize = size
      }
    }
    return numbers
  }
  const hasBox = element => getComputedStyle(element).display !== 'none'
  return [...document.querySelectorAll('tr')]
    .filter(hasBox)
    .map(row => [...row.children].filter(hasBox).map(shown))
    .filter(row => row.length > 0)
}
