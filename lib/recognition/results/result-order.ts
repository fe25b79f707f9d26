import type { ResultGroup } from '../labels/result-labels.ts'

/** In which order the groups of a form that is read by its results stand, told by their header labels alone. */

export interface HeaderText {
  /** The header's labels line by line, results left out. */
  readonly text: string
  /** A whole run of results stands in front of all groups under a head (行政诉讼). */
  readonly runFirst: boolean
  /** A whole run of results stands behind them, in their own line. */
  readonly runLast: boolean
}

/** The groups under one head, or one group that has none, with where they stand in the text. */
interface Part {
  readonly groups: readonly string[]
  readonly from: number
  readonly to: number
  readonly headed: boolean
}

/** A group's own place is -1 where its label is not printed: in front of all others, if a run of results stands there. */
const partOf = (text: string, groups: readonly ResultGroup[]): Part | null => {
  const placed = groups
    .map(({ key, toldBy, bare }) => ({ key, at: text.indexOf(toldBy ?? bare) }))
    .sort((a, b) => a.at - b.at)
  const keys = placed.map(({ key }) => key)
  const [first, last] = [placed[0]!.at, placed.at(-1)!.at]
  const head = groups[0]!.head
  if (head === null) return { groups: keys, from: first, to: last, headed: false }
  const at = text.indexOf(head)
  if (first < 0) return null
  return { groups: keys, from: at < 0 ? first : at, to: at < 0 ? last : at, headed: true }
}

/**
 * The groups in the order of their values, where the header tells it: by their labels and those of the heads above them.
 * Null where a label is missing that would tell, or where two signs contradict each other.
 */
export const groupOrder = (
  { text, runFirst, runLast }: HeaderText,
  groups: readonly ResultGroup[],
): readonly string[] | null => {
  const parts = [...Map.groupBy(groups, ({ head, key }) => head ?? `${key} alone`).values()].map(each =>
    partOf(text, each),
  )
  if (!parts.every(part => part !== null)) return null
  parts.sort((a, b) => a.from - b.from)
  const apart = parts.every((part, at) => at === 0 || parts[at - 1]!.to < part.from)
  const unseen = parts.filter(({ from }) => from < 0).length
  if (!apart || unseen > (runFirst ? 1 : 0)) return null
  if ((runFirst && parts[0]!.headed) || (runLast && parts.at(-1)!.headed)) return null
  return parts.flatMap(part => part.groups)
}
