import { readFigure } from '../../figures/read-figure.ts'
import { withoutWords } from '../../model/own-workbook.ts'
import type { Figure, ReportTable } from '../../model/report.ts'

/** A cell that holds a number, or what may be one: 1O, 3件, a 7 with a speck. Labels have words. */
const isNumberLike = (text: string): boolean =>
  readFigure(text).state === 'number' || (/[\d０-９]/u.test(text) && !/\p{Script=Han}{2}/u.test(text))

const placeOf = (table: number, row: number, column: number): string => `${table}/${row}/${column}`

/**
 * The tables of a scan without the numbers that are not proven, those of tables that are no form of ours among them: what one
 * reader makes of a cell must not go out as if it were printed there.
 */
export const provenTables = (
  tables: readonly ReportTable[],
  figures: readonly Figure[],
): readonly ReportTable[] => {
  const proven = new Set(
    figures.flatMap(({ evidence, source }) =>
      evidence && source?.kind === 'page' ? [placeOf(source.table, source.row, source.column)] : [],
    ),
  )
  return tables.map(({ table, form }) => {
    const cells = table.cells.map(cell =>
      isNumberLike(cell.text) && !proven.has(placeOf(table.number, cell.row, cell.column))
        ? { ...cell, text: withoutWords.unreadable }
        : cell,
    )
    return { form, table: { ...table, cells } }
  })
}
