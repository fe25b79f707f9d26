import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchInput } from '../inputs/index.ts'
import { megabytesOf } from '../machine.ts'
import { fixed, median } from '../measure.ts'
import { printTable } from '../table.ts'

const program = fileURLToPath(new URL('../../../infra/local/gongkai.js', import.meta.url))

interface Ran {
  readonly ms: number
  /** Command line and worker together, in MB; null where the system does not tell. */
  readonly peak: number | null
}

const run = async (file: string, out: string): Promise<Ran> => {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'convert', file, '--out', out], { stdio: 'ignore' })
  let peak: number | null = null
  const watch = setInterval(() => {
    const now = megabytesOf(child.pid!)
    if (now !== null && now > (peak ?? 0)) peak = now
  }, 5)
  await new Promise(resolve => child.on('close', resolve))
  clearInterval(watch)
  return { ms: performance.now() - start, peak }
}

/** `gongkai convert` on one file, from its start to its end. */
export const command = async (inputs: readonly BenchInput[], rounds: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const rows: string[][] = []
    for (const { name, bytes } of inputs) {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      const runs: Ran[] = []
      for (let round = -1; round < rounds; round += 1) {
        const ran = await run(file, join(folder, 'out'))
        if (round >= 0) runs.push(ran)
      }
      const peaks = runs.flatMap(({ peak }) => (peak === null ? [] : [peak]))
      rows.push([
        name,
        fixed(median(runs.map(({ ms }) => ms)), 0),
        peaks.length > 0 ? fixed(median(peaks), 0) : '',
      ])
    }
    printTable(['gongkai convert', 'ms', 'peak memory, MB'], rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
