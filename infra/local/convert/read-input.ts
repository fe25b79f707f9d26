import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '../../../lib/model/problems.ts'
import type { SourceFacts } from '../../../lib/submission/outcome.ts'
import { checkSize } from '../../../lib/submission/size.ts'
import { sha256 } from '../disk/sha256.ts'
import type { FileOutcome } from './convert-file.ts'
import type { Input } from './inputs.ts'
import { notAFile, unreadable } from './unread.ts'

/** The bytes of a file with what is known of it; or what came of it, where it could not be read. */
export type ReadInput = { readonly source: SourceFacts; readonly bytes: Uint8Array } | FileOutcome

interface Opened {
  readonly path: string
  readonly size: number
  readonly changed: number
  readonly bytes: Uint8Array
}

/** The archive read last: its files are converted one after another, and each would read it anew. */
let opened: Opened | null = null

const bytesOf = async (path: string, file: FileHandle): Promise<Uint8Array> => {
  const { size, mtimeMs: changed } = await file.stat()
  if (opened?.path === path && opened.size === size && opened.changed === changed) return opened.bytes
  const bytes = await file.readFile()
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

// A pipe would keep us waiting for whoever writes to it.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const fromDisk = async ({ path, archive }: Input, facts: SourceFacts): Promise<Uint8Array | FileOutcome> => {
  const place = archive?.path ?? path
  const file = await open(place, flags)
  try {
    const stats = await file.stat()
    if (!stats.isFile())
      return { source: facts, outcome: { kind: 'failed', failure: notAFile, quarantine: null } }
    const source = { ...facts, size: archive ? null : stats.size }
    const problem = checkSize(place, stats.size)
    if (problem) return { source, outcome: { kind: 'rejected', problem } }
    return archive ? await unpack(await bytesOf(place, file), archive.name) : await file.readFile()
  } finally {
    await file.close()
  }
}

/** Never throws. */
export const readInput = async (input: Input): Promise<ReadInput> => {
  const { archive, refused, failed } = input
  const source: SourceFacts = { name: basename(input.inside), size: null, sha256: null }
  if (failed) return { source, outcome: { kind: 'failed', failure: failed, quarantine: null } }
  try {
    if (refused) return { source, outcome: { kind: 'rejected', problem: refused } }
    const given = input.bytes && archive ? await unpack(input.bytes, archive.name) : input.bytes
    const bytes = given ?? (await fromDisk(input, source))
    if ('outcome' in bytes) return bytes
    return { source: { ...source, size: bytes.length, sha256: sha256(bytes) }, bytes }
  } catch (error) {
    if (error instanceof Problem) return { source, outcome: { kind: 'rejected', problem: error } }
    return { source, outcome: { kind: 'failed', failure: unreadable(error), quarantine: null } }
  }
}
