import type { Row, Value } from './column.ts'
import { figureColumns } from './columns.ts'
import type { KeptFinding } from './record.ts'

/** A figure that is another one in the newer version. */
export interface ChangedFigure {
  readonly key: string
  readonly before: Value
  readonly after: Value
}

/** What changed when a report was handed in again. */
export interface Differences {
  readonly figures: readonly ChangedFigure[]
  /** Findings by their ids. */
  readonly findings: {
    readonly added: readonly string[]
    readonly gone: readonly string[]
    readonly still: readonly string[]
  }
}

const idsOf = (row: Row): readonly string[] =>
  (JSON.parse(String(row['findings'])) as readonly KeptFinding[]).map(({ id }) => id)

/** What changed from one record to another. */
export const differencesOf = (older: Row, newer: Row): Differences => {
  const [before, after] = [idsOf(older), idsOf(newer)]
  const [known, left] = [new Set(before), new Set(after)]
  return {
    figures: figureColumns
      .map(({ key, name }) => ({ key, before: older[name] ?? null, after: newer[name] ?? null }))
      .filter(figure => figure.before !== figure.after),
    findings: {
      added: after.filter(id => !known.has(id)),
      gone: before.filter(id => !left.has(id)),
      still: after.filter(id => known.has(id)),
    },
  }
}
