import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { type Current, seasonFolder } from './current.ts'

/** Of each year so many seasons that were replaced stay, whatever their age. */
const kept = 3

/** Who opened `current.json` just before it moved has so long to read. */
const graceMs = 15 * 60_000

/** Notes on folders that `current.json` named until now when they were replaced. */
const noteReplaced = async (out: string, before: Current, now: Current, time: Date): Promise<void> => {
  for (const [year, folder] of Object.entries(before.seasons))
    if (now.seasons[year] !== folder) await utimes(join(out, folder), time, time).catch(() => undefined)
}

/**
 * Removes the folders of seasons that were replaced long enough ago, the last ones of each year left out; never one that
 * `current.json` names, and nothing that is called otherwise. The caller has claimed `out`. Folders that somebody holds
 * open, or may not be removed, stay until the next run.
 */
export const removeReplaced = async (
  out: string,
  before: Current,
  now: Current,
  time: Date,
): Promise<void> => {
  await noteReplaced(out, before, now, time)
  const named = new Set(Object.values(now.seasons))
  const entries = await readdir(out, { withFileTypes: true })
  const replaced = await Promise.all(
    entries
      .filter(entry => entry.isDirectory() && seasonFolder.test(entry.name) && !named.has(entry.name))
      .map(async ({ name }) => ({
        path: join(out, name),
        year: name.slice(0, 4),
        since: (await stat(join(out, name))).mtimeMs,
      })),
  )
  for (const ofYear of Map.groupBy(replaced, ({ year }) => year).values())
    for (const { path, since } of ofYear.toSorted((a, b) => b.since - a.since).slice(kept))
      if (time.getTime() - since > graceMs)
        await rm(path, { recursive: true, force: true }).catch(() => undefined)
}
