import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TransientFailure } from '../../lib/submission/errors.ts'
import { inOrder } from '../../lib/util/in-order.ts'
import { isSegment, segmentsPrefix } from './layout.ts'
import type { GatherPorts } from './ports.ts'

const atOnce = 16

const folderOf = (scratch: string): string => join(scratch, 'segments')

/** Segments as files here. */
export interface Segments {
  readonly paths: readonly string[]
  /** When the newest of them was written, ISO 8601; empty where there is none. */
  readonly latest: string
}

/**
 * Segments as files here, in their order; what an earlier run of this process fetched is not fetched again: a name
 * stands for what is in it. `not`: keys of damaged ones.
 */
export const fetchSegments = async (ports: GatherPorts, not: ReadonlySet<string>): Promise<Segments> => {
  const folder = folderOf(ports.scratch)
  await mkdir(folder, { recursive: true })
  const here = new Set(await readdir(folder))
  const wanted: string[] = []
  let latest = ''
  for await (const { key, modified } of ports.outputs.list(segmentsPrefix)) {
    if (!isSegment(key) || not.has(key)) continue
    wanted.push(key)
    if (modified.toISOString() > latest) latest = modified.toISOString()
  }
  const names = new Set(wanted.map(nameOf))
  for (const name of here) if (!names.has(name)) await rm(join(folder, name), { force: true })
  const paths: string[] = []
  const fetched = inOrder(wanted, atOnce, async key => {
    const path = join(folder, nameOf(key))
    if (!here.has(nameOf(key))) await fetchOne(key, path, ports)
    return path
  })
  for await (const path of fetched) paths.push(path)
  return { paths, latest }
}

/** Of the file here. */
const nameOf = (key: string): string => key.slice(segmentsPrefix.length).replace('/', '-')

/** The key of a file that was fetched. */
export const keyOfSegment = (path: string): string =>
  segmentsPrefix + basename(path).replace(/^(year=[^-]+)-/u, '$1/')

const fetchOne = async (key: string, path: string, { outputs }: GatherPorts): Promise<void> => {
  const stored = await outputs.get(key)
  if (!stored) throw new TransientFailure('a segment is gone that was listed')
  const aside = `${path}.part`
  await writeFile(aside, stored.bytes)
  await rename(aside, path)
}
