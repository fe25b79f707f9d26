import { bareLabel } from '../labels.ts'
import { type ResultHeader, readResultHeader } from '../result-columns.ts'
import { groupLabel, isResultHeaderLabel } from '../result-labels.ts'
import type { StreamCell } from '../stream-row.ts'
import { labelAt, runAt, withoutPageNumbers } from './pieces.ts'

export interface ProvenResults {
  readonly values: readonly StreamCell[]
  readonly header: ResultHeader
}

/** The labels of table 4 at the end of some pieces, each put together; null where anything else stands among them. */
const headerPieces = (pieces: readonly StreamCell[]): StreamCell[] => {
  const labels: StreamCell[] = []
  for (let at = 0; at < pieces.length; ) {
    const label = labelAt(pieces, at, isResultHeaderLabel)
    const parts = pieces.slice(at, at + (label?.parts ?? 1))
    const text = parts.map(part => part.text).join('')
    if (label) labels.push({ ...parts[0]!, text, bare: bareLabel(text) })
    else labels.length = 0
    at += parts.length
  }
  return labels
}

/** The labels of a header with three groups are 23, each broken into a few pieces. */
const longestHeader = 150

const isNarrative = ({ text }: StreamCell): boolean => text.length > 60

/**
 * The values of table 4 that single pieces prove: a header whose labels tell the order of its columns, and right behind it
 * as many figures. `context` is the group that a heading named. None where figures stand anywhere else.
 */
export const provenResults = (all: readonly StreamCell[], context: string | null): ProvenResults[] => {
  const pieces = withoutPageNumbers(all)
  const proven: ProvenResults[] = []
  let from = 0
  for (let at = 0; at < pieces.length; at++) {
    const run = runAt(pieces, at)
    if (run === 0) continue
    const between = pieces.slice(Math.max(from, at - longestHeader), at)
    const labels = headerPieces(between)
    const last = labels.findLast(label => groupLabel(label) !== null)
    const header = readResultHeader(
      [{ table: null, block: 0, cells: labels }],
      (last && groupLabel(last)) ?? context,
    )
    if (header?.keys?.length === run) proven.push({ header, values: pieces.slice(at, at + run) })
    else if (labels.length > 0 || (proven.length > 0 && !between.some(isNarrative))) return []
    from = at + run
    at = from
  }
  return proven
}
