import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '../../../lib/model/problems.ts'
import type { Outcome, SourceFacts } from '../../../lib/submission/outcome.ts'
import { checkSize } from '../../../lib/submission/size.ts'
import { sha256 } from '../disk/sha256.ts'
import { failureOf } from '../pool/failures.ts'
import type { Pool } from '../pool/pool.ts'
import { reportFault } from '../pool/report-fault.ts'
import type { Input } from './inputs.ts'

export interface FileOutcome {
  readonly source: SourceFacts
  readonly outcome: Outcome
}

const unreadable = (error: unknown): Outcome => ({
  kind: 'failed',
  quarantine: null,
  failure: {
    code: 'unreadable',
    sentence: {
      zh: `无法读取文件（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）。`,
      en: `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'}).`,
    },
    remedy: {
      zh: '请检查文件是否存在、是否有读取权限。',
      en: 'See whether the file is there and may be read.',
    },
  },
})

/** The archive read last: its files are converted one after another, and each would read it anew. */
let opened: {
  readonly path: string
  readonly size: number
  readonly changed: number
  readonly bytes: Uint8Array
} | null = null

const readArchive = async (path: string): Promise<Uint8Array> => {
  const { size, mtimeMs: changed } = await stat(path)
  if (opened?.path === path && opened.size === size && opened.changed === changed) return opened.bytes
  const bytes = await readFile(path)
  opened = { path, size, changed, bytes }
  return bytes
}

/** Throws Problem, or as where there is no such file. */
const unpack = async (archive: Uint8Array, name: string): Promise<Uint8Array> => {
  const { unpackReport } = await import('../../../lib/readers/zip/index.ts')
  const bytes = unpackReport(archive, name)
  if (!bytes) throw Object.assign(new Error('not in the archive'), { code: 'ENOENT' })
  return bytes
}

/** Reads and converts one file. Never throws: what goes wrong is the outcome. */
export const convertFile = async (
  { path, archive, refused }: Input,
  pool: Pick<Pool, 'convert'>,
): Promise<FileOutcome> => {
  const name = basename(path)
  let source: SourceFacts = { name, size: null, sha256: null }
  let bytes: Uint8Array
  try {
    const file = archive?.path ?? path
    const { size } = await stat(file)
    source = { name, size: archive ? null : size, sha256: null }
    const problem = refused ?? checkSize(file, size)
    if (problem) return { source, outcome: { kind: 'rejected', problem } }
    bytes = archive ? await unpack(await readArchive(file), archive.name) : await readFile(file)
  } catch (error) {
    if (error instanceof Problem) return { source, outcome: { kind: 'rejected', problem: error } }
    return { source, outcome: unreadable(error) }
  }
  source = { name, size: bytes.length, sha256: sha256(bytes) }
  try {
    const conversion = await pool.convert({ name, bytes, sha256: source.sha256! })
    return { source, outcome: { kind: 'validated', conversion } }
  } catch (error) {
    if (error instanceof Problem) return { source, outcome: { kind: 'rejected', problem: error } }
    reportFault(path, error)
    return { source, outcome: { kind: 'failed', failure: failureOf(error), quarantine: null } }
  }
}
