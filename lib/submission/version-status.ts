import type { ReportEvent } from '../../events/types.ts'
import type { Verdict } from '../checks/check.ts'
import { partsOfKey } from './archive.ts'
import { historyOf } from './history.ts'
import type { Failure, WrittenFile } from './outcome.ts'
import type { Ports } from './ports.ts'
import { type QuarantineState, quarantineStateKey } from './quarantine.ts'
import { type Receipt, timeOf, uploadOf } from './receipt.ts'
import { isSent, standsBeside } from './sent.ts'
import { missingInside } from './version-gaps.ts'

/** An output as its record names it, and whether that is what stands there. */
export interface OutputStatus extends WrittenFile {
  readonly state: 'whole' | 'changed' | 'gone'
}

/** One run of one version. */
export interface RunStatus {
  /** `current` is what counts; the others are history. */
  readonly state: 'current' | 'earlier' | 'failed-replay'
  /** Null for one from before there were runs. */
  readonly run: string | null
  /** When, ISO 8601. */
  readonly time: string
  readonly outcome: Receipt['outcome']
  readonly converter: Receipt['converter']
  readonly outputs: readonly OutputStatus[]
  /** On a report; null for whatever else came of it. */
  readonly verdict: Verdict | null
  /** Why it was rejected or failed. */
  readonly reason: Failure | null
  /** Null for an archive that was not told of yet. `sent` is null of an earlier run: that is not noted any more. */
  readonly event: (Pick<ReportEvent, 'id' | 'type' | 'time'> & { readonly sent: boolean | null }) | null
}

export interface VersionStatus {
  readonly version: string
  /** Whether the newest version of the key is this one. */
  readonly latest: boolean
  /** Since when the upload is there, ISO 8601; null where it is there no more. */
  readonly uploaded: string | null
  /** Current one first, then from new to old; empty where nothing has come of the upload yet. */
  readonly runs: readonly RunStatus[]
  /** Null where no copy is kept. */
  readonly quarantine: QuarantineState | null
  /** Of an archive: how many files it holds, and which of them have no receipt yet. */
  readonly archive: { readonly files: number; readonly missing: readonly string[] } | null
}

export interface VersionPorts extends Pick<Ports, 'outputs' | 'sha256'> {
  /** What the keys of copies begin with; null where none are kept. */
  readonly quarantine: string | null
}

const outputStatus = async (file: WrittenFile, { outputs, sha256 }: VersionPorts): Promise<OutputStatus> => {
  const stored = await outputs.get(file.key)
  return { ...file, state: !stored ? 'gone' : sha256(stored.bytes) === file.sha256 ? 'whole' : 'changed' }
}

const judgement = (event: ReportEvent | null): Pick<RunStatus, 'verdict' | 'reason'> => {
  if (event?.type === 'gongkai.report.validated.v1') return { verdict: event.data.verdict, reason: null }
  if (event?.type === 'gongkai.report.rejected.v1') return { verdict: null, reason: event.data.problem }
  if (event?.type === 'gongkai.report.conversion-failed.v1')
    return { verdict: null, reason: event.data.failure }
  return { verdict: null, reason: null }
}

const runStatus = async (
  record: Receipt,
  state: RunStatus['state'],
  ports: VersionPorts,
): Promise<RunStatus> => {
  const { run = null, outcome, converter, event } = record
  const outputs = await Promise.all(record.outputs.map(file => outputStatus(file, ports)))
  const sent = state === 'earlier' ? null : await isSent(record, ports.outputs)
  const told = event && { id: event.id, type: event.type, time: event.time, sent }
  return { state, run, time: timeOf(record), outcome, ...judgement(event), converter, outputs, event: told }
}

const quarantineOf = async (
  receipt: Receipt,
  { quarantine, outputs }: VersionPorts,
): Promise<QuarantineState | null> => {
  if (quarantine === null) return null
  const place = { bucket: '', prefix: quarantine, store: outputs }
  const stored = await outputs.get(quarantineStateKey(uploadOf(receipt), place))
  return stored && JSON.parse(new TextDecoder().decode(stored.bytes))
}

/** What became of a version that has its receipt: the current run, and what there is of others. */
export const versionStatus = async (
  receipt: Receipt,
  ports: VersionPorts,
): Promise<Omit<VersionStatus, 'latest' | 'uploaded'>> => {
  const history = await historyOf(receipt.upload, ports.outputs)
  const others = history.filter(({ run, event }) => run !== receipt.run || event?.id !== receipt.event?.id)
  const runs = [await runStatus(receipt, 'current', ports)]
  for (const record of others.toReversed())
    runs.push(await runStatus(record, standsBeside(record) ? 'failed-replay' : 'earlier', ports))
  const missing = await missingInside(receipt, ports.outputs)
  const inside = ({ key }: { readonly key: string }) => partsOfKey(key)?.name ?? key
  return {
    version: receipt.upload.version,
    runs,
    quarantine: await quarantineOf(receipt, ports),
    archive: receipt.unpacked ? { files: receipt.unpacked.files.length, missing: missing.map(inside) } : null,
  }
}
