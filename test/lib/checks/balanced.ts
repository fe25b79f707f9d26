import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'

const people = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'socialOrganization',
  'legalServiceOrganization',
  'otherOrganization',
]
const results = ['upheld', 'corrected', 'otherOutcome', 'pending']
const heads = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration']

/** Figures of tables 3 and 4 in which every equation holds, from any stream of non-negative numbers. */
export const balancedFigures = (edition: EditionId, numbers: Iterator<number>): Record<string, number> => {
  const draw = (): number => numbers.next().value as number
  const rows = [...new Set(formCells(editionById(edition).forms.requests).map(({ row }) => row.key))]
  const items = rows.filter(row => row.startsWith('outcomes.') && row !== 'outcomes.total')
  const figures: Record<string, number> = {}
  for (const column of people) {
    const set = (row: string, value: number) => {
      figures[`requests.${row}.${column}`] = value
    }
    const drawn = items.map(draw)
    for (const [at, item] of items.entries()) set(item, drawn[at]!)
    const total = drawn.reduce((sum, value) => sum + value, 0)
    const forward = draw()
    const before = draw() % (total + forward + 1)
    set('outcomes.total', total)
    set('carriedForward', forward)
    set('carriedOver', before)
    set('newRequests', total + forward - before)
  }
  for (const row of rows)
    figures[`requests.${row}.total`] = people.reduce(
      (sum, column) => sum + figures[`requests.${row}.${column}`]!,
      0,
    )
  for (const head of heads) {
    const drawn = results.map(draw)
    for (const [at, result] of results.entries())
      figures[`reconsiderationAndLitigation.${head}.${result}`] = drawn[at]!
    figures[`reconsiderationAndLitigation.${head}.total`] = drawn.reduce((sum, value) => sum + value, 0)
  }
  return figures
}
