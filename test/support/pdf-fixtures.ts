import { editionById } from '../../lib/forms/find-edition.ts'
import { formCells } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'
import type { Values } from './form-html.ts'
import { seeded } from './random.ts'

/** The invented reports set as PDF under test/lib/readers/pdf/fixtures, each made by what its note says. */
export const pdfFixtures = [
  { name: 'cut-rows', edition: '2021', note: 'Writer: low pages, rows and labels cut by page breaks' },
  {
    name: 'repeated-headers',
    edition: '2019',
    note: 'Writer: landscape, headers printed again, vertical label',
  },
  { name: 'browser', edition: '2021', note: 'Chromium: rulings as thin rectangles, narrow columns' },
] as const satisfies readonly { name: string; edition: EditionId; note: string }[]

const formKeys = ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation'] as const

/** What is printed in each cell of a fixture: blanks, dashes, zeros, small and long numbers. */
export const fixtureValues = (name: string, edition: EditionId): Values => {
  const below = seeded(name)
  const printed = (unit: boolean): string => {
    const kind = below(20)
    if (kind < 4) return ''
    if (kind === 4) return '-'
    if (unit) return `${below(20_000)}.${10 + below(89)}`
    if (kind < 11) return '0'
    return String(kind < 19 ? below(200) : 1_000 + below(90_000))
  }
  const { forms } = editionById(edition)
  return Object.fromEntries(
    formKeys.flatMap(form =>
      formCells(forms[form]).map(({ key, column }) => [key, printed(column.unit !== undefined)] as const),
    ),
  )
}
