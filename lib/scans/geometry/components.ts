/** Ink that hangs together. In pixels, ends exclusive. */
export interface Component {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Pixels of it. */
  readonly count: number
  readonly label: number
}

/** The components of ink (1) on paper (0), corners included, and of each pixel the label of its own; 0 is paper. */
export const componentsOf = (ink: Uint8Array, width: number, height: number) => {
  const labels = new Int32Array(width * height)
  const components: Component[] = []
  const open: number[] = []
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1 || labels[start] !== 0) continue
    const label = components.length + 1
    let [left, top, right, bottom, count] = [width, height, 0, 0, 0]
    labels[start] = label
    open.push(start)
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const y = (at / width) | 0
      const x = at - y * width
      count++
      if (x < left) left = x
      if (x >= right) right = x + 1
      if (y < top) top = y
      if (y >= bottom) bottom = y + 1
      const [lowX, highX] = [x > 0 ? x - 1 : 0, x + 1 < width ? x + 1 : x]
      const [lowY, highY] = [y > 0 ? y - 1 : 0, y + 1 < height ? y + 1 : y]
      for (let ny = lowY; ny <= highY; ny++)
        for (let nx = lowX; nx <= highX; nx++) {
          const next = ny * width + nx
          if (ink[next] !== 1 || labels[next] !== 0) continue
          labels[next] = label
          open.push(next)
        }
    }
    components.push({ left, top, right, bottom, count, label })
  }
  return { components, labels }
}
