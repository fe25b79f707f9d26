import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { samples } from '../../samples/samples.ts'
import { variants } from '../inputs/docx.ts'
import { command, type Ready } from './commands.ts'

const gongkai = fileURLToPath(new URL('../../../infra/local/gongkai.js', import.meta.url))

/** Ours: the real command, JSON, workbook and page of every report, and the summary workbook of all. */
export const ours: Ready = {
  version: '',
  run: (files, out) =>
    command(process.execPath, [gongkai, 'convert', ...files, '--out', out, '--concurrency', '2']),
}

export interface Took {
  readonly seconds: number
  /** Processor time of the command and what it started; null where the system does not tell. */
  readonly processor: number | null
}

/** Processor seconds of all ended children of this process. */
const childSeconds = (): number | null => {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return null
  }
}

/** Runs one program over the files into a fresh folder, start of the process included. */
export const timeBatch = ({ run }: Ready, files: readonly string[]): Took => {
  const out = mkdtempSync(join(tmpdir(), 'gongkai-bench-out-'))
  try {
    const [before, start] = [childSeconds(), performance.now()]
    run(files, out)
    const seconds = (performance.now() - start) / 1000
    const after = childSeconds()
    const written = readdirSync(out).length
    if (written < files.length) throw new Error(`${written} results for ${files.length} files`)
    return { seconds, processor: before === null || after === null ? null : after - before }
  } finally {
    rmSync(out, { recursive: true })
  }
}

/** Calls `use` with `count` Word files of one report with differing figures. */
export const withBatch = async (count: number, use: (files: readonly string[]) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-in-'))
  try {
    const [report] = Object.values(samples)
    const files = (await variants(report!, '1286', count)).map((bytes, number) => {
      const file = join(folder, `report-${String(number).padStart(4, '0')}.docx`)
      writeFileSync(file, bytes)
      return file
    })
    use(files)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
