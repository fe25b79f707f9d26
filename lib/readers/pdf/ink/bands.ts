/** Height of a band of the page: what may touch a character is looked for in its bands only. */
const bandHeight = 24
const mostBands = 400

/** What lies above the first band or below the last is taken for a part of it, so that nothing is in none. */
const bandAt = (y: number): number => Math.min(mostBands, Math.max(0, Math.floor(y / bandHeight)))

/** The bands from `top` to `bottom`. What overlaps shares one of them, wherever it begins and ends. */
export const bandsOf = (top: number, bottom: number): readonly [first: number, last: number] => [
  bandAt(top),
  bandAt(bottom),
]

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
