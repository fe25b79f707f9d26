import { cellsOfForm } from '../../model/figures-of.ts'
import { columnLabel, columnPlace, rowLabel, rowPlace } from '../../model/form-words.ts'
import { remember } from '../../util/remember.ts'
import { formWords } from '../../writers/words.ts'
import { figureColumns } from '../columns.ts'

const columns = new Map(figureColumns.map(column => [column.key, column]))

/** A cell by its table, row and column, in the newest edition that prints it; its key where none does. */
export const cellWords = remember((key: string): string => {
  const column = columns.get(key)
  const cell = column && cellsOfForm(column.editions.at(-1)!, column.form).find(each => each.key === key)
  if (!column || !cell) return key
  return `${formWords[column.form].short} ${rowPlace(rowLabel(cell.row)).zh}${columnPlace(columnLabel(cell.column)).zh}`
})
