import type { Finding } from '../../../lib/checks/check.ts'
import type { Latest } from '../../../lib/submission/latest.ts'
import { type Named, type Receipt, timeOf } from '../../../lib/submission/receipt.ts'
import { timeOfSequencer } from '../../../lib/submission/sequencer.ts'

/** Keys in the outbox by role. */
export type ResultFiles = Readonly<Partial<Record<Receipt['outputs'][number]['role'], string>>>

export type FindingFact = Pick<Finding, 'id' | 'check' | 'severity' | 'causedBy'>

/** What is known of one version of an upload. */
export interface Version {
  readonly key: string
  readonly version: string
  readonly sequencer: string
  readonly uploadedAt: string | null
  readonly judgedAt: string
  readonly run: string | null
  readonly outcome: Receipt['outcome']
  /** Of the file. */
  readonly sha256: string | null
  readonly authority: string | null
  readonly year: number | null
  readonly verdict: string | null
  /** Null where nobody has looked into the report yet. */
  readonly named: Named | null
  /** All of them; null where nobody has looked into the report yet. */
  readonly findings: readonly FindingFact[] | null
  readonly files: ResultFiles
}

const nothing = { authority: null, year: null, verdict: null, named: null, findings: null }

/** What a receipt says of its version; `latest`: the newest one, which may have come a second time. */
export const versionOf = (receipt: Receipt, latest: Pick<Latest, 'version' | 'sequencer'>): Version => {
  const { upload, outputs, outcome, run, event } = receipt
  const { key, version } = upload
  const { sequencer } = version === latest.version ? latest : upload
  const common = {
    ...{ key, version, sequencer, outcome, run: run ?? null },
    uploadedAt: timeOfSequencer(sequencer)?.toISOString() ?? null,
    judgedAt: timeOf(receipt),
    sha256: upload.sha256,
    files: Object.fromEntries(outputs.map(({ role, key: file }) => [role, file])),
  }
  if (event?.type !== 'gongkai.report.validated.v1') return { ...nothing, ...common }
  const { report, verdict, findings, findingsLeftOut } = event.data
  const facts = findings.map(
    ({ id, check, severity, causedBy }): FindingFact =>
      causedBy === undefined ? { id, check, severity } : { id, check, severity, causedBy },
  )
  return {
    ...common,
    authority: report.authority,
    year: report.year,
    verdict,
    named: receipt.named ?? null,
    findings: findingsLeftOut === 0 ? facts : null,
  }
}
