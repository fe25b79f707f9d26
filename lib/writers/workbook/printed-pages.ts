/** Columns that stay together on a printed page. */
export interface Block {
  readonly start: number
  readonly count: number
  /** Whether it begins a page, whatever room there is before it. */
  readonly opens?: boolean
}

/** Of A3 across, less its margins, in points. */
const paperWidth = 1190 - 72

/** At which a sheet of many columns is printed, in hundredths: its smallest type has ten points and becomes seven. */
export const manyColumnsScale = 72

/** Points of a column of so many characters, as the widest of the programs sets it. */
const pointsOf = (characters: number): number => characters * 6.75 + 3

/**
 * The columns with which the pages after the first begin, where the first `repeated` columns stand on each and blocks
 * are never parted. A block that is wider than a page goes on over as many as it takes.
 */
export const pageStarts = (
  widths: readonly number[],
  repeated: number,
  blocks: readonly Block[],
): readonly number[] => {
  const width = (from: number, count: number): number =>
    widths.slice(from - 1, from - 1 + count).reduce((sum, each) => sum + pointsOf(each), 0)
  const room = (paperWidth * 100) / manyColumnsScale - width(1, repeated)
  const starts: number[] = []
  let used = 0
  for (const { start, count, opens = false } of blocks) {
    const own = width(start, count)
    if (used > 0 && (opens || used + own > room)) {
      starts.push(start)
      used = 0
    }
    used += own
  }
  return starts
}
