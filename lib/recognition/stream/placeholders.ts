import type { Cell, Table } from '../../model/document.ts'

/** Names that programs give to columns without one: Col2 (PyMuPDF), Unnamed: 3 (pandas). Nothing of it is printed. */
const placeholder = /^(?:Col(?:umn)?\s?\d{1,3}|Unnamed: ?\d{1,3})$/u

/** The cells of a table, blank where a program has put a name of its own into the first row. */
export const withoutPlaceholders = ({ cells }: Table): readonly Cell[] => {
  const named = cells.filter(({ row, text }) => row === 1 && placeholder.test(text))
  if (named.length === 0) return cells
  const known = new Set(named)
  return cells.map(cell => (known.has(cell) ? { ...cell, text: '' } : cell))
}
