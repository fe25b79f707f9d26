import { bareLabel } from '../labels/labels.ts'
import type { ResultLabels } from '../labels/result-labels.ts'
import { type ResultHeader, readResultHeader } from '../results/result-columns.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { labelAt, runAt, withoutPageNumbers } from './pieces.ts'

export interface ProvenResults {
  readonly values: readonly StreamCell[]
  readonly header: ResultHeader
}

/** The labels of the form at the end of some pieces, each put together; null where anything else stands among them. */
const headerPieces = (form: ResultLabels, pieces: readonly StreamCell[]): StreamCell[] => {
  const labels: StreamCell[] = []
  for (let at = 0; at < pieces.length; ) {
    const label = labelAt(pieces, at, bare => form.isHeaderLabel(bare) || null)
    const parts = pieces.slice(at, at + (label?.parts ?? 1))
    const text = parts.map(part => part.text).join('')
    if (label) labels.push({ ...parts[0]!, text, bare: bareLabel(text) })
    else labels.length = 0
    at += parts.length
  }
  return labels
}

/** A header prints three labels for two columns at most, each broken into a few pieces. */
const piecesPerColumn = 10

const isNarrative = ({ text }: StreamCell): boolean => text.length > 60

/**
 * The values of a form that single pieces prove: a header whose labels tell the order of its columns, and right behind it
 * as many figures. `context` is the group that a heading named. None where figures stand anywhere else.
 */
export const provenResults = (
  form: ResultLabels,
  all: readonly StreamCell[],
  context: string | null,
): ProvenResults[] => {
  const longestHeader = form.columns.length * piecesPerColumn
  const pieces = withoutPageNumbers(all)
  const proven: ProvenResults[] = []
  let from = 0
  for (let at = 0; at < pieces.length; at++) {
    const run = runAt(pieces, at)
    if (run === 0) continue
    const between = pieces.slice(Math.max(from, at - longestHeader), at)
    const labels = headerPieces(form, between)
    const last = labels.findLast(label => form.groupOf(label) !== null)
    const header = readResultHeader(
      form,
      [{ table: null, block: 0, cells: labels }],
      (last && form.groupOf(last)?.key) ?? context,
    )
    if (header?.keys?.length === run) proven.push({ header, values: pieces.slice(at, at + run) })
    else if (labels.length > 0 || (proven.length > 0 && !between.some(isNarrative))) return []
    from = at + run
    at = from
  }
  return proven
}
