import { editions } from '../forms/index.ts'
import type { Message } from '../model/message.ts'
import type { Check } from './check.ts'
import { checkFailed } from './check-failed.ts'
import type { CheckMetadata } from './define-check.ts'
import { instancesOf } from './equation.ts'
import type { EquationCheck } from './equation-check.ts'
import { formulaOf } from './equation-wording.ts'
import { equationChecks } from './equations.ts'
import { checks } from './index.ts'

const equations = new Map<string, EquationCheck>(equationChecks.map(check => [check.id, check]))

/** The formula of a check in Chinese: generated where the check is an equation, as written elsewhere, or null. */
export const formulaOfCheck = (check: Pick<Check, 'id' | 'formula'>): string | null => {
  const equation = equations.get(check.id)?.equation
  const edition = equation && editions.findLast(({ id }) => instancesOf(equation, id).length > 0)
  return edition ? formulaOf(equation, edition.id) : (check.formula ?? null)
}

/** One check of the catalogue as a Markdown section. `example` is a message it gave. */
export const catalogueEntry = (check: CheckMetadata, example: Message | null): string => {
  const formula = formulaOfCheck(check)
  const { editions: own = [] } = check
  const everywhere = editions.every(({ id }) => own.includes(id))
  return [
    `### \`${check.id}\``,
    `**${check.title.zh}** — ${check.title.en}`,
    [
      `- severity: \`${check.severity}\``,
      `- editions: ${own.length === 0 || everywhere ? 'all' : own.join(', ')}`,
      ...(formula === null ? [] : [`- formula: ${formula}`]),
      `- source: ${check.source}`,
    ].join('\n'),
    `${check.explanation.zh}\n\n${check.explanation.en}`,
    ...(example === null ? [] : [`> ${example.zh}\n>\n> ${example.en}`]),
  ].join('\n\n')
}

const head = `# The catalogue of checks

Generated from the checks; do not edit. \`npm run update\` writes it anew.

Ids are permanent. An \`error\` makes a report \`invalid\`, else a \`warning\` makes it \`needsReview\`. A check may lower its
severity where its text says so. A sum with blank cells is broken only where no non-negative value of the blanks could
make it hold; otherwise it is \`unassessable\`: \`info\` where it holds with every blank as 0, \`warning\` where it does not.
The quoted message of each is one it gave to an invented report.`

/** The whole catalogue as Markdown. `exampleOf` gives a message of the check with that id. */
export const catalogue = (exampleOf: (id: string) => Message | null): string =>
  [
    head,
    [...checks, checkFailed]
      .map(({ id, severity, title }) => `- [\`${id}\`](#${id}) (${severity}) ${title.zh}`)
      .join('\n'),
    '## Checks',
    ...checks.map(check => catalogueEntry(check, exampleOf(check.id))),
    '## Outcomes that are ours',
    `${catalogueEntry(checkFailed, null)}\n`,
  ].join('\n\n')
