import { editionById } from '../../lib/forms/find-edition.ts'
import { formCells } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'

type Random = (below: number) => number

const groups = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration']
const results = ['upheld', 'corrected', 'otherOutcome', 'pending']

/** Figures of a whole report in which every equation of the forms holds. Mostly zeros, as in real ones. */
export const balancedFigures = (edition: EditionId, random: Random): Record<string, number> => {
  const figures: Record<string, number> = {}
  const count = (): number => (random(3) === 0 ? random(40) : 0)
  const { forms } = editionById(edition)
  for (const { key, column } of formCells(forms.proactiveDisclosure))
    figures[key] = column.unit ? random(500) : random(90)
  const { columns, rows } = forms.requests.blocks[0]!
  const parts = columns.map(({ key }) => key).filter(key => key !== 'total')
  const items = rows
    .map(({ key }) => key)
    .filter(key => key.startsWith('outcomes.') && key !== 'outcomes.total')
  const at = (row: string, column: string): string => `requests.${row}.${column}`
  for (const column of parts) {
    for (const item of items) figures[at(item, column)] = count()
    const done = items.reduce((sum, item) => sum + figures[at(item, column)]!, 0)
    const forward = random(5)
    const carried = Math.min(random(6), done + forward)
    figures[at('outcomes.total', column)] = done
    figures[at('carriedForward', column)] = forward
    figures[at('carriedOver', column)] = carried
    figures[at('newRequests', column)] = done + forward - carried
  }
  for (const { key } of rows)
    figures[at(key, 'total')] = parts.reduce((sum, column) => sum + figures[at(key, column)]!, 0)
  for (const group of groups) {
    const prefix = `reconsiderationAndLitigation.${group}`
    for (const result of results) figures[`${prefix}.${result}`] = count()
    figures[`${prefix}.total`] = results.reduce((sum, result) => sum + figures[`${prefix}.${result}`]!, 0)
  }
  return figures
}
