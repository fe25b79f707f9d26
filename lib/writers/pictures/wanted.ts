import type { PagePlace } from '../../model/picture.ts'
import type { Report } from '../../model/report.ts'
import { gravestFirst } from '../gravest-first.ts'
import type { JudgedReport } from '../judged-report.ts'
import { area, around, shared } from './boxes.ts'
import { wantedCrops } from './crops.ts'
import { showsPersonal } from './shows-personal.ts'
import { viewsOf } from './views.ts'

/** Two parts of a page that overlap, and would take little less apart than together. What stands between tables is in none. */
const nearlyOne = 1.1

const together = (report: Report, one: PagePlace, other: PagePlace): PagePlace | null => {
  if (one.page !== other.page) return null
  const both: PagePlace = { page: one.page, box: around([one.box, other.box]) }
  const overlap = area(shared(one.box, other.box))
  if (overlap === 0) return null
  const apart = area(one.box) + area(other.box) - overlap
  return area(both.box) <= apart * nearlyOne && !showsPersonal(report, both) ? both : null
}

/** Places that overlap put together; each stands where the first of its parts stood. */
const merged = (report: Report, places: readonly PagePlace[]): PagePlace[] => {
  const all: PagePlace[] = []
  for (const { page, box } of places) {
    let wider: PagePlace = { page, box }
    let index = all.length
    for (let at = 0; at < all.length; ) {
      const both = together(report, all[at]!, wider)
      if (both === null) at += 1
      else {
        wider = both
        all.splice(at, 1)
        index = Math.min(index, at)
        at = 0
      }
    }
    all.splice(index, 0, wider)
  }
  return all
}

/**
 * The places of the original that the page of a report shows: of a scan first the cells that wait for a person, then those of
 * the findings, the gravest first. What several findings show is asked for once: parts that overlap are one place. Empty where
 * nothing has a place on a page.
 */
export const wantedPictures = ({
  report,
  findings,
}: Pick<JudgedReport, 'report' | 'findings'>): PagePlace[] => {
  const views = gravestFirst(findings).flatMap(finding => viewsOf(report, finding) ?? [])
  const places = [
    ...views.map(({ first }) => first),
    ...views.flatMap(({ header }) => header ?? []),
    ...views.flatMap(({ rest }) => rest),
  ]
  const ofFindings = merged(
    report,
    places.filter(place => !showsPersonal(report, place)),
  )
  return [...wantedCrops(report), ...ofFindings]
}
