/**
 * What counts as proof that figures belong to a row.
 *
 * 1. They stand with its label in one row of a table, whose end the input tells, and that row stands under a header of
 *    the form (`standing.ts`): a row of another table that uses the same words does not. Under a header that is not
 *    the form's they are believed only where the better part of the form stands under it (`isWholeForm` there).
 *    A blank cell has its place only in a table with its header's columns, or the form's.
 * 2. Single pieces (a cell a line, or a whole table in one row) prove nothing by standing near each other: converters
 *    put figures before their label, go column by column, or by height on the page. They are believed block by
 *    block (`rows.ts`), where the pieces repeat the printed form from its first column label to its last figure without a gap: all
 *    column labels in one of the two orders a header is read in, then every row in order, its label before exactly as
 *    many figures as there are columns, then no further figure. A label that a page break cuts may embrace its figures.
 *    A figure of the table anywhere else than behind a row label, and no piece of it is believed: what misplaced that
 *    one may have misplaced others. A row with too few costs its block: blank cells leave no trace.
 * 3. The values of table 4 have no label. Which column is which only its header tells: by the columns of a grid, or by the
 *    order of its labels (`result-order.ts`). Single pieces must be the whole header and right behind it as many
 *    figures as it has columns (`results.ts`).
 *
 * Whatever is not proven is not read.
 */

export { provenResults } from './results.ts'
export { provenRows } from './rows.ts'
export { isWholeForm, printsHeader, type Standing, standingAfter } from './standing.ts'
