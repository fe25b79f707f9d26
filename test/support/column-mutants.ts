import type { DrawnCell, DrawnTable } from './form-html.ts'
import type { Random } from './structure-mutants.ts'

/** Damage to whole columns, header included, and to whole tables. */

interface Placed {
  readonly row: number
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Grid columns of every drawn cell, as a browser places them. */
const place = (table: DrawnTable): Placed[] => {
  const taken = table.map(() => new Set<number>())
  return table.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell, at) => {
      while (taken[row]!.has(column)) column++
      const { rowSpan = 1, columnSpan = 1 } = cell
      for (let r = row; r < Math.min(table.length, row + rowSpan); r++)
        for (let c = column; c < column + columnSpan; c++) taken[r]!.add(c)
      const placed = { row, at, from: column, to: column + columnSpan }
      column += columnSpan
      return placed
    })
  })
}

const isValue = (cell: DrawnCell): boolean => /^\d+$/u.test(cell.text)

const valueColumns = (table: DrawnTable): number[] => [
  ...new Set(
    place(table)
      .filter(({ row, at, from, to }) => to === from + 1 && isValue(table[row]![at]!))
      .map(({ from }) => from),
  ),
]

/** Takes a grid column out: cells in it go, cells over it shrink. */
export const dropColumn = (table: DrawnTable, random: Random): { table: DrawnTable; what: string } => {
  const columns = valueColumns(table)
  const column = columns[random(columns.length)]!
  const placed = place(table)
  const kept = table.map((cells, row) =>
    cells.flatMap((cell, at): DrawnCell[] => {
      const { from, to } = placed.find(other => other.row === row && other.at === at)!
      if (column < from || column >= to) return [cell]
      return to - from === 1 ? [] : [{ ...cell, columnSpan: to - from - 1 }]
    }),
  )
  return { table: kept, what: `dropped grid column ${column}` }
}

/** Swaps two grid columns, header included; null where their headers do not stand in the same rows. */
export const swapColumns = (
  table: DrawnTable,
  random: Random,
): { table: DrawnTable; what: string } | null => {
  const columns = valueColumns(table)
  const [a, b] = [columns[random(columns.length)]!, columns[random(columns.length)]!]
  if (a === b) return null
  const placed = place(table)
  const swapped = table.map(cells => [...cells])
  for (let row = 0; row < table.length; row++) {
    const here = placed.filter(other => other.row === row)
    const cellA = here.find(({ from }) => from === a)
    const cellB = here.find(({ from }) => from === b)
    const single = (cell: Placed | undefined) => cell && cell.to - cell.from === 1
    if (single(cellA) && single(cellB)) {
      swapped[row]![cellA!.at] = table[row]![cellB!.at]!
      swapped[row]![cellB!.at] = table[row]![cellA!.at]!
    } else if (single(cellA) || single(cellB)) return null
  }
  return { table: swapped, what: `swapped grid columns ${a} and ${b}` }
}

/** Cuts a table into two below a row that nothing reaches over; the second part repeats no header. */
export const cutRow = (table: DrawnTable, random: Random): number | null => {
  const clear = table.flatMap((_, at) => {
    const reached = table
      .slice(0, at + 1)
      .some((cells, row) => cells.some(cell => row + (cell.rowSpan ?? 1) > at + 1))
    return !reached && at > 0 && at < table.length - 1 && table[at + 1]!.some(isValue) ? [at] : []
  })
  return clear.length === 0 ? null : clear[random(clear.length)]!
}
