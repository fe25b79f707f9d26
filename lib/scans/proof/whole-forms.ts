import { type FormKey, formKeys } from '../../forms/form.ts'
import { cellsOf } from '../../model/figures-of.ts'
import type { Observation, Report } from '../../model/report.ts'
import { boxOfAll, holds } from '../../readers/pdf/geometry.ts'
import { type ByPlace, boxOf, placeOf } from './by-place.ts'

/**
 * Whether a table is the form it was taken for. One that prints more than the form has, a second time, of another year or
 * in another order may be another one, or another edition of it, and its sums may hold all the same.
 */

/** What leaves open no more than the figures it is about, which have then no reading or stand in no sum that can be assessed. */
const ofItsFigures: ReadonlySet<Observation['kind']> = new Set([
  'rowMissing',
  'rowUnmet',
  'rowUnreadable',
  'columnMissing',
])

const isDoubt = (observation: Observation, form: FormKey): boolean =>
  'form' in observation &&
  observation.form === form &&
  !ofItsFigures.has(observation.kind) &&
  (observation.kind !== 'labelVariant' || observation.risky === true)

/** Whether among the figures of a form, page by page, something is printed that is none of them. */
const printsMore = (report: Report, { unclaimed }: ByPlace, form: FormKey): boolean => {
  const places = cellsOf(report, form).flatMap(({ key }) => placeOf(report.figures.get(key)) ?? [])
  const areas = [...Map.groupBy(places, ({ page }) => page)].map(([page, own]) => ({
    page,
    box: boxOfAll(own.map(boxOf)),
  }))
  return unclaimed.some(
    cell =>
      cell.printed !== 'blank' &&
      areas.some(({ page, box }) => page === cell.page && holds(box, boxOf(cell))),
  )
}

/** The forms that stand in the file as they were taken for. */
export const wholeForms = (report: Report, placed: ByPlace): readonly FormKey[] =>
  formKeys.filter(
    form =>
      report.editions[form] !== null &&
      !report.observations.some(observation => isDoubt(observation, form)) &&
      !printsMore(report, placed, form),
  )
