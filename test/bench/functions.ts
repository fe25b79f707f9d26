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
const { aws, run } = convertFunction
console.log()
await printColdStart(convertFunction, runs)

aws.requests.length = 0
const { done } = await run(warmReports)
const warmMs = median(done.slice(1).map((at, index) => at - done[index]!))
const perReport = (operation: string): number =>
  aws.requests.filter(request => request.startsWith(`${operation} `)).length / warmReports
const [writes, reads, events] = [perReport('PutObject'), perReport('GetObject'), perReport('PutEvents')]
const milliseconds = warmMs + networkMs
const cost = costOfThousand({ milliseconds, memoryMb, writes, reads, events, logBytes: 2000 })
aws.close()

console.log()
printTable(
  ['one report, warm', 'here, ms', 'counted with the network, ms', 'writes', 'reads'],
  [['convert', fixed(warmMs, 0), fixed(milliseconds, 0), fixed(writes, 0), fixed(reads, 0)]],
)
console.log()
printTable(
  [`1,000 reports at ${memoryMb} MB`, 'US dollars'],
  Object.entries(cost).map(([name, dollars]) => [name, fixed(dollars, 4)]),
)
