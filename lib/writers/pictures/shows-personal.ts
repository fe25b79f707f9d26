import { observed } from '../../model/figures-of.ts'
import type { PagePlace } from '../../model/picture.ts'
import type { Figure, Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { area, shared } from './boxes.ts'

/** Whether the picture of a cell may have a number of a person in it. */
export const isWithheld = (unproven: Figure['unproven']): unproven is NonNullable<Figure['unproven']> =>
  unproven?.readings.some(({ withheld }) => withheld) ?? false

const personalPlaces = rememberFor((report: Report): readonly PagePlace[] => [
  ...observed(report, 'personalNumber').flatMap(({ source }) => (source.kind === 'page' ? [source] : [])),
  ...[...report.figures.values()].flatMap(({ unproven }) => (isWithheld(unproven) ? [unproven] : [])),
])

/** Whether a picture of that place would show a number of a person, which no output repeats. */
export const showsPersonal = (report: Report, { page, box }: PagePlace): boolean =>
  personalPlaces(report).some(place => place.page === page && area(shared(place.box, box)) > 0)
