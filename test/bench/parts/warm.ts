import mammoth from 'mammoth'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { convert, judge } from '../../../lib/convert.ts'
import { readReport } from '../../../lib/read-report.ts'
import { read } from '../../../lib/readers/index.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { namedOutputs } from '../../../lib/writers/output-names.ts'
import type { BenchInput } from '../inputs/index.ts'
import { fixed, measure, median, ratio, type Timed } from '../measure.ts'
import { printTable } from '../table.ts'

const sha256 = '0'.repeat(64)
const stages = ['read', 'extract', 'check', ...outputs.map(({ role }) => role)]

const candidatesFor = async ({ name, bytes }: BenchInput): Promise<readonly Timed[]> => {
  const document = await read(name, bytes)
  const report = readReport(document)
  const judged = await judge({ name, bytes, sha256 })
  const beside = namedOutputs(name)
  const writers = await Promise.all(
    outputs.map(async ({ role, writer }) => ({ role, write: await writer() })),
  )
  const alone: Timed = {
    name: 'mammoth',
    run: () => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
  }
  return [
    ...(document.format === 'docx' ? [alone] : []),
    { name: 'whole', run: () => convert({ name, bytes, sha256 }) },
    { name: 'read', run: () => read(name, bytes) },
    { name: 'extract', run: () => readReport(document) },
    { name: 'check', run: () => runChecks(report) },
    ...writers.map(({ role, write }) => ({ name: role, run: () => write(judged, beside) })),
  ]
}

/** Stage by stage and as a whole; Word files beside mammoth alone, which reads them to HTML and does no more. */
export const warm = async (inputs: readonly BenchInput[], rounds: number): Promise<void> => {
  const rows: string[][] = []
  for (const input of inputs) {
    const times = await measure(await candidatesFor(input), rounds)
    const whole = median(times.get('whole')!)
    const alone = times.get('mammoth')
    rows.push([
      input.name,
      fixed(input.bytes.length / 1024, 0),
      ...stages.map(stage => fixed(median(times.get(stage)!))),
      fixed(whole),
      fixed(1000 / whole, 0),
      ...(alone ? [fixed(median(alone)), fixed(ratio(times, 'whole', 'mammoth'), 2)] : ['', '']),
    ])
  }
  printTable(
    ['milliseconds', 'KB', ...stages, 'whole', 'per s and core', 'mammoth alone', 'whole / mammoth'],
    rows,
  )
}
