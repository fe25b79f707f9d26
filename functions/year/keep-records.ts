import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../../lib/series/column.ts'
import type { Engine } from '../season/engine.ts'
import { writeSegment } from '../season/segment.ts'
import { segmentKey } from './layout.ts'
import type { GatherPorts } from './ports.ts'
import { hashOf } from './sha256.ts'

const yearOf = (row: Row): number | null => (typeof row['year'] === 'number' ? row['year'] : null)

const keepYear = async (
  engine: Engine,
  year: number | null,
  rows: readonly Row[],
  { outputs, scratch }: GatherPorts,
): Promise<string> => {
  const ids = [...new Set(rows.map(row => String(row['record_id'])))].sort()
  const key = segmentKey(year, hashOf(ids).slice(0, 32))
  const path = join(scratch, 'segment.parquet')
  await rm(path, { force: true })
  await writeSegment(engine, rows, path)
  // Not only if it is absent: one that was damaged becomes whole again.
  await outputs.put(key, await readFile(path))
  await rm(path)
  return key
}

/** Writes rows into segments, one for each report year. Gives their keys, made of what is in them. */
export const keepRecords = async (rows: readonly Row[], ports: GatherPorts): Promise<readonly string[]> => {
  if (rows.length === 0) return []
  await mkdir(ports.scratch, { recursive: true })
  const engine = await ports.openEngine()
  try {
    const keys: string[] = []
    for (const [year, those] of Map.groupBy(rows, yearOf))
      keys.push(await keepYear(engine, year, those, ports))
    return keys.sort()
  } finally {
    engine.close()
  }
}
