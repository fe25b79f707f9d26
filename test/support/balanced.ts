import { editionById } from '../../lib/forms/find-edition.ts'
import { formCells } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'

type Random = (below: number) => number

/** Mostly zeros, as in real ones. */
const usual = (random: Random): number => (random(3) === 0 ? random(40) : 0)

/** Figures of a whole report in which every equation of its forms holds. `draw`: what stands where no sum does. */
export const balancedFigures = (
  edition: EditionId,
  random: Random,
  draw: (random: Random) => number = usual,
): Record<string, number> => {
  const figures: Record<string, number> = {}
  const count = (): number => draw(random)
  const { forms } = editionById(edition)
  for (const { key, column } of formCells(forms.proactiveDisclosure))
    figures[key] = column.unit ? random(500) : random(90)
  const { columns, rows } = forms.requests.blocks[0]!
  const at = (row: string, column: string): string => `requests.${row}.${column}`
  const hasBalance = rows.some(({ key }) => key === 'outcomes.total')
  if (!hasBalance) for (const { key } of formCells(forms.requests)) figures[key] = random(90)
  const parts = columns.map(({ key }) => key).filter(key => key !== 'total')
  const items = rows
    .map(({ key }) => key)
    .filter(key => key.startsWith('outcomes.') && key !== 'outcomes.total')
  for (const column of hasBalance ? parts : []) {
    for (const item of items) figures[at(item, column)] = count()
    const done = items.reduce((sum, item) => sum + figures[at(item, column)]!, 0)
    const forward = random(5)
    const carried = Math.min(random(6), done + forward)
    figures[at('outcomes.total', column)] = done
    figures[at('carriedForward', column)] = forward
    figures[at('carriedOver', column)] = carried
    figures[at('newRequests', column)] = done + forward - carried
  }
  for (const { key } of hasBalance ? rows : [])
    figures[at(key, 'total')] = parts.reduce((sum, column) => sum + figures[at(key, column)]!, 0)
  const results = formCells(forms.reconsiderationAndLitigation).map(({ key }) => key)
  for (const key of results.filter(each => !each.endsWith('.total'))) figures[key] = count()
  for (const total of results.filter(each => each.endsWith('.total'))) {
    const group = total.slice(0, total.lastIndexOf('.') + 1)
    figures[total] = results
      .filter(key => key.startsWith(group) && key !== total)
      .reduce((sum, key) => sum + figures[key]!, 0)
  }
  return figures
}
