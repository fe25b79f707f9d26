import { editionById } from '../../forms/find-edition.ts'
import { type Form, type FormKey, formKeys } from '../../forms/form.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { isTypedIn } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'

/** 2021 版表式（国办公开办函〔2021〕30号）. */
export const editionName = (id: EditionId): string => ` ${id} 版表式（${editionById(id).document}）`

/** A statutory table that the report prints, with the edition it follows and its form. */
export interface PrintedTable {
  readonly key: FormKey
  readonly edition: EditionId
  readonly form: Form
}

export const printedTables = (report: Pick<Report, 'editions' | 'observations'>): readonly PrintedTable[] =>
  formKeys.flatMap(key => {
    const edition = report.editions[key]
    return edition === null || isTypedIn(report, key)
      ? []
      : [{ key, edition, form: editionById(edition).forms[key] }]
  })

/** Two tables of the report that no edition prints together; null where there are none. */
export const mixedEditions = (report: Report): readonly [PrintedTable, PrintedTable] | null => {
  const tables = printedTables(report)
  for (const [at, one] of tables.entries())
    for (const other of tables.slice(at + 1))
      if (!editions.some(({ forms }) => forms[one.key] === one.form && forms[other.key] === other.form))
        return [one, other]
  return null
}
