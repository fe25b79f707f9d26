import type { CheckCases } from './case.ts'
import { cellsCases } from './cells.ts'
import { disclosureCases } from './disclosure.ts'
import { formalitiesCases } from './formalities.ts'
import { litigationCases } from './litigation.ts'
import { requestsCases } from './requests.ts'
import { sectionsCases } from './sections.ts'
import { structureCases } from './structure.ts'
import { textItselfCases } from './text-itself.ts'
import { textTablesCases } from './text-tables.ts'

/** Broken and holding cases of every check, by its id. */
export const checkCases: CheckCases = {
  ...requestsCases,
  ...litigationCases,
  ...disclosureCases,
  ...cellsCases,
  ...structureCases,
  ...sectionsCases,
  ...formalitiesCases,
  ...textTablesCases,
  ...textItselfCases,
}
