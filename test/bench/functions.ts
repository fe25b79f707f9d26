import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from '../../infra/aws/bundle.ts'
import { batchOf, functionEnvironment, objectCreated, sampleReports } from '../support/deployed.ts'
import { startFakeAws } from '../support/fake-aws.ts'
import { runBundle } from '../support/run-bundle.ts'
import { costOfThousand } from './cost.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const runs = 9
const warmReports = 30
/** What storage, queue and bus take on AWS and not here: seven steps, one after another, of about 30 ms. */
const networkMs = 200

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const ms = (value: number): string => `${value.toFixed(0)} ms`
const kb = (bytes: number): string => `${Math.round(bytes / 1024)} KB`

const memoryOfTemplate = (): number => {
  const file = join(root, 'cdk.out/gongkai.template.json')
  if (!existsSync(file)) throw new Error('cdk.out is missing: run `npm run synth` first')
  return JSON.parse(readFileSync(file, 'utf8')).Parameters.MemoryMb.Default
}

/** Sizes, cold start and cost of the functions, measured on the very bundles that are deployed. */
export const benchFunctions = async (print: (line: string) => void): Promise<void> => {
  const bundles = await bundleFunctions()
  for (const { name, eagerBytes, allBytes } of bundles)
    print(`bundle ${name}: ${kb(eagerBytes)} before the handler is ready, ${kb(allBytes)} in all`)

  const aws = await startFakeAws()
  const environment = { ...functionEnvironment(aws), POWERTOOLS_DEV: '' }
  const file = join(bundles.find(({ name }) => name === 'convert')!.folder, 'convert.mjs')
  let uploaded = 0
  const upload = () => {
    uploaded += 1
    const report = sampleReports()[uploaded % 3]!
    const key = `bench/${uploaded}.docx`
    const { version } = aws.put(`example-uploads/${key}`, report.bytes)
    return batchOf(objectCreated(key, { 'version-id': version, sequencer: '01' }))
  }

  const [empty, ready, first]: number[][] = [[], [], []]
  for (let run = 0; run < runs; run += 1) {
    empty!.push((await runBundle(null, environment)).ready)
    const cold = await runBundle(file, environment, upload())
    ready!.push(cold.ready)
    first!.push(cold.done[0]!)
  }
  const times = { empty: median(empty!), ready: median(ready!), first: median(first!) }
  print(
    `cold start: empty process ${ms(times.empty)}, handler ready ${ms(times.ready)} (${(times.ready / times.empty).toFixed(1)} ×, at most 5), first report done ${ms(times.first)} (at most 400)`,
  )

  aws.requests.length = 0
  const warm = await runBundle(file, environment, ...Array.from({ length: warmReports }, upload))
  const each = warm.done.slice(1).map((done, index) => done - warm.done[index]!)
  const perReport = (operation: string) =>
    aws.requests.filter(request => request.startsWith(`${operation} `)).length / warmReports
  const milliseconds = median(each) + networkMs
  const memoryMb = memoryOfTemplate()
  const cost = costOfThousand({
    milliseconds,
    memoryMb,
    writes: perReport('PutObject'),
    reads: perReport('GetObject'),
    events: perReport('PutEvents'),
    logBytes: 2000,
  })
  print(
    `warm: ${ms(median(each))} a report here, counted as ${ms(milliseconds)} with the network; ${perReport('PutObject')} writes, ${perReport('GetObject')} reads`,
  )
  const parts = Object.entries(cost).map(([name, dollars]) => `${name} $${dollars.toFixed(4)}`)
  print(`cost of 1,000 reports at ${memoryMb} MB: ${parts.join(', ')}`)
  aws.close()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchFunctions(line => console.log(line))
