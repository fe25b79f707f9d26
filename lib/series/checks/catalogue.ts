import type { Message } from '../../model/message.ts'
import type { CrossCheck } from './cross-check.ts'
import { crossChecks } from './index.ts'

const entry = (check: CrossCheck, example: Message | null): string =>
  [
    `### \`${check.id}\``,
    `**${check.title.zh}** — ${check.title.en}`,
    [
      `- severity: \`${check.severity}\``,
      ...(check.formula === undefined ? [] : [`- formula: ${check.formula}`]),
      `- source: ${check.source}`,
    ].join('\n'),
    `${check.explanation.zh}\n\n${check.explanation.en}`,
    ...(example === null ? [] : [`> ${example.zh}\n>\n> ${example.en}`]),
  ].join('\n\n')

const head = `# The catalogue of checks across reports

Generated from the checks; do not edit. \`npm run update\` writes it anew.

They compare a report with those of the year before, with those of the units under it, and with the roster. Ids are
permanent. As for the checks of one report, a sum with blank cells, or with reports that are not there, is broken only where
no non-negative numbers in their places could make it hold; otherwise it is \`unassessable\`. None of them changes the verdict
of a report: which of the two is wrong they cannot tell. The quoted message of each is one it gave to invented reports.`

/** The whole catalogue as Markdown. `exampleOf` gives a message of the check with that id. */
export const crossCatalogue = (exampleOf: (id: string) => Message | null): string =>
  `${[
    head,
    crossChecks
      .map(({ id, severity, title }) => `- [\`${id}\`](#${id}) (${severity}) ${title.zh}`)
      .join('\n'),
    '## Checks',
    ...crossChecks.map(check => entry(check, exampleOf(check.id))),
  ].join('\n\n')}\n`
