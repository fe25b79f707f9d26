/** Whether a line separates a slot from the one to its right, or from the one below it. */
export interface Walls {
  readonly rightOf: (row: number, column: number) => boolean
  readonly below: (row: number, column: number) => boolean
}

/** Slots that no line separates; ends exclusive. */
export interface Rectangle {
  readonly row: number
  readonly endRow: number
  readonly column: number
  readonly endColumn: number
}

type Label = (row: number, column: number) => number

/** Numbers the regions of slots between which no wall stands. */
const label = (rows: number, columns: number, walls: Walls): Label => {
  const region = new Int32Array(rows * columns).fill(-1)
  let count = 0
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue
    const waiting = [start]
    region[start] = count
    for (let slot = waiting.pop(); slot !== undefined; slot = waiting.pop()) {
      const row = Math.floor(slot / columns)
      const column = slot % columns
      const reach = (next: number, free: boolean): void => {
        if (!free || region[next] !== -1) return
        region[next] = count
        waiting.push(next)
      }
      if (column + 1 < columns) reach(slot + 1, !walls.rightOf(row, column))
      if (column > 0) reach(slot - 1, !walls.rightOf(row, column - 1))
      if (row + 1 < rows) reach(slot + columns, !walls.below(row, column))
      if (row > 0) reach(slot - columns, !walls.below(row - 1, column))
    }
    count += 1
  }
  return (row, column) => region[row * columns + column]!
}

/**
 * Merged cells: slots of one region as rectangles, row by row. A region with corners, left by a line that is missing
 * in part, gives a rectangle for each run of rows in which it is equally wide.
 */
export const rectangles = (rows: number, columns: number, walls: Walls): Rectangle[] => {
  const regionAt = label(rows, columns, walls)
  const found: (Rectangle & { region: number })[] = []
  let above: (Rectangle & { region: number })[] = []
  for (let row = 0; row < rows; row++) {
    const here: (Rectangle & { region: number })[] = []
    for (let column = 0; column < columns; ) {
      const region = regionAt(row, column)
      let endColumn = column + 1
      while (endColumn < columns && regionAt(row, endColumn) === region) endColumn++
      const known = above.find(
        other => other.region === region && other.column === column && other.endColumn === endColumn,
      )
      const rectangle = { row: known?.row ?? row, endRow: row + 1, column, endColumn, region }
      here.push(rectangle)
      column = endColumn
    }
    found.push(
      ...above.filter(
        other =>
          !here.some(
            next => next.row === other.row && next.region === other.region && next.column === other.column,
          ),
      ),
    )
    above = here
  }
  found.push(...above)
  return found
    .map(({ row, endRow, column, endColumn }) => ({ row, endRow, column, endColumn }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
}
