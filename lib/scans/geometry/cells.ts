import type { Box } from '../../readers/pdf/geometry.ts'
import type { Ruling } from '../../readers/pdf/ink/model.ts'
import type { Grid } from './grid.ts'

/** The rulings of a grid: pieces that are drawn side by side are one. In pixels. */
export const rulingsOf = ({ xs, ys, across, down }: Grid): Ruling[] => {
  const rulings: Ruling[] = []
  const add = (isAcross: boolean, at: number, drawn: readonly boolean[], ends: readonly number[]): void => {
    for (let from = 0; from < drawn.length; from++) {
      if (!drawn[from]) continue
      let to = from
      while (drawn[to + 1]) to++
      rulings.push({ across: isAcross, at, from: ends[from]!, to: ends[to + 1]! })
      from = to
    }
  }
  for (const [at, y] of ys.entries()) add(true, y, across[at]!, xs)
  for (const [at, x] of xs.entries()) {
    const drawn = down.map(row => row[at]!)
    add(false, x, drawn, ys)
  }
  return rulings
}

/** The cells of a grid, each once, in pixels: what no drawn piece parts. One that is no rectangle is the box around it. */
export const cellsOf = ({ xs, ys, across, down }: Grid): Box[] => {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const owner = new Int32Array(rows * columns).fill(-1)
  const cells: Box[] = []
  for (let first = 0; first < owner.length; first++) {
    if (owner[first] !== -1) continue
    const open = [first]
    owner[first] = cells.length
    let [left, top, right, bottom] = [columns, rows, 0, 0]
    const visit = (row: number, column: number): void => {
      if (row < 0 || column < 0 || row >= rows || column >= columns || owner[row * columns + column] !== -1)
        return
      owner[row * columns + column] = cells.length
      open.push(row * columns + column)
    }
    let outside = false
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [row, column] = [(at / columns) | 0, at % columns]
      ;[left, right] = [Math.min(left, column), Math.max(right, column + 1)]
      ;[top, bottom] = [Math.min(top, row), Math.max(bottom, row + 1)]
      if (!down[row]![column + 1]) visit(row, column + 1)
      if (!down[row]![column]) visit(row, column - 1)
      if (!across[row]![column]) visit(row - 1, column)
      if (!across[row + 1]![column]) visit(row + 1, column)
      outside ||=
        (column === 0 && !down[row]![0]) ||
        (column === columns - 1 && !down[row]![columns]) ||
        (row === 0 && !across[0]![column]) ||
        (row === rows - 1 && !across[rows]![column])
    }
    cells.push({ left: xs[left]!, top: ys[top]!, right: xs[right]!, bottom: ys[bottom]! })
    if (outside) cells.pop()
    if (outside) for (let at = 0; at < owner.length; at++) if (owner[at] === cells.length) owner[at] = -2
  }
  return cells
}
