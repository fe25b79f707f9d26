import { isBlank, type StreamCell } from '../stream/stream-row.ts'

/** The header cell above a column of values. `key` is null where the printed label is none of the form's. */
export interface HeaderLeaf {
  readonly key: string | null
  readonly cell: StreamCell
  /** Read although the printed label is not the official one. */
  readonly variant: boolean
  /** Cut so short that its place decided which column it is. */
  readonly byPlace?: true
}

/** The printed header of a block, left to right. `grid`: its columns can be compared with those of the data rows. */
export interface Header {
  readonly leaves: readonly HeaderLeaf[]
  readonly grid: boolean
  /** Lacks columns of the form whose figures may stand there all the same. */
  readonly partial?: true
}

export interface Assignment {
  /** One entry per column of the form, in the form's order; null where the value cannot be known. */
  readonly cells: readonly (StreamCell | null)[]
  /** The order of the cells decided although the grid of the header says otherwise. */
  readonly misaligned: boolean
}

export const overlaps = (a: StreamCell, b: StreamCell): boolean => a.from < b.to && b.from < a.to
const inside = (a: StreamCell, b: StreamCell): boolean => a.from >= b.from && a.to <= b.to

/**
 * A heading over two columns leaves a blank one behind it in some inputs: where every column of the form is headed and has
 * one figure, each in its own place or in the blank one next to it, their order is the form's.
 */
const besideBlanks = (
  values: readonly StreamCell[],
  keys: readonly string[],
  { leaves, partial }: Header,
): (StreamCell | null)[] | null => {
  const known = leaves.filter(leaf => leaf.key !== null)
  const whole = known.length === keys.length && known.every((leaf, at) => leaf.key === keys[at])
  const rest = leaves.every(leaf => leaf.key !== null || isBlank(leaf.cell))
  const speaking = values.filter(value => !isBlank(value))
  if (partial || !whole || !rest || speaking.length !== keys.length) return null
  const beside = leaves.every((leaf, at) => {
    if (leaf.key !== null || isBlank(values[at]!)) return true
    return leaves[at - 1]?.key != null && isBlank(values[at - 1]!)
  })
  return beside ? speaking : null
}

/** By the printed header, one value under each header cell, where header and row have as many cells. */
const byHeader = (
  values: readonly StreamCell[],
  keys: readonly string[],
  header: Header,
): (StreamCell | null)[] | null => {
  const { leaves } = header
  if (leaves.length !== values.length) return null
  const known = leaves.filter(leaf => leaf.key !== null)
  if (known.length < 2 && keys.length > 1) return null
  if (new Set(known.map(leaf => leaf.key)).size !== known.length) return null
  // A figure under no label, and none under the label before it: that label may stand over both columns.
  const beside = leaves.some(
    (leaf, at) =>
      at > 0 && leaf.key === null && isBlank(leaf.cell) && !isBlank(values[at]!) && isBlank(values[at - 1]!),
  )
  if (beside) return null
  const strangers = leaves.flatMap((leaf, at) =>
    leaf.key === null && !(isBlank(leaf.cell) && isBlank(values[at]!)) ? [at] : [],
  )
  if (strangers.some(at => isBlank(leaves[at]!.cell))) return besideBlanks(values, keys, header)
  const found = keys.map(key => leaves.findIndex(leaf => leaf.key === key))
  const missing = found.flatMap((place, at) => (place < 0 ? [at] : []))
  // As many cells as the header has, but not as the form has: without a grid other ones may be missing here than there.
  if (missing.length > 0 && strangers.length === 0 && !header.grid) return null
  if (strangers.length > 0 && missing.length > 0) {
    // A label that is not the form's stands where a label is missing: only where every other label stands in its own place.
    if (leaves.length !== keys.length || found.some((place, at) => place >= 0 && place !== at)) return null
    return [...values]
  }
  return found.map(place => (place < 0 ? null : values[place]!))
}

/** A number that stands for this row and the next. `tall`: the row's label does so too. */
const isForSeveralRows = (value: StreamCell, tall: boolean): boolean =>
  value.merged && !tall && !isBlank(value)

/** Values in the columns without a label to the right of a header cell: it may stand over them, as Markdown cannot say. */
const underBlanks = (
  values: readonly StreamCell[],
  cell: StreamCell,
  leaves: readonly HeaderLeaf[],
): StreamCell[] => {
  const next = leaves.find(leaf => leaf.cell.from >= cell.to && !isBlank(leaf.cell))
  if (next === undefined || next.cell.from === cell.to) return []
  return values.filter(value => value.from >= cell.to && value.to <= next.cell.from)
}

