import type { CheckCases } from './case.ts'
import { cellsCases } from './cells.ts'
import { disclosureCases } from './disclosure.ts'
import { formalitiesCases } from './formalities.ts'
import { litigationCases } from './litigation.ts'
import { personsCases } from './persons.ts'
import { requestsCases } from './requests.ts'
import { scansCases } from './scans.ts'
import { sectionsCases } from './sections.ts'
import { signatureCases } from './signatures.ts'
import { structureCases } from './structure.ts'
import { textDecisionsCases } from './text-decisions.ts'
import { textItselfCases } from './text-itself.ts'
import { textTablesCases } from './text-tables.ts'
import { yearsCases } from './years.ts'

/** Broken and holding cases of every check, by its id. */
export const checkCases: CheckCases = {
  ...requestsCases,
  ...litigationCases,
  ...disclosureCases,
  ...cellsCases,
  ...scansCases,
  ...structureCases,
  ...sectionsCases,
  ...formalitiesCases,
  ...signatureCases,
  ...personsCases,
  ...yearsCases,
  ...textTablesCases,
  ...textDecisionsCases,
  ...textItselfCases,
}
