import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { differences } from './differences.ts'
import { readAll } from './read-all.ts'
import { readRecord, recordText } from './record.ts'
import { said } from './say.ts'
import { type CorpusSet, filesOf, isHere } from './sets.ts'

export interface CorpusOptions {
  readonly sets: readonly CorpusSet[]
  /** The folder of the records, one per set. */
  readonly record: URL
  /** Write what was read as the new record. */
  readonly accept: boolean
  readonly print: (line: string) => void
}

/** Compares every set that is here with its record; gives the number of files that are not as recorded. */
export const runCorpus = async ({ sets, record, accept, print }: CorpusOptions): Promise<number> => {
  let changed = 0
  for (const set of sets) {
    if (!isHere(set)) {
      print(`${set.name}: 不在本机，跳过 not on this machine, left out`)
      continue
    }
    const file = new URL(`${set.name}.txt`, record)
    const entries = await readAll(filesOf(set))
    const old = existsSync(file) ? readRecord(readFileSync(file, 'utf8')) : []
    const found = differences(old, entries)
    for (const [name, list] of found) print(said(name, list))
    print(`${set.name}: ${entries.length} 份 files, ${found.size} 份有变 changed`)
    if (accept) writeFileSync(file, recordText(entries))
    changed += found.size
  }
  return changed
}
