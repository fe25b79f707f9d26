import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { rowLabel, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'

/** A row of table 2 with its figures by column key; null where a cell holds no number. */
export interface DisclosureRow {
  readonly label: string
  readonly key: (column: string) => string
  readonly value: (column: string) => number | null
}

/** Rows of table 2 that have the given column. */
export const rowsWith = (report: Report, column: string): readonly DisclosureRow[] =>
  cellsOf(report, 'proactiveDisclosure')
    .filter(cell => cell.column.key === column)
    .map(({ row }) => {
      const key = (of: string) => `proactiveDisclosure.${row.key}.${of}`
      return { label: rowLabel(row), key, value: of => numberAt(report, key(of)) }
    })

export const disclosureTable = tableName('proactiveDisclosure')

export const source2019 = '国办公开办函〔2019〕60号，表二'
