import { type EditionId, type FormCell, type FormKey, formCells } from '../forms/form.ts'
import { editions } from '../forms/index.ts'
import type { Figure, Observation, Report } from '../model/report.ts'

/** The three statutory tables in printed order. */
export const formKeys: readonly FormKey[] = [
  'proactiveDisclosure',
  'requests',
  'reconsiderationAndLitigation',
]

const cellsByEdition = new Map<string, readonly FormCell[]>(
  editions.flatMap(edition =>
    formKeys.map(form => [`${edition.id} ${form}`, formCells(edition.forms[form])] as const),
  ),
)

/** Every cell of a form in an edition, in printed order. */
export const cellsOfForm = (edition: EditionId, form: FormKey): readonly FormCell[] =>
  cellsByEdition.get(`${edition} ${form}`) ?? []

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

/** Whether the three statutory tables are due: the form of 2019 was the first to have them. */
export const tablesAreDue = (report: Report): boolean =>
  report.year === null || report.year >= 2019 || formKeys.some(form => report.editions[form] !== null)
