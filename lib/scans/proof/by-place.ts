import type { PagePlace } from '../../model/picture.ts'
import type { Figure, Report } from '../../model/report.ts'
import type { CellReading, Scan } from '../../model/scan.ts'
import { areaOf, type Box, common, holds } from '../../readers/pdf/geometry.ts'

/** Which reading is of which figure: that alone which stands where the figure stands, and of which no other figure can be. */

export const boxOf = ({ box: [left, top, right, bottom] }: PagePlace): Box => ({ left, top, right, bottom })

/** The place of a figure on its page; null where it has none. */
export const placeOf = (figure: Figure | undefined): PagePlace | null =>
  figure?.source?.kind === 'page' ? figure.source : null

/** Whether the middle of one place lies in another. */
const lies = (inner: PagePlace, outer: PagePlace): boolean =>
  inner.page === outer.page && holds(boxOf(outer), boxOf(inner))

/** What two boxes share, of all that they cover. */
const shared = (one: Box, other: Box): number => {
  const both = common(one, other)
  const area = both === null ? 0 : areaOf(both)
  return area / (areaOf(one) + areaOf(other) - area)
}

/** Two boxes of one cell share more than this: a cell and one that was joined of two cannot. */
const ofOneCell = 0.6

const isOne = (one: PagePlace, other: PagePlace): boolean =>
  lies(one, other) && lies(other, one) && shared(boxOf(one), boxOf(other)) > ofOneCell

/** The readings of a scan beside the figures of its report. */
export interface ByPlace {
  /** The reading of each figure, by its key. One that has none, or could have several, is not there. */
  readonly readings: ReadonlyMap<string, CellReading>
  /** Readings where no figure stands. */
  readonly unclaimed: readonly CellReading[]
}

export const byPlace = ({ figures }: Pick<Report, 'figures'>, { cells }: Pick<Scan, 'cells'>): ByPlace => {
  const claims = [...figures.values()].flatMap(figure => {
    const place = placeOf(figure)
    if (place === null) return []
    return [{ key: figure.key, place, met: cells.filter(cell => lies(cell, place) || lies(place, cell)) }]
  })
  const claimants = new Map<CellReading, number>()
  for (const cell of claims.flatMap(({ met }) => met)) claimants.set(cell, (claimants.get(cell) ?? 0) + 1)
  const readings = claims.flatMap(({ key, place, met }) => {
    const [only, ...others] = met
    const alone = only !== undefined && others.length === 0 && claimants.get(only) === 1
    return alone && isOne(only, place) ? [[key, only] as const] : []
  })
  return { readings: new Map(readings), unclaimed: cells.filter(cell => !claimants.has(cell)) }
}
