import type { PagePlace } from '../../model/picture.ts'
import { gravestFirst } from '../gravest-first.ts'
import type { JudgedReport } from '../judged-report.ts'
import { area, around, type PageBox, shared } from './boxes.ts'
import { viewsOf } from './views.ts'

/** Two parts of a page that would take little less apart than together. */
const nearlyOne = 1.1

const together = (one: PageBox, other: PageBox): PageBox | null => {
  const both = around([one, other])
  const apart = area(one) + area(other) - area(shared(one, other))
  return area(both) <= apart * nearlyOne ? both : null
}

/** Boxes that overlap put together; each stands where the first of its parts stood. */
const merged = (boxes: readonly PageBox[]): PageBox[] => {
  const all: PageBox[] = []
  for (const box of boxes) {
    let wider = box
    let place = all.length
    for (let at = 0; at < all.length; ) {
      const both = together(all[at]!, wider)
      if (both === null) at += 1
      else {
        wider = both
        all.splice(at, 1)
        place = Math.min(place, at)
        at = 0
      }
    }
    all.splice(place, 0, wider)
  }
  return all
}

/**
 * The places of the original that the page of a report shows, those of the gravest findings first. What several findings show is
 * asked for once: parts that overlap are one place. Empty where no finding has a place on a page.
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
  return [...Map.groupBy(places, ({ page }) => page)].flatMap(([page, own]) =>
    merged(own.map(({ box }) => box)).map(box => ({ page, box })),
  )
}
