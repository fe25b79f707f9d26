import type { RawRow } from '../../story/grid.ts'
import { between, joinLines } from '../columns.ts'
import { isFigure } from '../shapes.ts'
import type { Frame, FrameLine } from './frame.ts'

interface Open {
  readonly first: number
  readonly last: number
  readonly row: number
  rows: number
  readonly lines: string[]
}

const isDown = (character: string | undefined): boolean => character === '|' || character === '+'

/** The runs of intervals of a line that no line down parts. */
const runsOf = ({ columns, ruled }: FrameLine, edges: readonly number[]): [number, number][] => {
  const runs: [number, number][] = []
  for (let at = 0; at < ruled.length; at += 1) {
    const before = runs[runs.length - 1]
    if (before && !ruled[at] && !ruled[at - 1] && !isDown(columns[edges[at]!])) before[1] = at
    else runs.push([at, at])
  }
  return runs
}

const isRule = ({ ruled }: FrameLine): boolean => ruled.some(Boolean)

/** Where no line parts the rows, two figures below each other in one column show that each line is a row. */
const printsRows = (band: readonly FrameLine[], edges: readonly number[]): boolean => {
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const figures = band.filter(({ columns }) => isFigure(between(columns, edges[at]! + 1, edges[at + 1]!)))
    if (figures.length > 1) return true
  }
  return false
}

/** The lines with the rules that are not drawn. */
const withRules = ({ edges, lines }: Frame): FrameLine[] => {
  const rule = { columns: [], ruled: edges.slice(1).map(() => true) }
  const out: FrameLine[] = []
  let band: FrameLine[] = []
  const close = () => {
    const rows = band.length > 1 && printsRows(band, edges)
    for (const line of band) out.push(...(rows ? [line, rule] : [line]))
    band = []
  }
  for (const line of lines) {
    if (isRule(line)) {
      close()
      out.push(line)
    } else band.push(line)
  }
  close()
  return out
}

/** The cells of a drawn table with what they span, row by row; null where its lines contradict each other. */
export const rowsOfFrame = (frame: Frame): RawRow[] | null => {
  const { edges } = frame
  const cells: Open[] = []
  const open: (Open | null)[] = edges.slice(1).map(() => null)
  let row = -1
  let begun = false
  for (const line of withRules(frame)) {
    const rule = isRule(line)
    if (rule) {
      if (begun) begun = false
      line.ruled.forEach((ruled, at) => {
        if (ruled) open[at] = null
      })
    } else if (!begun) {
      row += 1
      begun = true
      for (const cell of new Set(open)) if (cell !== null) cell.rows += 1
    }
    for (const [first, last] of runsOf(line, edges)) {
      if (line.ruled[first]) continue
      const text = between(line.columns, edges[first]! + 1, edges[last + 1]!)
      const cell = open[first]
      if (cell === null || cell === undefined) {
        if (rule || open.slice(first, last + 1).some(each => each !== null)) return null
        const made = { first, last, row, rows: 1, lines: [text] }
        cells.push(made)
        open.fill(made, first, last + 1)
      } else {
        if (cell.first !== first || cell.last !== last) return null
        cell.lines.push(text)
      }
    }
  }
  const rows: RawRow['cells'][number][][] = Array.from({ length: row + 1 }, () => [])
  for (const cell of cells)
    rows[cell.row]!.push({
      text: joinLines(cell.lines),
      rowSpan: cell.rows,
      columnSpan: cell.last - cell.first + 1,
    })
  return rows.map(each => ({ cells: each }))
}
