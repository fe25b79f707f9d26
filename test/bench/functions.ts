import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from '../../infra/aws/bundle.ts'
import { costOfThousand } from './cost.ts'
import { machineLines } from './machine.ts'
import { fixed, median } from './measure.ts'
import { printBundles, printColdStart, startConvertFunction } from './parts/functions.ts'
import { printTable } from './table.ts'

/** `npm run bench:aws`: size, cold start and cost of the functions, measured on the very bundles that are deployed. */

const runs = 9
const warmReports = 30
/** What storage, queue and bus take on AWS and not here: seven steps, one after another, of about 30 ms. */
const networkMs = 200

const memoryOfTemplate = (): number => {
  const file = fileURLToPath(new URL('../../cdk.out/gongkai.template.json', import.meta.url))
  if (!existsSync(file)) throw new Error('cdk.out is missing: run `npm run synth` first')
  return JSON.parse(readFileSync(file, 'utf8')).Parameters.MemoryMb.Default
}

for (const line of machineLines()) console.log(line)
const memoryMb = memoryOfTemplate()
const bundles = await bundleFunctions()
console.log()
printBundles(bundles)

const convertFunction = await startConvertFunction(bundles)
const { aws, run, runInside } = convertFunction
console.log()
await printColdStart(convertFunction, runs)

/** What one of so many reports takes, from what the fake was asked for meanwhile. */
const takenBy = async (run: (reports: number) => Promise<{ readonly done: readonly number[] }>) => {
  aws.requests.length = 0
  const { done } = await run(warmReports)
  const warmMs = median(done.slice(1).map((at, index) => at - done[index]!))
  const perReport = (operation: string): number =>
    aws.requests.filter(request => request.startsWith(`${operation} `)).length / warmReports
  const requests = {
    PutObject: perReport('PutObject'),
    ListObjectsV2: perReport('ListObjectsV2'),
    GetObject: perReport('GetObject'),
    PutEvents: perReport('PutEvents'),
  }
  const cost = costOfThousand({
    milliseconds: warmMs + networkMs,
    memoryMb,
    // A listing has the price of a write.
    writes: requests.PutObject + requests.ListObjectsV2,
    reads: requests.GetObject,
    events: requests.PutEvents,
    logBytes: 2000,
  })
  return { warmMs, requests, cost }
}

const alone = await takenBy(run)
const inside = await takenBy(runInside)
aws.close()

console.log()
printTable(
  ['one report, warm', 'alone', `in an archive of ${warmReports}`],
  [
    ['ms here', fixed(alone.warmMs, 0), fixed(inside.warmMs, 0)],
    ['ms counted with the network', fixed(alone.warmMs + networkMs, 0), fixed(inside.warmMs + networkMs, 0)],
    ...Object.entries(alone.requests).map(([operation, count]) => [
      operation,
      fixed(count),
      fixed(inside.requests[operation as keyof typeof inside.requests]),
    ]),
  ],
)
console.log()
printTable(
  [`1,000 reports at ${memoryMb} MB, US dollars`, 'alone', 'in archives'],
  Object.entries(alone.cost).map(([name, dollars]) => [
    name,
    fixed(dollars, 4),
    fixed(inside.cost[name]!, 4),
  ]),
)
