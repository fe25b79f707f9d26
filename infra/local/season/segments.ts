import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, quoted } from '../../../functions/season/engine.ts'
import { mergeSegments, writeSegment } from '../../../functions/season/segment.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import type { Row } from '../../../lib/series/column.ts'
import { segmentShape } from '../../../lib/series/segment.ts'
import { scratch } from '../disk/keys-below.ts'
import { sha256 } from '../disk/sha256.ts'

/**
 * Records that were made of reports before, so that a report is read once: Parquet files below `segments/`, called by the
 * hash of their bytes. Nothing is lost with them; a damaged one is taken away, and its reports are read again.
 */

/** Segments of another shape, or of a program that may make other records, are not read. */
const shape = sha256(
  new TextEncoder().encode([segmentShape, converter.version, build.build].join('\n')),
).slice(0, 12)

/** Records of a segment: what is held at once while reports are read. */
const full = 1000

/** More segments that are not full than that are made one. */
const most = 8

export interface Segments {
  /** Records that are kept, by their ids. */
  readonly has: (id: string) => boolean
  /** Keeps one more; on disk it is for certain only after `close`. */
  readonly keep: (row: Row) => Promise<void>
  /** Writes what is not yet on disk; of many small files makes one, of the records that stand. Gives the paths of all. */
  readonly close: (standing: ReadonlySet<string>) => Promise<readonly string[]>
}

const nameOf = async (path: string): Promise<string> => `${sha256(await readFile(path)).slice(0, 16)}.parquet`

const namesIn = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).toSorted()
}

const removeOthers = async (folder: string): Promise<void> => {
  for (const name of await namesIn(folder))
    if (name !== shape) await rm(join(folder, name), { recursive: true, force: true })
}

/** Segments by their paths; those that are not as they were written are taken away. */
const wholeIn = async (folder: string): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    if (name === (await nameOf(path))) paths.push(path)
    else await rm(path, { force: true })
  }
  return paths
}

const idsIn = async (engine: Engine, path: string): Promise<readonly string[]> =>
  (await engine.rows(`SELECT record_id FROM read_parquet(${quoted(path)})`)).map(row =>
    String(row['record_id']),
  )

/** Puts a file that `write` makes into the folder, under the name its bytes give it. */
const put = async (folder: string, write: (path: string) => Promise<void>): Promise<string> => {
  const aside = join(folder, `${scratch}segment`)
  await write(aside)
  const place = join(folder, await nameOf(aside))
  await rename(aside, place)
  return place
}

const madeOne = async (
  engine: Engine,
  folder: string,
  paths: readonly string[],
  standing: ReadonlySet<string>,
): Promise<string> => {
  const whole = await put(folder, path => mergeSegments(engine, paths, standing, path))
  for (const path of paths) if (path !== whole) await rm(path, { force: true })
  return whole
}

/** What is kept below a folder of seasons. The caller has claimed it. */
export const openSegments = async (engine: Engine, out: string): Promise<Segments> => {
  const folder = join(out, 'segments', shape)
  await removeOthers(join(out, 'segments'))
  const ids = new Set<string>()
  /** Records of each segment by its path. */
  const sizes = new Map<string, number>()
  for (const path of await wholeIn(folder)) {
    const those = await idsIn(engine, path)
    for (const id of those) ids.add(id)
    sizes.set(path, those.length)
  }
  let open: Row[] = []
  const write = async (): Promise<void> => {
    if (open.length === 0) return
    const rows = open
    open = []
    sizes.set(await put(folder, path => writeSegment(engine, rows, path)), rows.length)
  }
  return {
    has: id => ids.has(id),
    keep: async row => {
      const id = String(row['record_id'])
      if (ids.has(id)) return
      ids.add(id)
      open.push(row)
      if (open.length >= full) await write()
    },
    close: async standing => {
      await write()
      const small = [...sizes].flatMap(([path, size]) => (size < full ? [path] : []))
      if (small.length <= most) return [...sizes.keys()].toSorted()
      const large = [...sizes.keys()].filter(path => !small.includes(path))
      return [...large, await madeOne(engine, folder, small, standing)].toSorted()
    },
  }
}
