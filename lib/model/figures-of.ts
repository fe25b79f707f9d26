import { editionById, firstFormYear } from '../forms/find-edition.ts'
import { type FormCell, type FormKey, formCells, formKeys } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import type { Figure, Observation, Report } from './report.ts'

/** What one asks of a report: its cells, its figures, what was noticed of it. */

/** Every cell of a form in an edition, in printed order. */
export const cellsOfForm = (edition: EditionId, form: FormKey): readonly FormCell[] =>
  formCells(editionById(edition).forms[form])

/** Every cell of a report's table; none where the table was not recognised. */
export const cellsOf = (report: Pick<Report, 'editions'>, form: FormKey): readonly FormCell[] => {
  const edition = report.editions[form]
  return edition === null ? [] : cellsOfForm(edition, form)
}

/** The form a figure's key belongs to. */
export const formOfKey = (key: string): FormKey => key.slice(0, key.indexOf('.')) as FormKey

/** The printed number, or null where the cell holds none. */
export const numberAt = (report: Report, key: string): number | null => report.figures.get(key)?.value ?? null

/** A figure that is not in the report at all counts as missing. */
export const stateAt = (report: Report, key: string): Figure['state'] =>
  report.figures.get(key)?.state ?? 'missing'

/** What extraction noticed of one kind. */
export const observed = <Kind extends Observation['kind']>(
  report: Report,
  kind: Kind,
): readonly Extract<Observation, { kind: Kind }>[] =>
  report.observations.filter(
    (observation): observation is Extract<Observation, { kind: Kind }> => observation.kind === kind,
  )

/** Whether the three statutory tables are due: earlier reports had none. */
export const tablesAreDue = (report: Report): boolean =>
  report.year === null ||
  report.year >= firstFormYear ||
  formKeys.some(form => report.editions[form] !== null)
