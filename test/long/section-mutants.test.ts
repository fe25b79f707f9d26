import { expect, test } from 'vitest'
import { runChecks } from '../../lib/checks/run-checks.ts'
import { readReport } from '../../lib/read-report.ts'
import { documentFromHtml } from '../../lib/readers/html/document.ts'
import { balancedFigures } from '../support/balanced.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'

/** A section dropped, emptied of its heading, or swapped with another never passes in silence. */

const loudOf = (html: string): string[] =>
  runChecks(readReport(documentFromHtml(html, 'html')))
    .filter(({ severity }) => severity !== 'info')
    .map(({ check }) => check)

for (const edition of ['2019', '2021'] as const)
  test(`edition ${edition}: sections dropped and swapped`, () => {
    const values = balancedFigures(edition, seeded(`sections ${edition}`))
    // What is plausible is not at stake here: zeros raise no remark of their own.
    for (const key of Object.keys(values)) if (key.startsWith('proactiveDisclosure.')) values[key] = 0
    const html = reportHtml(drawReport(edition, values))
    const starts = [...html.matchAll(/<p>[一二三四五六]、/gu)].map(match => match.index)
    const end = html.indexOf('<p>青禾县数据局</p>')
    const part = (at: number): string => html.slice(starts[at], starts[at + 1] ?? end)
    expect(starts).toHaveLength(6)
    expect(loudOf(html)).toEqual([])
    let tried = 0
    for (let at = 0; at < 6; at++) {
      expect(loudOf(html.replace(part(at), '')), `section ${at + 1} dropped`).toContain('section-missing')
      const heading = part(at).slice(0, part(at).indexOf('</p>') + 4)
      expect(loudOf(html.replace(heading, '')), `heading ${at + 1} dropped`).toContain('section-missing')
      tried += 2
      for (let other = at + 1; other < 6; other++) {
        const parts = starts.map((_, index) => part(index === at ? other : index === other ? at : index))
        const swapped = html.slice(0, starts[0]) + parts.join('') + html.slice(end)
        expect(loudOf(swapped), `sections ${at + 1} and ${other + 1} swapped`).toContain('section-order')
        tried++
      }
    }
    console.log(`section mutants, edition ${edition}: ${tried} of ${tried} reported`)
  })
