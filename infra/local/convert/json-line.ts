import { countFindings } from '../../../lib/submission/finding-excerpt.ts'
import type { FileOutcome } from './convert-file.ts'

/** What `--format json` prints for one file. */
export const jsonLine = (
  file: string,
  folder: string,
  { source, outcome }: FileOutcome,
  outputs: readonly string[],
): string => {
  const common = { file, outcome: outcome.kind, source, folder, outputs }
  if (outcome.kind === 'validated') {
    const { report, verdict, findings } = outcome.conversion
    const { authority, year, editions } = report
    return JSON.stringify({
      ...common,
      authority,
      year,
      editions,
      verdict,
      counts: countFindings(findings),
      findings,
    })
  }
  if (outcome.kind === 'failed') return JSON.stringify({ ...common, failure: outcome.failure })
  const { code, sentence, remedy } = outcome.problem
  return JSON.stringify({ ...common, problem: { code, sentence, remedy } })
}