/** By the columns of the grid: every header cell has exactly one value cell that says something, and nothing stands outside. */
const byGrid = (
  values: readonly StreamCell[],
  keys: readonly string[],
  header: Header,
  tall: boolean,
): (StreamCell | null)[] | null => {
  if (!header.grid) return null
  const cells: (StreamCell | null)[] = []
  const used = new Set<StreamCell>()
  for (const key of keys) {
    const above = header.leaves.filter(leaf => leaf.key === key)
    if (above.length !== 1) return null
    const own = values.filter(value => overlaps(value, above[0]!.cell))
    if (own.length === 0) return null
    const beside = own.every(isBlank) ? underBlanks(values, above[0]!.cell, header.leaves) : []
    const under = [...own, ...beside]
    const speaking = under.filter(value => !isBlank(value))
    if (beside.filter(value => !isBlank(value)).length > 1) return null
    // A merged cell that the input repeats in every column it covers says the same each time.
    if (speaking.some(value => value.text.trim() !== speaking[0]!.text.trim())) return null
    const chosen = speaking[0] ?? under[0]!
    for (const value of under) used.add(value)
    // A filled cell merged over several columns, or down from another row, says nothing of a single one.
    const shared =
      !isBlank(chosen) &&
      (chosen.continued ||
        isForSeveralRows(chosen, tall) ||
        !(beside.includes(chosen) || inside(chosen, above[0]!.cell)))
    cells.push(shared ? null : chosen)
  }
  return values.every(value => used.has(value) || isBlank(value)) ? cells : null
}

const agreesWithGrid = (
  cells: readonly (StreamCell | null)[],
  keys: readonly string[],
  header: Header,
): boolean =>
  cells.every((cell, at) => {
    const above = header.leaves.find(leaf => leaf.key === keys[at])
    return !cell || !above || overlaps(cell, above.cell)
  })

/** Whether the labels of the header that are the form's stand in the form's order. */
const isOfficial = ({ leaves }: Header, keys: readonly string[]): boolean => {
  const known = leaves.flatMap(leaf => (leaf.key ? [keys.indexOf(leaf.key)] : []))
  return known.every((place, at) => at === 0 || place > known[at - 1]!)
}

/** Two numbers in one cell, one below or beside the other: without a grid it is not known whether a cell is missing after this one. */
const printsTwo = ({ text }: StreamCell): boolean =>
  text.length < 60 && /^\s*[+-]?\d[\d,.]*\s+[+-]?\d[\d,.]*\s*$/u.test(text)

/**
 * Which value cell belongs to which column. Null where it cannot be known: then no value of the row may be used.
 * Cells are never shifted to fill a hole. `tall`: the label of the row reaches over several rows.
 */
export const assignColumns = (
  values: readonly StreamCell[],
  keys: readonly string[],
  header: Header | null,
  tall = false,
): Assignment | null => {
  if (!header?.grid && values.some(printsTwo)) return null
  const merged =
    values.some(value => (value.continued && !isBlank(value)) || isForSeveralRows(value, tall)) ||
    (header?.grid &&
      values.some(value => header.leaves.filter(leaf => leaf.key && inside(leaf.cell, value)).length > 1))
  if (!merged) {
    const official = !header || isOfficial(header, keys)
    const named = header && byHeader(values, keys, header)
    const misaligned = !!named && header.grid && !agreesWithGrid(named, keys, header)
    // A header that stands askew must not bring the columns into another order, nor tell which cell is missing.
    if (named && (!misaligned || (official && !named.includes(null)))) return { cells: named, misaligned }
    if (values.length === keys.length && official) {
      const misaligned = !!header?.grid && !agreesWithGrid(values, keys, header)
      return { cells: values, misaligned }
    }
  }
  // Blank cells of the labels, then as many figures as the row has: they can stand nowhere else.
  const slots = values.slice(0, Math.max(0, values.length - keys.length))
  const figures = values.slice(slots.length)
  const inOrder = !header || (!header.grid && isOfficial(header, keys))
  if (inOrder && !merged && slots.length > 0 && slots.every(isBlank) && !figures.some(isBlank))
    return { cells: figures, misaligned: false }
  const aligned = header && byGrid(values, keys, header, tall)
  // A number under two headers at once: the grid of the row is not the header's, whatever it says of the others.
  if (aligned) return { cells: aligned, misaligned: aligned.includes(null) }
  if (merged || values.length <= keys.length || (header?.leaves.length ?? 0) > keys.length) return null
  const rest = values.slice(keys.length)
  const first = values.slice(0, keys.length)
  // A blank in front and blanks behind: the cells may as well have been pushed to the right.
  const unambiguous = first.every(isBlank) || (!isBlank(first[0]!) && !isBlank(first[first.length - 1]!))
  return rest.every(isBlank) && unambiguous ? { cells: first, misaligned: false } : null
}
