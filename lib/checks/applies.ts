import { editionById } from '../forms/find-edition.ts'
import { formKeys } from '../forms/form.ts'
import { editions as all } from '../forms/index.ts'
import type { Report } from '../model/report.ts'
import type { Check } from './check.ts'

/** Whether a check is a rule of the edition that the report's table follows; one of all editions always is. */
export const applies = (
  { editions, forms = formKeys }: Pick<Check, 'editions' | 'forms'>,
  report: Pick<Report, 'editions'>,
): boolean => {
  if (all.every(({ id }) => editions.includes(id))) return true
  const form = forms.find(key => report.editions[key] !== null)
  const used = form && report.editions[form]
  if (!form || !used) return false
  return editions.some(id => editionById(id).forms[form] === editionById(used).forms[form])
}
