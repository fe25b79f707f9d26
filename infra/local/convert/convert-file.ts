import type { Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import type { Outcome, SourceFacts } from '../../../lib/submission/outcome.ts'
import { failureOf } from '../pool/failures.ts'
import type { Pool } from '../pool/pool.ts'
import { reportFault } from '../pool/report-fault.ts'

export interface FileOutcome {
  readonly source: SourceFacts
  readonly outcome: Outcome
}

/** Converts what was read of one file. Never throws: what goes wrong is the outcome. `begins` hears when a worker has it. */
export const convertFile = async (
  path: string,
  { source, bytes }: { readonly source: SourceFacts; readonly bytes: Uint8Array },
  pool: Pick<Pool, 'convert'>,
  begins?: (stage: Stage) => void,
): Promise<FileOutcome> => {
  try {
    const conversion = await pool.convert({ name: source.name, bytes, sha256: source.sha256! }, begins)
    return { source, outcome: { kind: 'validated', conversion } }
  } catch (error) {
    if (error instanceof Problem) return { source, outcome: { kind: 'rejected', problem: error } }
    reportFault(path, error)
    return { source, outcome: { kind: 'failed', failure: failureOf(error), quarantine: null } }
  }
}
