import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchInput } from '../inputs/index.ts'
import { fixed, median } from '../measure.ts'
import { printTable } from '../table.ts'

const program = fileURLToPath(new URL('../fresh-process.ts', import.meta.url))

interface Fresh {
  readonly loaded: number
  readonly done: number
  readonly peak: number | null
}

/** Compiled code is kept beside, as the command line keeps it: the first run of all, which fills it, is not counted. */
const freshRuns = (file: string, cache: string, runs: number): readonly Fresh[] =>
  Array.from({ length: runs + 1 }, () => {
    const env = { ...process.env, NODE_COMPILE_CACHE: cache }
    return JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8', env })) as Fresh
  }).slice(1)

/** The first result of a fresh process from its start, and the most memory it held. */
export const cold = (inputs: readonly BenchInput[], rounds: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const rows = inputs.map(({ name, bytes }) => {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      const runs = freshRuns(file, join(folder, 'cache'), rounds)
      const middle = (value: (run: Fresh) => number) => fixed(median(runs.map(value)), 0)
      return [
        name,
        middle(run => run.loaded),
        middle(run => run.done),
        runs[0]!.peak === null ? '' : middle(run => run.peak!),
      ]
    })
    printTable(['fresh process', 'code loaded, ms', 'first result, ms', 'peak memory, MB'], rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
