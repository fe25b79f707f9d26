/** Height of a band of the page: what may touch a character is looked for in its bands only. */
const bandHeight = 24
const mostBands = 400

/** The bands from `top` to `bottom`; what reaches over more than `mostBands` is taken to end there. */
export const bandsOf = (top: number, bottom: number): readonly [first: number, last: number] => {
  const first = Math.floor(top / bandHeight)
  return [first, Math.min(Math.floor(bottom / bandHeight), first + mostBands)]
}

/** Things by the bands they reach over, in their order. */
export const byBand = <T>(
  all: readonly T[],
  reach: (item: T) => readonly [top: number, bottom: number],
): ReadonlyMap<number, readonly T[]> => {
  const bands = new Map<number, T[]>()
  for (const item of all) {
    const [first, last] = bandsOf(...reach(item))
    for (let band = first; band <= last; band++) {
      const there = bands.get(band)
      if (there) there.push(item)
      else bands.set(band, [item])
    }
  }
  return bands
}
