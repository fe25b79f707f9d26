import type { Block } from '../document.ts'
import type { FormKey } from './form.ts'
import { type Marks, marksOf, strongest } from './marks.ts'
import { type StreamRow, streamRows } from './stream.ts'
import { isFigureLike } from './vocabulary.ts'

/** The rows of the document that print one statutory form, tables split over pages or row groups put together. */
export interface FormMatch {
  readonly form: FormKey
  readonly rows: readonly StreamRow[]
  /** Numbers of the document's tables it was read from. */
  readonly tables: readonly number[]
  /** How many different labels of the form were met. */
  readonly labels: number
}

export interface Recognition {
  readonly matches: ReadonlyMap<FormKey, FormMatch>
  /** Further complete copies of a form. */
  readonly repeated: readonly FormMatch[]
}

interface Cluster {
  form: FormKey
  rows: StreamRow[]
  names: Set<string>
}

/** A second cluster with this share of the first one's labels is another copy, not a remark on it. */
const copyShare = 0.5

const rowNames = (cluster: Cluster): string[] =>
  [...cluster.names].filter(name => / row |^result /u.test(name))

const tablesOf = (rows: readonly StreamRow[]): number[] => [
  ...new Set(rows.flatMap(row => (row.table ? [row.table.number] : []))),
]

const collect = (rows: readonly StreamRow[], breaks: ReadonlySet<number>): Cluster[] => {
  const clusters: Cluster[] = []
  const marks = rows.map(marksOf)
  const firstForm = new Map<object, FormKey | null>()
  rows.forEach((row, at) => {
    if (row.table && !firstForm.get(row.table)) firstForm.set(row.table, strongest(marks[at]!))
  })
  let current: Cluster | null = null
  let captions: { row: StreamRow; marks: Marks }[] = []
  const add = (row: StreamRow, found: Marks): void => {
    current!.rows.push(row)
    for (const name of found.names) current!.names.add(name)
  }
  const begin = (form: FormKey): void => {
    current = { form, rows: [], names: new Set() }
    clusters.push(current)
    for (const caption of captions) if (caption.marks.weak.has(form)) add(caption.row, caption.marks)
    captions = []
  }
  rows.forEach((row, at) => {
    const found = marks[at]!
    if (!row.table) {
      if (breaks.has(row.block)) {
        current = null
        captions = []
        return
      }
      const form = strongest(found)
      if (form && current?.form !== form) begin(form)
      const previous: StreamRow | undefined = current?.rows[current.rows.length - 1]
      const continues = previous && (!previous.table || found.weak.has(current!.form))
      if (current && (form || found.weak.has(current.form) || continues)) add(row, found)
      else if (found.weak.size > 0) captions.push({ row, marks: found })
      else captions = []
      return
    }
    const form = strongest(found)
    const tableForm = firstForm.get(row.table) ?? null
    const sameTable: boolean = current?.rows.at(-1)?.table === row.table
    if (form && current?.form !== form) begin(form)
    else if (!form && !sameTable && tableForm && current?.form !== tableForm) begin(tableForm)
    const continued =
      tableForm !== null ||
      (current?.form === 'reconsiderationAndLitigation' && row.cells.every(c => isFigureLike(c.text)))
    if (current && (sameTable || continued)) add(row, found)
  })
  return clusters
}

/** Parts of one form printed apart (no row twice) are one; of the rest the fullest counts. */
const choose = (clusters: readonly Cluster[]): { best: Cluster; copies: Cluster[] } => {
  const sorted = [...clusters].sort((a, b) => rowNames(b).length - rowNames(a).length)
  const best = sorted[0]!
  const parts = [best]
  const copies: Cluster[] = []
  for (const other of sorted.slice(1)) {
    const names = rowNames(other)
    const seen = new Set(parts.flatMap(rowNames))
    const overlap = names.filter(name => seen.has(name)).length
    const isResults = other.form === 'reconsiderationAndLitigation'
    if (overlap === 0 && !isResults) parts.push(other)
    else if (names.length >= rowNames(best).length * copyShare && names.length > 1) copies.push(other)
  }
  const rows = clusters.filter(cluster => parts.includes(cluster)).flatMap(cluster => cluster.rows)
  return { best: { form: best.form, rows, names: new Set(parts.flatMap(part => [...part.names])) }, copies }
}

const matchOf = (cluster: Cluster): FormMatch => ({
  form: cluster.form,
  rows: cluster.rows,
  tables: tablesOf(cluster.rows),
  labels: cluster.names.size,
})

/**
 * Finds which grids (or scattered paragraphs) print which statutory form. `breaks` are the indices in `blocks` of
 * section headings: no form runs across one.
 */
export const recognise = (blocks: readonly Block[], breaks: ReadonlySet<number>): Recognition => {
  const matches = new Map<FormKey, FormMatch>()
  const repeated: FormMatch[] = []
  const clusters = collect(streamRows(blocks), breaks)
  for (const form of ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation'] as const) {
    const own = clusters.filter(cluster => cluster.form === form && rowNames(cluster).length > 0)
    if (own.length === 0) continue
    const { best, copies } = choose(own)
    matches.set(form, matchOf(best))
    repeated.push(...copies.map(matchOf))
  }
  return { matches, repeated }
}
