import type { Figure, FigureState, Report } from '../../lib/model/report.ts'
import { proven } from '../../lib/scans/proof/index.ts'
import { bothRead, onPages, scanOf } from '../support/scan-on-pages.ts'

/** What became of one figure of a scan. */
export interface ReadFigure {
  readonly key: string
  readonly state: FigureState
  readonly value: number | null
  /** The number that readers of different families read there, whether it was proven or not; null where they agree on none. */
  readonly agreed?: number | null
}

/** The figures of a report against what was read in a scan of it, by key. */
export interface Score {
  readonly right: readonly string[]
  /** Left to a person. */
  readonly unread: readonly string[]
  /** Said to be something, and is something else: another number, a blank where a nought stands, missing where it is printed. */
  readonly wrong: readonly string[]
  /** Read alike and wrong: what nothing but sums and rows keep from being wrong. */
  readonly wronglyAgreed: readonly string[]
}

const isSame = (one: ReadFigure | Figure | undefined, other: ReadFigure): boolean =>
  one?.state === other.state && one.value === other.value

export const scored = (truth: Report, read: readonly ReadFigure[]): Score => {
  const met = new Map(read.map(figure => [figure.key, figure]))
  const claimed = read.filter(({ state }) => state !== 'unreadable')
  const right = claimed.filter(figure => isSame(truth.figures.get(figure.key), figure))
  return {
    right: right.map(({ key }) => key),
    unread: [...truth.figures.keys()].filter(key => (met.get(key)?.state ?? 'unreadable') === 'unreadable'),
    wrong: claimed.filter(figure => !right.includes(figure)).map(({ key }) => key),
    wronglyAgreed: read
      .filter(({ key, agreed = null }) => agreed !== null && agreed !== truth.figures.get(key)?.value)
      .map(({ key }) => key),
  }
}

/** Keys of the figures that rules of proof would let pass if every reader read what is printed, and nothing were lost. */
export const provableIn = (truth: Report): readonly string[] => {
  const placed = onPages(truth)
  const signs = [...placed.figures.values()].filter(({ state }) => state !== 'number' && state !== 'blank')
  const dashed = Object.fromEntries(
    signs.map(({ key, text }) => [key, { printed: 'ink' as const, readings: bothRead(text ?? '/') }]),
  )
  const judged = proven({ ...placed, observations: [] }, scanOf(placed, dashed))
  return [...judged.figures.values()].filter(({ state }) => state !== 'unreadable').map(({ key }) => key)
}
