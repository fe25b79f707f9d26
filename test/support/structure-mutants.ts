import type { FormKey } from '../../lib/forms/form.ts'
import { formKeys as forms } from '../../lib/forms/form.ts'
import type { DrawnCell, DrawnReport, DrawnTable } from './form-html.ts'

/** Damage to the structure of a drawn table, as it happens to real ones. Each says what it did. */

export type Random = (below: number) => number

export interface Mutant {
  readonly what: string
  readonly report: DrawnReport
}

const isValue = (cell: DrawnCell): boolean => /^\d+$/u.test(cell.text)
const hasValues = (row: readonly DrawnCell[]): boolean => row.some(isValue)

const change = (report: DrawnReport, form: FormKey, table: DrawnTable, what: string): Mutant => ({
  what: `${form}: ${what}`,
  report: { ...report, [form]: table },
})

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!

const valueRows = (table: DrawnTable): number[] => table.flatMap((row, at) => (hasValues(row) ? [at] : []))
const valueCells = (row: readonly DrawnCell[]): number[] =>
  row.flatMap((cell, at) => (isValue(cell) ? [at] : []))

const withRow = (table: DrawnTable, at: number, row: DrawnCell[]): DrawnTable =>
  table.map((old, index) => (index === at ? row : old))

type Operator = (table: DrawnTable, random: Random) => { table: DrawnTable; what: string } | null

const dropCell: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  const cell = pick(valueCells(table[at]!), random)
  return {
    table: withRow(table, at, table[at]!.toSpliced(cell, 1)),
    what: `dropped cell ${cell} of row ${at}`,
  }
}

const insertBlank: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  const cell = pick(valueCells(table[at]!), random)
  return {
    table: withRow(table, at, table[at]!.toSpliced(cell, 0, { text: '' })),
    what: `blank before cell ${cell} of row ${at}`,
  }
}

const insertNumber: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  const cell = pick(valueCells(table[at]!), random)
  return {
    table: withRow(table, at, table[at]!.toSpliced(cell, 0, { text: '77777' })),
    what: `number before cell ${cell} of row ${at}`,
  }
}

const mergeAcross: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  const cells = valueCells(table[at]!)
  if (cells.length < 2) return null
  const first = cells[random(cells.length - 1)]!
  const merged = { ...table[at]![first]!, columnSpan: 2 }
  return {
    table: withRow(table, at, table[at]!.toSpliced(first, 2, merged)),
    what: `merged cells ${first} and next of row ${at}`,
  }
}

const mergeDown: Operator = (table, random) => {
  const rows = valueRows(table).filter(at => table[at + 1] && hasValues(table[at + 1]!))
  if (rows.length === 0) return null
  const at = pick(rows, random)
  const above = valueCells(table[at]!)
  const below = valueCells(table[at + 1]!)
  const nth = random(Math.min(above.length, below.length))
  const upper = withRow(
    table,
    at,
    table[at]!.with(above.at(nth)!, { ...table[at]![above[nth]!]!, rowSpan: 2 }),
  )
  return {
    table: withRow(upper, at + 1, table[at + 1]!.toSpliced(below[nth]!, 1)),
    what: `merged value ${nth} of rows ${at} and next`,
  }
}

/** Rows whose first cells reach over several rows hold a group's label: taking one out moves the label down. */
const takeOut = (table: DrawnTable, at: number): DrawnTable => {
  const row = table[at]!
  const groups = row
    .filter(cell => (cell.rowSpan ?? 1) > 1)
    .map(cell => ({ ...cell, rowSpan: cell.rowSpan! - 1 }))
  const shrunk = table.map((other, index) =>
    other.map(cell => {
      const reaches = index < at && index + (cell.rowSpan ?? 1) > at
      return reaches ? { ...cell, rowSpan: cell.rowSpan! - 1 } : cell
    }),
  )
  const next = shrunk[at + 1]
  const moved = next && groups.length > 0 ? withRow(shrunk, at + 1, [...groups, ...next]) : shrunk
  return moved.toSpliced(at, 1)
}

const dropRow: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  return {
    table: takeOut(table, at),
    what: `dropped row ${at} (${table[at]!.map(cell => cell.text).join('|')})`,
  }
}

const plainRows = (table: DrawnTable): number[] =>
  valueRows(table).filter(at => table[at]!.every(cell => (cell.rowSpan ?? 1) === 1))

const swapRows: Operator = (table, random) => {
  const rows = plainRows(table)
  const at = rows.filter(row => rows.includes(row + 1) && table[row]!.length === table[row + 1]!.length)
  if (at.length === 0) return null
  const first = pick(at, random)
  return {
    table: table.with(first, table[first + 1]!).with(first + 1, table[first]!),
    what: `swapped rows ${first} and next (${table[first]![0]!.text})`,
  }
}

const doubleRow: Operator = (table, random) => {
  const at = pick(plainRows(table), random)
  const row = table[at]!
  const grown = table.map((other, index) =>
    other.map(cell =>
      index < at && index + (cell.rowSpan ?? 1) > at ? { ...cell, rowSpan: cell.rowSpan! + 1 } : cell,
    ),
  )
  return { table: grown.toSpliced(at, 0, row), what: `doubled row ${at} (${row[0]!.text})` }
}

const typo: Operator = (table, random) => {
  const at = pick(valueRows(table), random)
  const row = table[at]!
  const last = row.findLastIndex(cell => !isValue(cell))
  if (last < 0) return null
  const { text } = row[last]!
  const place = random(text.length)
  const wrong =
    random(2) === 0
      ? text.slice(0, place) + text.slice(place + 1)
      : `${text.slice(0, place)}某${text.slice(place + 1)}`
  return {
    table: withRow(table, at, row.with(last, { ...row[last]!, text: wrong })),
    what: `label ${text} → ${wrong}`,
  }
}

export const operators: Readonly<Record<string, Operator>> = {
  dropCell,
  insertBlank,
  insertNumber,
  mergeAcross,
  mergeDown,
  dropRow,
  swapRows,
  doubleRow,
  typo,
}

/** Applies an operator to a random table; null where that table has nothing to apply it to. */
export const mutate = (report: DrawnReport, operator: Operator, random: Random): Mutant | null => {
  const form = pick(forms, random)
  const done = operator(report[form], random)
  return done && change(report, form, done.table, done.what)
}
