import { type FigureColumn, figureColumns } from '../columns.ts'

/** Doubt in a number that was read, as SQL: `doubtful` of a record has a digit for each figure column, or is null. */

const digitOf = new Map(figureColumns.map(({ name }, at) => [name, at + 1]))

type Named = Pick<FigureColumn, 'name'>

/** Whether the number of a report may not be the one printed. Null where none of the report's is in doubt. */
export const isDoubtful = (alias: string, { name }: Named): string =>
  `substr(${alias}.doubtful, ${digitOf.get(name)}, 1) = '1'`

/** The same of the digits of a record. */
export const isDoubtfulIn = (digits: string | null, { name }: Named): boolean =>
  digits !== null && digits[digitOf.get(name)! - 1] === '1'

/** The number of a report, or null where it is in doubt: what was not surely read is compared with nothing. */
export const sure = (alias: string, column: Named): string =>
  `CASE WHEN ${isDoubtful(alias, column)} THEN NULL ELSE ${alias}.${column.name} END`

/** Whether any of these numbers of a report is in doubt. */
export const anyDoubtful = (alias: string, columns: readonly Named[]): string =>
  columns.length > 30
    ? `${alias}.doubtful IS NOT NULL`
    : `(${columns.map(column => isDoubtful(alias, column)).join(' OR ')})`
