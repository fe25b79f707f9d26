import { compareSequencers } from '../submission/sequencer.ts'

/** One version of an upload, with the unit and year whose report it is. */
export interface Placed {
  readonly key: string
  readonly version: string
  readonly sequencer: string
  readonly uploadedAt: string | null
  /** When it was judged: of two runs of one version the later one stands. */
  readonly judgedAt: string | null
  readonly run: string | null
  /** Null where the roster does not tell it. */
  readonly unit: string | null
  readonly year: number | null
}

/** What came of one unit for one year. */
export interface Chain<Version extends Placed = Placed> {
  readonly unit: string
  readonly year: number
  /** Every version of every key, the oldest first. */
  readonly versions: readonly Version[]
  /** The one that counts. */
  readonly newest: Version
  /** When the first of them was uploaded, where known. */
  readonly firstUploadedAt: string | null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of one key the sequencer tells which is newer; what is left is told by nothing but must not be left to chance. */
const ofKey = (a: Placed, b: Placed): number =>
  compareSequencers(a.sequencer, b.sequencer) ||
  compareText(a.uploadedAt ?? '', b.uploadedAt ?? '') ||
  compareText(a.version, b.version)

const ofVersion = (a: Placed, b: Placed): number =>
  compareText(a.judgedAt ?? '', b.judgedAt ?? '') ||
  compareText(a.run ?? '', b.run ?? '') ||
  ofKey(a, b) ||
  compareText(JSON.stringify([a.unit, a.year]), JSON.stringify([b.unit, b.year]))

const acrossKeys = (a: Placed, b: Placed): number =>
  compareText(a.uploadedAt ?? '', b.uploadedAt ?? '') || compareText(a.key, b.key) || ofKey(a, b)

/** The same instant in one spelling, so that texts compare as times. */
const instant = (time: string | null): string | null => {
  if (time === null) return null
  const value = new Date(time)
  return Number.isNaN(value.getTime()) ? null : value.toISOString()
}

const last = <Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Item =>
  items.reduce((newest, item) => (compare(newest, item) < 0 ? item : newest))

/** Each version once, as its last run has it. */
const distinct = <Version extends Placed>(all: Iterable<Version>): readonly Version[] => {
  const known = new Map<string, Version>()
  for (const given of all) {
    const { uploadedAt, judgedAt } = given
    const each = { ...given, uploadedAt: instant(uploadedAt), judgedAt: instant(judgedAt) }
    const name = JSON.stringify([each.key, each.version])
    const before = known.get(name)
    if (!before || ofVersion(before, each) < 0) known.set(name, each)
  }
  return [...known.values()]
}

export interface Newest<Version extends Placed = Placed> {
  /** The newest version of each key, in the order of the keys. */
  readonly live: readonly Version[]
  /** One for each unit and year that a live version is of, in that order. */
  readonly chains: readonly Chain<Version>[]
}

/**
 * Newest wins: of one key the newest version; of one unit and year the newest upload among the live versions of all
 * keys. The same for any order and number of times in which versions are given.
 */
export const newest = <Version extends Placed>(all: Iterable<Version>): Newest<Version> => {
  const versions = distinct(all)
  const live = [...Map.groupBy(versions, ({ key }) => key).values()]
    .map(ofOneKey => last(ofOneKey, ofKey))
    .sort((a, b) => compareText(a.key, b.key))
  const nameOf = ({ unit, year }: Placed): string | null =>
    unit === null || year === null ? null : JSON.stringify([unit, year])
  const byName = Map.groupBy(versions, nameOf)
  const liveByName = Map.groupBy(live, nameOf)
  const chains = [...liveByName].flatMap(([name, those]): readonly Chain<Version>[] => {
    const [{ unit, year }] = those as [Version]
    if (name === null || unit === null || year === null) return []
    const ofName = [...byName.get(name)!].sort(acrossKeys)
    const times = ofName.map(({ uploadedAt }) => uploadedAt).filter(time => time !== null)
    return [
      {
        unit,
        year,
        versions: ofName,
        newest: last(those, acrossKeys),
        firstUploadedAt: times.sort()[0] ?? null,
      },
    ]
  })
  return { live, chains: chains.sort((a, b) => a.year - b.year || compareText(a.unit, b.unit)) }
}

/** The day in China at an instant. */
export const dayInChina = (time: string | null): string | null =>
  time === null ? null : new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10)
