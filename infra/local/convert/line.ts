import type { LineV1 } from '../../../events/types.ts'
import { countFindings } from '../../../lib/submission/finding-excerpt.ts'
import type { Done } from './done.ts'

type FindingsOf = NonNullable<LineV1['findings']>

/** `gongkai.line/1`: what `--format json` prints for one file. */
export const lineOf = ({ file, folder, result, names, skipped, ms }: Done): LineV1 => {
  const { source, outcome } = result
  const common = {
    schema: 'gongkai.line/1' as const,
    ...{ file, outcome: outcome.kind, skipped, ms, source, folder, outputs: [...names] },
  }
  if (outcome.kind === 'failed') return { ...common, failure: outcome.failure }
  if (outcome.kind === 'rejected') {
    const { code, sentence, remedy } = outcome.problem
    return { ...common, problem: { code, sentence, remedy } }
  }
  const { report, verdict, findings } = outcome.conversion
  const { authority, year, editions } = report
  return {
    ...common,
    ...{ authority, year, editions, verdict, counts: countFindings(findings) },
    findings: findings as unknown as FindingsOf,
  }
}
