import { keysRead } from '../../forms/distinct-forms.ts'
import { type FormKey, formKeys, type SectionKey } from '../../forms/form.ts'
import type { Block } from '../../model/document.ts'
import { type Marks, marksOf, rowMarks, strongest } from '../labels/marks.ts'
import { allResultLabels, resultLabelsOf } from '../labels/result-labels.ts'
import { isFigureLike, isNumeric } from '../labels/vocabulary.ts'
import { joinPrintedLines } from '../printed-lines/index.ts'
import { streamRows } from '../stream/stream.ts'
import type { StreamRow } from '../stream/stream-row.ts'
import { joinTornCells } from '../stream/torn-cells.ts'
import { likelyForms } from './edition-of.ts'
import { captionYear, namesSample, type YearMark, yearMark } from './years.ts'

/** The rows of the document that print one statutory form, tables split over pages or row groups put together. */
export interface FormMatch {
  readonly form: FormKey
  readonly rows: readonly StreamRow[]
  /** Numbers of the document's tables it was read from. */
  readonly tables: readonly number[]
  /** How many different labels of the form were met. */
  readonly labels: number
  /** The year printed over it, if any. */
  readonly caption: YearMark | null
  /** Called a sample by the line above it. */
  readonly sample: boolean
  /** No figure stands in it. */
  readonly blank: boolean
  /** Stands under the heading of its own section. */
  readonly home: boolean
}

export interface Recognition {
  readonly matches: ReadonlyMap<FormKey, FormMatch>
  /** Further complete copies of a form. */
  readonly repeated: readonly FormMatch[]
}

interface Cluster {
  readonly form: FormKey
  /** The section whose heading stands before it. */
  readonly section: SectionKey | null
  readonly rows: StreamRow[]
  readonly names: Set<string>
  /** The names that stand before values in tables, not in headers or in captions between them. */
  readonly inTables: Set<string>
  /** The groups of results that its tables print. */
  readonly groups: Set<string>
}

const resultKeys: ReadonlySet<SectionKey | null> = new Set(keysRead('results'))

/** Whether the form of a section is read by its results. */
const isOfResults = (key: SectionKey | null): key is FormKey => resultKeys.has(key)

/** A second cluster with this share of the first one's labels is another copy, not a remark on it. */
const copyShare = 0.5

const rowNames = (cluster: Cluster): string[] => rowMarks(cluster.names)

/** Whether a row may hold figures; a header, right or wrong, holds labels alone. */
const holdsValues = (row: StreamRow): boolean => row.cells.some(cell => isFigureLike(cell.text))

