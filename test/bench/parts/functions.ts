import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import type { Bundle } from '../../../infra/aws/bundle.ts'
import { batchOf, functionEnvironment, objectCreated, sampleReports } from '../../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../../support/fake-aws.ts'
import { runBundle } from '../../support/run-bundle.ts'
import { fixed, median } from '../measure.ts'
import { printTable } from '../table.ts'

interface Run {
  readonly ready: number
  readonly done: readonly number[]
}

/** The convert function on a fake AWS, in a process of its own for each run. */
export interface ConvertFunction {
  readonly aws: FakeAws
  /** Milliseconds since the process began: handler ready, and each of `reports` reports done. */
  readonly run: (reports: number) => Promise<Run>
  /** The same for the files of one archive, which has been spread before. */
  readonly runInside: (reports: number) => Promise<Run>
  /** The same for a process that does nothing. */
  readonly runEmpty: () => Promise<number>
}

export const startConvertFunction = async (bundles: readonly Bundle[]): Promise<ConvertFunction> => {
  const aws = await startFakeAws()
  aws.pageSize = 1000
  const environment = { ...functionEnvironment(aws), POWERTOOLS_DEV: '' }
  const file = join(bundles.find(({ name }) => name === 'convert')!.folder, 'convert.mjs')
  const reports = sampleReports()
  let uploaded = 0
  const upload = () => {
    uploaded += 1
    const key = `bench/${uploaded}.docx`
    const { version } = aws.put(`example-uploads/${key}`, reports[uploaded % reports.length]!.bytes)
    return batchOf(objectCreated(key, { 'version-id': version, sequencer: '01' }))
  }
  const spread = async (files: number) => {
    const zipped: Zippable = {}
    for (let at = 0; at < files; at += 1)
      zipped[`${at}/年报.docx`] = [reports[at % reports.length]!.bytes, { level: 0 }]
    const key = 'bench/全市.zip'
    const { version } = aws.put(`example-uploads/${key}`, zipSync(zipped))
    await runBundle(file, environment, batchOf(objectCreated(key, { 'version-id': version })))
    return aws.messages.splice(0).map(body => batchOf(JSON.parse(body)))
  }
  return {
    aws,
    runInside: async count => {
      const messages = await spread(count)
      aws.requests.length = 0
      return runBundle(file, environment, ...messages)
    },
    run: count => runBundle(file, environment, ...Array.from({ length: count }, upload)),
    runEmpty: async () => (await runBundle(null, environment)).ready,
  }
}

const kb = (bytes: number): string => fixed(bytes / 1024, 0)

export const printBundles = (bundles: readonly Bundle[]): void =>
  printTable(
    ['bundle', 'before the handler is ready, KB', 'in all, KB'],
    bundles.map(({ name, eagerBytes, allBytes }) => [name, kb(eagerBytes), kb(allBytes)]),
  )

/** How long the first report of a fresh function waits, beside an empty Node process. */
export const printColdStart = async ({ run, runEmpty }: ConvertFunction, runs: number): Promise<void> => {
  const [empty, ready, first]: number[][] = [[], [], []]
  for (let at = 0; at < runs; at += 1) {
    empty!.push(await runEmpty())
    const cold = await run(1)
    ready!.push(cold.ready)
    first!.push(cold.done[0]!)
  }
  const times = { empty: median(empty!), ready: median(ready!), first: median(first!) }
  printTable(
    ['cold start', 'ms', 'of an empty process', 'at most'],
    [
      ['empty process', fixed(times.empty, 0), '', ''],
      ['handler ready', fixed(times.ready, 0), `${fixed(times.ready / times.empty)} ×`, '5 ×'],
      ['first report done', fixed(times.first, 0), `${fixed(times.first / times.empty)} ×`, '400 ms'],
    ],
  )
}
