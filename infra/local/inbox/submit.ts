import { setTimeout as wait } from 'node:timers/promises'
import type { Stage } from '../../../lib/convert.ts'
import { build } from '../../../lib/model/build.ts'
import { Problem, type ProblemCode } from '../../../lib/model/problems.ts'
import type { EnteredFigure, NamedReport } from '../../../lib/model/report.ts'
import { converter } from '../../../lib/model/version.ts'
import { TransientFailure } from '../../../lib/submission/errors.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import type { Ending, Outcome } from '../../../lib/submission/outcome.ts'
import type { EventBus, Ports, Store } from '../../../lib/submission/ports.ts'
import { type ProcessOptions, processUpload } from '../../../lib/submission/process.ts'
import type { Receipt } from '../../../lib/submission/receipt.ts'
import { sha256 } from '../disk/sha256.ts'
import { failureOf, WorkerEnded } from '../pool/failures.ts'
import type { Pool } from '../pool/pool.ts'
import { reportFault } from '../pool/report-fault.ts'
import { ScanMet } from '../pool/scans.ts'
import { type FileUpload, fileUpload, StillChanging } from './file-upload.ts'
import { NotFollowed } from './open-inside.ts'
import { NotRead } from './trouble.ts'

export interface SubmitPorts {
  readonly inbox: string
  readonly outputs: Store
  readonly bus: EventBus
  readonly pool: Pick<Pool, 'convert'>
  readonly begins: (stage: Stage) => void
  /** What persons typed in for a file, by its sha256: whoever converts it here takes it along. */
  readonly entered: (sha256: string) => readonly EnteredFigure[]
  /** Whose report they say it is, of a scan. */
  readonly named: (sha256: string) => NamedReport | null
  /** Has the files of an archive processed, each like a file of the inbox; resolves when all are. */
  readonly spread: (files: readonly FileUpload[]) => Promise<void>
}

/** What came of a file of the inbox; `outcome` is null where it had its receipt already. */
export interface Submitted {
  readonly receipt: Receipt
  readonly outcome: Ending | null
}

/** What every submission on this machine has in common. */
export const folderPorts = ({ outputs, bus }: Pick<SubmitPorts, 'outputs' | 'bus'>) => ({
  outputs,
  outputsBucket: 'outbox',
  bus,
  converter: { ...converter, ...build },
  now: () => new Date(),
  sha256,
})

const pausesMs = [100, 1000, 5000]

const retrying = async <T>(run: () => Promise<T>): Promise<T> => {
  for (const pause of pausesMs)
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof TransientFailure)) throw error
      await wait(pause)
    }
  return run()
}

/** The outcome of a file that the converter never saw: refused before, or an archive. */
const unconverted = ({ event, unpacked }: Receipt): Ending | null => {
  if (unpacked)
    return { kind: 'unpacked', files: unpacked.files, passedOver: unpacked.passedOver ?? 0, inside: null }
  if (event?.type !== 'gongkai.report.rejected.v1') return null
  const { code, sentence, remedy } = event.data.problem
  return { kind: 'rejected', problem: new Problem(code as ProblemCode, sentence, remedy) }
}

/**
 * Takes one file through the submission that the service on AWS uses too; what cannot be
 * converted through a fault of ours is given up at once. Null for what is no upload.
 * `options`: also where it has its receipt. Throws only where the outbox does not take the result: nothing is committed then.
 */
export const submitFile = async (
  file: FileUpload,
  ports: Omit<SubmitPorts, 'inbox'>,
  options: ProcessOptions = {},
): Promise<Submitted | null> => {
  const { key } = file.upload
  let outcome: Outcome | null = null
  const convert: Ports['convert'] = async input => {
    try {
      const entered = ports.entered(input.sha256)
      const named = ports.named(input.sha256)
      const given = {
        ...input,
        ...(entered.length > 0 ? { entered } : {}),
        ...(named ? { named } : {}),
      }
      const conversion = await ports.pool.convert(given, ports.begins)
      outcome = { kind: 'validated', conversion }
      return conversion
    } catch (error) {
      // The file has nothing to do with it: it is tried again.
      if (error instanceof WorkerEnded && error.failure.code === 'worker-not-started') throw error
      // Nothing has come of it yet.
      if (error instanceof ScanMet) throw error
      if (error instanceof Problem) outcome = { kind: 'rejected', problem: error }
      else outcome = { kind: 'failed', failure: failureOf(error), quarantine: null }
      reportFault(key, error)
      throw error
    }
  }
  const common = { ...folderPorts(ports), uploads: file.uploads }
  const spread: Ports['spread'] = uploads =>
    ports.spread(uploads.map(upload => ({ upload, uploads: file.uploads })))
  try {
    const processed = await retrying(() =>
      processUpload(file.upload, { ...common, convert, spread }, options),
    )
    if (processed.kind === 'skipped') return null
    const { receipt, repeated } = processed
    return { receipt, outcome: repeated ? null : (outcome ?? unconverted(receipt)) }
  } catch (error) {
    const failed = outcome as Outcome | null
    if (failed?.kind !== 'failed') throw error
    const given = await retrying(() => giveUp(file.upload, failed.failure, common, options))
    return given && { receipt: given.receipt, outcome }
  }
}

/** The same for a file of the inbox by its key. Null also where it is gone. */
export const submit = async (
  key: string,
  ports: SubmitPorts,
  options: ProcessOptions = {},
): Promise<Submitted | null> => {
  const file = await fileUpload(ports.inbox, key).catch(error => {
    throw error instanceof NotFollowed || error instanceof StillChanging ? error : new NotRead(error)
  })
  return file && submitFile(file, ports, options)
}
