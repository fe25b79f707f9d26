import { unitAmbiguous } from './arrival/unit-ambiguous.ts'
import { unitLate } from './arrival/unit-late.ts'
import { unitNotReported } from './arrival/unit-not-reported.ts'
import { unitUnmatched } from './arrival/unit-unmatched.ts'
import type { CrossCheck } from './cross-check.ts'
import { foreignAuthorityNamed } from './units/foreign-authority-named.ts'
import { reportedTwice } from './units/reported-twice.ts'
import { sameFiguresElsewhere } from './units/same-figures-elsewhere.ts'
import { summaryAgainstUnits } from './units/summary-against-units.ts'
import { textCopied } from './units/text-copied.ts'
import { carriedOverAgainstLastYear } from './years/carried-over-against-last-year.ts'
import { disclosedTotalAgainstLastYear } from './years/disclosed-total-against-last-year.ts'
import { growthClaim } from './years/growth-claim.ts'
import { itemsAgainstLastYear } from './years/items-against-last-year.ts'
import { jumpAgainstLastYear } from './years/jump-against-last-year.ts'
import { normativeInForceAgainstLastYear } from './years/normative-in-force-against-last-year.ts'
import { rulesInForceAgainstLastYear } from './years/rules-in-force-against-last-year.ts'

/** Every check across reports, in the order of the catalogue and of the findings. */
export const crossChecks: readonly CrossCheck[] = [
  unitUnmatched,
  unitAmbiguous,
  unitNotReported,
  unitLate,
  reportedTwice,
  carriedOverAgainstLastYear,
  rulesInForceAgainstLastYear,
  normativeInForceAgainstLastYear,
  itemsAgainstLastYear,
  disclosedTotalAgainstLastYear,
  growthClaim,
  summaryAgainstUnits,
  sameFiguresElsewhere,
  textCopied,
  foreignAuthorityNamed,
  jumpAgainstLastYear,
]