interface Outline {
  /** The form of the table's first strongly marked row. */
  readonly form: FormKey | null
  readonly names: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

const groupsIn = ({ cells }: StreamRow): string[] =>
  cells.flatMap(cell =>
    cell.continued ? [] : allResultLabels.flatMap(({ groupOf }) => groupOf(cell)?.key ?? []),
  )

const outlineTables = (rows: readonly StreamRow[], marks: readonly Marks[]): Map<object, Outline> => {
  const outlines = new Map<object, { form: FormKey | null; names: Set<string>; groups: Set<string> }>()
  rows.forEach((row, at) => {
    if (!row.table) return
    const known = outlines.get(row.table) ?? {
      form: null,
      names: new Set<string>(),
      groups: new Set<string>(),
    }
    known.form ??= strongest(marks[at]!)
    if (holdsValues(row)) for (const name of marks[at]!.names) known.names.add(name)
    for (const group of groupsIn(row)) known.groups.add(group)
    outlines.set(row.table, known)
  })
  return outlines
}

/** A further table with rows already met is another one (a trend, a copy), not the next part of the same. */
const printsAgain = (cluster: Cluster, { names, groups }: Outline): boolean => {
  if (isOfResults(cluster.form)) return [...groups].some(group => cluster.groups.has(group))
  const own = rowMarks(names)
  const again = own.filter(name => cluster.inTables.has(name)).length
  return again > 1 || (again === 1 && own.length <= 2)
}

/** In one table for all forms the header of the next begins with labels too common to tell it: they move along. */
const moveWeakRows = (from: Cluster | null, to: Cluster): void => {
  const moved: StreamRow[] = []
  while (from) {
    const last = from.rows.at(-1)
    if (!last?.table || to.rows.length > 0) break
    const found = marksOf(last)
    if (!found.weak.has(to.form) || found.strong.has(from.form)) break
    moved.unshift(from.rows.pop()!)
  }
  for (const row of moved) {
    to.rows.push(row)
    for (const name of marksOf(row).names) to.names.add(name)
  }
}

const tablesOf = (rows: readonly StreamRow[]): number[] => [
  ...new Set(rows.flatMap(row => (row.table ? [row.table.number] : []))),
]

/** A row that prints a year and nothing else, under figures of the same table: another year's table begins. */
const beginsYear = (cluster: Cluster, { cells }: StreamRow): boolean => {
  if (isOfResults(cluster.form)) return false
  const texts = new Set(cells.map(({ text }) => text.trim()).filter(text => text !== ''))
  const [text] = texts
  return (
    texts.size === 1 &&
    yearMark(text!) !== null &&
    cluster.rows.some(row => row.table !== null && row.cells.some(cell => isNumeric(cell.text)))
  )
}

/** A line that is a group label and nothing else begins a header of results, however its other labels are torn. */
const isGroupLine = (form: FormKey, { cells }: StreamRow): boolean =>
  cells[0]!.text.length < 12 && resultLabelsOf(form).some(({ groupOf }) => groupOf(cells[0]!) !== null)

const collect = (rows: readonly StreamRow[], breaks: ReadonlyMap<number, SectionKey>): Cluster[] => {
  const clusters: Cluster[] = []
  const marks = rows.map(marksOf)
  const outlines = outlineTables(rows, marks)
  let current: Cluster | null = null
  let section: SectionKey | null = null
  let captions: { row: StreamRow; marks: Marks }[] = []
  const add = (row: StreamRow, found: Marks): void => {
    const holds = row.table !== null && holdsValues(row)
    current!.rows.push(row)
    if (row.table) for (const group of groupsIn(row)) current!.groups.add(group)
    for (const name of found.names) {
      current!.names.add(name)
      if (holds) current!.inTables.add(name)
    }
  }
  const begin = (form: FormKey): void => {
    const before = current
    current = { form, section, rows: [], names: new Set(), inTables: new Set(), groups: new Set() }
    clusters.push(current)
    for (const caption of captions) if (caption.marks.weak.has(form)) add(caption.row, caption.marks)
    captions = []
    moveWeakRows(before, current)
  }
  rows.forEach((row, at) => {
    const found = marks[at]!
    if (!row.table) {
      const key = breaks.get(row.block)
      if (key !== undefined) {
        section = key
        current = null
        captions = []
        return
      }
      const form = strongest(found) ?? (isOfResults(section) && isGroupLine(section, row) ? section : null)
      if (form && current?.form !== form) begin(form)
      const previous: StreamRow | undefined = current?.rows[current.rows.length - 1]
      const continues = previous && (!previous.table || found.weak.has(current!.form))
      if (current && (form || found.weak.has(current.form) || continues)) add(row, found)
      else if (found.weak.size > 0) captions.push({ row, marks: found })
      else captions = []
      return
    }
    const form = strongest(found)
    const outline = outlines.get(row.table)!
    const tableForm = outline.form
    const sameTable: boolean = current?.rows.at(-1)?.table === row.table
    if (form && current?.form !== form) begin(form)
    else if (sameTable && current && beginsYear(current, row)) begin(current.form)
    else if (!form && !sameTable && tableForm && current?.form !== tableForm) begin(tableForm)
    else if (!sameTable && tableForm && current && printsAgain(current, outline)) begin(tableForm)
    const continued =
      tableForm !== null ||
      (current !== null && isOfResults(current.form) && row.cells.every(c => isFigureLike(c.text)))
    if (current && (sameTable || continued)) add(row, found)
  })
  return clusters
}

/** A caption stands at most so many lines above its table. */
const captionLines = 2

/** Years that rows of a cluster print alone. */
const yearsOf = ({ rows }: Cluster): YearMark[] =>
  rows.flatMap(({ cells }) => (cells.length === 1 ? (yearMark(cells[0]!.text) ?? []) : []))

/**
 * The table of a form is the fullest in its own section. Elsewhere none is believed where the report keeps its other
 * tables under their headings, and otherwise only one that prints a good part of the form: annexes, budgets and
 * trends speak of the same rows. Parts printed apart in one section (no row twice) are one table.
 */
const choose = (
  form: FormKey,
  clusters: readonly Cluster[],
  headed: { readonly own: boolean; readonly others: boolean },
): { best: Cluster; copies: Cluster[] } | null => {
  const sorted = [...clusters].sort((a, b) => rowNames(b).length - rowNames(a).length)
  const best = sorted.find(cluster => cluster.section === form) ?? sorted[0]!
  const isFull = (): boolean =>
    likelyForms(form, best.rows).some(({ proof }) => rowNames(best).length >= proof.elsewhere)
  if (best.section !== form && headed.own && (headed.others || !isFull())) return null
  const parts = [best]
  const copies: Cluster[] = []
  for (const other of sorted) {
    if (other === best) continue
    const names = rowNames(other)
    const seen = new Set(parts.flatMap(rowNames))
    const apart = !isOfResults(form) && names.every(name => !seen.has(name))
    const years = yearsOf(other)
    const ofAnother = years.length > 0 && yearsOf(best).length > 0
    if (apart && !ofAnother && other.section === best.section) parts.push(other)
    else if (names.length >= rowNames(best).length * copyShare && names.length > 1) copies.push(other)
  }
  const rows = clusters.filter(cluster => parts.includes(cluster)).flatMap(cluster => cluster.rows)
  return { best: { ...best, rows, names: new Set(parts.flatMap(part => [...part.names])) }, copies }
}

/** The rows and lines that may name what a cluster holds: those before its first figures, and the lines right above. */
const captionsOf = (cluster: Cluster, blocks: readonly Block[]): string[] => {
  const first = cluster.rows.findIndex(row => row.cells.some(cell => isNumeric(cell.text)))
  const head = cluster.rows.slice(0, first < 0 ? cluster.rows.length : first)
  const above: string[] = []
  for (let at = cluster.rows[0]!.block - 1; at >= 0 && above.length < captionLines; at--) {
    const block = blocks[at]!
    if (block.kind === 'table') break
    above.push(block.text)
  }
  const own = head.flatMap(({ cells }) => {
    const texts = [...new Set(cells.map(({ text }) => text).filter(text => text.trim() !== ''))]
    return texts.length === 1 ? texts : []
  })
  return [...own, ...above]
}

const matchOf = (cluster: Cluster, blocks: readonly Block[]): FormMatch => {
  const captions = captionsOf(cluster, blocks)
  return {
    form: cluster.form,
    rows: cluster.rows,
    tables: tablesOf(cluster.rows),
    labels: cluster.names.size,
    caption: captions.map(captionYear).find(mark => mark !== null) ?? null,
    sample: captions.some(namesSample),
    blank: !cluster.rows.some(row => row.table !== null && row.cells.some(cell => isNumeric(cell.text))),
    home: cluster.section === cluster.form,
  }
}

/**
 * Finds which grids (or scattered paragraphs) print which statutory form. `breaks` are the section headings by their
 * index in `blocks`: no form runs across one.
 */
export const recognise = (blocks: readonly Block[], breaks: ReadonlyMap<number, SectionKey>): Recognition => {
  const matches = new Map<FormKey, FormMatch>()
  const repeated: FormMatch[] = []
  const clusters = collect(joinTornCells(joinPrintedLines(streamRows(blocks), breaks)), breaks)
  const sections = new Set(breaks.values())
  const atHome = new Set(clusters.filter(cluster => cluster.section === cluster.form).map(({ form }) => form))
  for (const form of formKeys) {
    const others = [...atHome].some(other => other !== form)
    const own = clusters.filter(cluster => cluster.form === form && rowNames(cluster).length > 0)
    const chosen = own.length === 0 ? null : choose(form, own, { own: sections.has(form), others })
    if (!chosen) continue
    matches.set(form, matchOf(chosen.best, blocks))
    repeated.push(...chosen.copies.map(copy => matchOf(copy, blocks)))
  }
  return { matches, repeated }
}
