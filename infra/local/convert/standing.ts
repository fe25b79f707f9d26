import type { RefusalV1 } from '../../../events/types.ts'
import { build } from '../../../lib/model/build.ts'
import { Problem, type ProblemCode } from '../../../lib/model/problems.ts'
import { converter } from '../../../lib/model/version.ts'
import type { Outcome, SourceFacts } from '../../../lib/submission/outcome.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { type OutputRole, ofEachOutput } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import { sha256 } from '../disk/sha256.ts'
import type { FileOutcome } from './convert-file.ts'
import { receiptIn } from './write-result.ts'

type FindingsOf = Extract<Outcome, { kind: 'validated' }>['conversion']['findings']

const text = new TextDecoder()
const nothing = new Uint8Array()

/** Null where scans were not read then, and are now: it was not refused for good. */
const refused = (bytes: Uint8Array, scans: boolean): Outcome | null => {
  const { code, sentence, remedy, scan = false } = (JSON.parse(text.decode(bytes)) as RefusalV1).problem
  if (scan && scans) return null
  return { kind: 'rejected', problem: new Problem(code as ProblemCode, sentence, remedy, { scan }) }
}

const validated = (bytes: Uint8Array): Outcome | null => {
  const json = JSON.parse(text.decode(bytes)) as ReportJson
  if (json.schema !== 'gongkai.report/2') return null
  const { report, editions, verdict, findings } = json
  const { title, authority, authorityAsPrinted, year, signature } = report
  const outputs = ofEachOutput(({ role }) => (role === 'json' ? bytes : nothing))
  return {
    kind: 'validated',
    conversion: {
      report: { title, authority, authorityAsPrinted, year, signature, editions },
      ...{ verdict, findings: findings as FindingsOf, outputs },
    },
  }
}

/** What stands of a file from an earlier run: what came of it, as it was then, and the names of its outputs. */
export interface Standing {
  readonly result: FileOutcome
  readonly names: readonly string[]
}

/** Which results count as they stand. */
export interface Wanted {
  readonly roles: readonly OutputRole[]
  /** Whether scans are read now. */
  readonly scans: boolean
  /** The build that runs now. Of sources that nobody bundled nobody knows whether they are the same. */
  readonly build?: string
}

/**
 * The result of a file where it stands whole: the same bytes under the same name, converted by this very program into
 * the outputs that are wanted now, each as the receipt has it, the JSON among them. Null where it is to be converted:
 * also what failed before, and whatever cannot be read.
 */
export const standing = async (
  store: Pick<Store, 'get'>,
  target: string,
  source: SourceFacts,
  { roles, scans, build: own = build.build }: Wanted,
): Promise<Standing | null> => {
  try {
    const receipt = own === 'source' ? null : await receiptIn(store, target)
    if (!receipt || receipt.source.sha256 !== source.sha256 || receipt.source.name !== source.name)
      return null
    if (receipt.converter.build !== own || receipt.converter.version !== converter.version) return null
    const named = outputNames(source.name)
    const wanted = receipt.outcome === 'rejected' ? ['refusal.json'] : roles.map(role => named[role])
    const names = receipt.outputs.map(({ name }) => name)
    if (names.length !== wanted.length || !wanted.every(name => names.includes(name))) return null
    const files = new Map<string, Uint8Array>()
    for (const output of receipt.outputs) {
      const stored = await store.get(`${target}/${output.name}`)
      if (!stored || sha256(stored.bytes) !== output.sha256) return null
      files.set(output.name, stored.bytes)
    }
    const told = files.get(receipt.outcome === 'rejected' ? 'refusal.json' : named.json)
    if (!told || receipt.outcome === 'failed') return null
    const outcome = receipt.outcome === 'rejected' ? refused(told, scans) : validated(told)
    return outcome && { result: { source, outcome }, names }
  } catch {
    return null
  }
}
