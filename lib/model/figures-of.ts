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

/** Whether a person read the figure off the original: how it had been read matters no more. */
export const isEntered = (report: Report, key: string): boolean =>
  report.figures.get(key)?.entered !== undefined

/** Whether a report has figures that a person typed in. */
export const hasEntered = ({ figures }: Pick<Report, 'figures'>): boolean =>
  figures.values().some(({ entered }) => entered !== undefined)

/** A figure as it had been read, before a person typed it in. */
export const asRead = (figure: Figure): Pick<Figure, 'state' | 'value'> => figure.entered?.was ?? figure

/** Whether a figure is what was read, also where a person typed in the same. */
export const isAsRead = (figure: Figure | undefined): boolean =>
  figure?.entered === undefined || figure.entered.was.value === figure.value

/** What tells which figures wait for a person. */
export type OfScan = Pick<Report, 'editions' | 'figures' | 'scan'>

/** The cells of a table of a scan whose figures were not proven, also those that a person has typed in since, in the order of the form. */
export const unprovenCells = ({ scan, ...report }: OfScan, form: FormKey): readonly FormCell[] =>
  cellsOf(report, form).filter(({ key }) => {
    const figure = report.figures.get(key)
    return (
      figure?.unproven !== undefined ||
      (scan !== undefined && figure !== undefined && asRead(figure).state === 'unreadable')
    )
  })

/** Those of them that wait for a person. */
export const openCells = (report: OfScan, form: FormKey): readonly FormCell[] =>
  unprovenCells(report, form).filter(({ key }) => report.figures.get(key)!.entered === undefined)

/** The cells of a report's table whose figures nobody typed in. */
export const cellsRead = (report: Report, form: FormKey): readonly FormCell[] =>
  cellsOf(report, form).filter(({ key }) => !isEntered(report, key))

/** Whether a table was not recognised and has its edition by what a person typed in. */
export const isTypedIn = (
  { editions, observations }: Pick<Report, 'editions' | 'observations'>,
  form: FormKey,
): boolean =>
  editions[form] !== null &&
  observations.some(
    each => (each.kind === 'tableUnreadable' || each.kind === 'tableMissing') && each.form === form,
  )

/** Whether the three statutory tables are due: earlier reports had none. */
export const tablesAreDue = (report: Report): boolean =>
  report.year === null ||
  report.year >= firstFormYear ||
  formKeys.some(form => report.editions[form] !== null)
