import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import type { Filed } from './entry.ts'
import { countByCheck } from './listing.ts'
import type { FindingFact, Version } from './version.ts'

/** What receipts leave out, as those of older programs do and those of reports with many findings: it stands in the JSON. */

const isComplete = ({ outcome, named, findings }: Version): boolean =>
  outcome !== 'validated' || (named !== null && findings !== null)

export const needsMore = ({ versions = [] }: Filed): boolean => !versions.every(isComplete)

const completeVersion = async (version: Version, outputs: Store): Promise<Version> => {
  const { json } = version.files
  if (isComplete(version) || json === undefined) return version
  try {
    const stored = await outputs.get(json)
    if (!stored) return version
    const { report, findings } = JSON.parse(new TextDecoder().decode(stored.bytes)) as ReportJson
    const { title, authorityAsPrinted = null, signature } = report
    return {
      ...version,
      named: {
        title,
        authorityAsPrinted,
        signedBy: signature?.authority ?? null,
        signedOn: signature?.date ?? null,
      },
      findings: findings.map(
        ({ id, check, severity, causedBy }): FindingFact =>
          causedBy === undefined ? { id, check, severity } : { id, check, severity, causedBy },
      ),
    }
  } catch {
    return version
  }
}

/** The same with all that its reports tell. */
export const completed = async (filed: Filed, outputs: Store): Promise<Filed> => {
  if (!needsMore(filed)) return filed
  const versions = await Promise.all((filed.versions ?? []).map(each => completeVersion(each, outputs)))
  const { result } = filed
  const newest = versions.find(({ files }) => files.json !== undefined && files.json === result?.files.json)
  if (!result || !newest?.findings) return { ...filed, versions }
  return { ...filed, versions, result: { ...result, checks: countByCheck(newest.findings) } }
}
