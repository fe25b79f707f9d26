import type { ArchiveV1, FailureV1, RefusalV1 } from '../../events/types.ts'
import type { Verdict } from '../checks/check.ts'
import type { Message } from '../model/message.ts'
import type { Problem } from '../model/problems.ts'
import type { OutputRole } from '../writers/index.ts'
import { namedOutputs } from '../writers/output-names.ts'
import type { Converted, Ports } from './ports.ts'

/** Why we gave up on a file. Ours or the machine's fault, unlike a Problem. */
export interface Failure {
  /** Permanent kebab-case name. */
  readonly code: string
  readonly sentence: Message
  readonly remedy: Message
}

/** How one report ended. Exactly one of the three, for ever. */
export type Outcome =
  | { readonly kind: 'validated'; readonly conversion: Converted }
  | { readonly kind: 'rejected'; readonly problem: Problem }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly quarantine: { readonly bucket: string; readonly key: string } | null
    }

/** How an archive ended that could be unpacked: each of its files is a submission of its own. */
export interface Unpacked {
  readonly kind: 'unpacked'
  /** Their names in the archive. */
  readonly files: readonly string[]
  /** How many files were nobody's upload. */
  readonly passedOver: number
  /** What came of each; null until all are through. */
  readonly inside: readonly Inside[] | null
}

/** What came of one file of an archive. */
export interface Inside {
  readonly name: string
  readonly outcome: Verdict | 'rejected' | 'failed'
  /** Why it was rejected or failed. */
  readonly reason?: Pick<Failure, 'code' | 'sentence'>
  /** Key of its receipt. */
  readonly receipt: string
}

/** How any upload ended. */
export type Ending = Outcome | Unpacked

/** What is known of the file itself; null where it could not be read at all. */
export interface SourceFacts {
  readonly name: string
  readonly size: number | null
  readonly sha256: string | null
}

/** A version whose event is withdrawn by that of a newer one. */
export interface Superseded {
  readonly version: string
  /** Id of its event; null where it had none. */
  readonly event: string | null
}

export type FileRole = OutputRole | 'refusal' | 'failure' | 'archive'

export interface OutputFile {
  readonly role: FileRole
  readonly name: string
  readonly bytes: Uint8Array
}

/** An output as receipt and event point to it. */
export interface WrittenFile {
  readonly role: FileRole
  readonly key: string
  readonly size: number
  readonly sha256: string
}

/** Whether two runs came to the same, wherever that stands. */
export const sameOutputs = (a: readonly WrittenFile[], b: readonly WrittenFile[]): boolean =>
  a.length === b.length && a.every(({ role, sha256 }, at) => b[at]?.role === role && b[at].sha256 === sha256)

export const toJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/** The files to write for an outcome, receipt apart: the outputs, or the reason why there are none; of an archive what came of its files. */
export const outputFiles = (
  outcome: Ending,
  source: SourceFacts,
  { name, version }: Pick<Ports['converter'], 'name' | 'version'>,
): readonly OutputFile[] => {
  // Not its build: the same result is the same bytes, whichever program came to it.
  const converter = { name, version }
  if (outcome.kind === 'validated') {
    const { outputs } = outcome.conversion
    return namedOutputs(source.name).map(({ role, name }) => ({ role, name, bytes: outputs[role] }))
  }
  if (outcome.kind === 'rejected') {
    const { code, sentence, remedy, scan } = outcome.problem
    const problem = { code, sentence, remedy, ...(scan ? { scan: true as const } : {}) }
    const refusal: RefusalV1 = { schema: 'gongkai.refusal/1', converter, source, problem }
    return [{ role: 'refusal', name: 'refusal.json', bytes: toJson(refusal) }]
  }
  if (outcome.kind === 'unpacked') {
    const { passedOver, inside } = outcome
    if (!inside) return []
    const files = [...inside]
    const archive: ArchiveV1 = { schema: 'gongkai.archive/1', converter, source, passedOver, files }
    return [{ role: 'archive', name: 'archive.json', bytes: toJson(archive) }]
  }
  const failure: FailureV1 = {
    schema: 'gongkai.failure/1',
    converter,
    source,
    failure: outcome.failure,
  }
  return [{ role: 'failure', name: 'failure.json', bytes: toJson(failure) }]
}
