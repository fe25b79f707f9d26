import type { LossCodeOf } from '../../../losses/index.ts'
import { type Box, boxOfAll } from '../geometry.ts'
import { cellText } from '../spelling/cell-text.ts'
import type { Tracking } from '../spelling/tracking.ts'
import type { Part, PartCell } from '../tables/part.ts'
import type { Block } from './blocks.ts'
import type { LooseCell } from './cells.ts'
import { bordersOf } from './columns.ts'
import { sameBase } from './rows.ts'

/** Labels of groups and the row's own: 三、… （三）… 1.… */
const mostLabels = 4

/** Rows of headings over the lowest ones, by the height they begin at. */
const levelsOf = (groups: readonly LooseCell[]): LooseCell[][] => {
  const levels: LooseCell[][] = []
  for (const cell of groups.toSorted((a, b) => a.top - b.top)) {
    const level = levels.at(-1)
    if (level && cell.top - level[0]!.top <= sameBase * cell.size) level.push(cell)
    else levels.push([cell])
  }
  return levels
}

/** A block as a part of a table, as if it were ruled. `edges` are those of the part it goes on from. */
export const partOf = (
  block: Block,
  page: number,
  tracking: Tracking,
  edges: readonly number[] | null,
): Part => {
  const { columns, headings, corner, rows, cells: all } = block
  const box = boxOfAll(all.map(cell => cell.box))
  const borders = bordersOf(columns)
  const hasLabels = rows.some(({ labels }) => labels.length > 0)
  const labels = hasLabels ? mostLabels : 0
  const start = columns[0]!.from - 1
  const xs = edges ?? [
    ...Array.from({ length: labels }, (_, at) => box.left + ((start - box.left) * at) / labels),
    start,
    ...borders,
    Math.max(box.right, columns.at(-1)!.to) + 1,
  ]
  const content = (cell: LooseCell) => cellText(cell.glyphs, cell.box, tracking)
  const empty = { text: '', lines: [], room: 0, losses: [] as LossCodeOf<'pdf'>[] }
  const columnAt = (x: number): number => labels + borders.filter(border => border < x).length
  const cells: PartCell[] = []
  const put = (row: number, column: number, endColumn: number, cell: LooseCell | null, place: Box): void => {
    cells.push({
      row,
      endRow: row + 1,
      column,
      endColumn,
      box: cell?.box ?? place,
      ...(cell ? content(cell) : empty),
    })
  }
  let row = 0
  const leaves = new Set(headings.length > 0 ? columns.map(({ heading }) => heading) : [])
  const groups = headings.filter(cell => !leaves.has(cell))
  for (const level of levelsOf(groups)) {
    let free = labels
    for (const cell of level.toSorted((a, b) => a.box.left - b.box.left)) {
      const column = Math.max(free, columnAt(cell.box.left))
      const endColumn = Math.max(column, columnAt(cell.box.right)) + 1
      if (column >= labels + columns.length) break
      put(row, column, endColumn, cell, cell.box)
      free = endColumn
    }
    row += 1
  }
  if (leaves.size > 0) {
    if (labels > 0) {
      const words = corner.toSorted((a, b) => a.top - b.top || a.box.left - b.box.left)
      const contents = words.map(content)
      cells.push({
        row,
        endRow: row + 1,
        column: 0,
        endColumn: labels,
        box,
        text: contents.map(({ text }) => text).join('\n'),
        lines: contents.flatMap(({ lines }) => lines),
        room: start - box.left,
        losses: contents.flatMap(({ losses }) => losses),
      })
    }
    columns.forEach((column, at) => {
      put(row, labels + at, labels + at + 1, column.heading, box)
    })
    row += 1
  }
  for (const { values, labels: own, base } of rows) {
    own.slice(-mostLabels).forEach((label, at, kept) => {
      put(row, at, at + 1 === kept.length ? labels : at + 1, label, label.box)
    })
    columns.forEach((column, at) => {
      const value = values.find(cell => columnAt((cell.box.left + cell.box.right) / 2) === labels + at)
      const place = { left: column.from, right: column.to, top: base - 10, bottom: base + 2 }
      put(row, labels + at, labels + at + 1, value ?? null, place)
    })
    row += 1
  }
  return { page, box, xs, rows: row, cells }
}
