import type { Row } from '../column.ts'
import type { SeasonView } from '../season-view.ts'
import { indexPage } from './index-page.ts'
import { indexPath, unitPath } from './links.ts'
import { type PageLimits, pageLimits, seasonFacts } from './season-facts.ts'
import { unitPage } from './unit-page.ts'

export interface SeasonPage {
  /** Below the folder of the season. */
  readonly path: string
  readonly html: string
}

export interface PagesOptions {
  /** Link to the review page of a report, as seen from the folder of the season; null where nobody knows it. */
  readonly resultOf?: (row: Row) => string | null
  readonly limits?: PageLimits
}

/** `index.html`, then a page for each unit unless there are too many. The same season gives the same pages. */
export function* seasonPages(view: SeasonView, options: PagesOptions = {}): Generator<SeasonPage> {
  const { resultOf = () => null, limits = pageLimits } = options
  const facts = seasonFacts(view, resultOf, limits)
  yield { path: indexPath, html: indexPage(facts) }
  for (const [at, { unit }] of facts.tree.entries())
    if (facts.hasPage(unit.unit)) yield { path: unitPath(unit.unit), html: unitPage(facts, at) }
}
