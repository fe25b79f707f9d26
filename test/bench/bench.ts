import { besideCheckout, everyFormat, tenTimes } from './inputs/index.ts'
import { load, machineLines } from './machine.ts'
import { benchOptions } from './options.ts'
import { bundleSizes } from './parts/bundle-sizes.ts'
import { command } from './parts/command.ts'
import { growth } from './parts/growth.ts'
import { start } from './parts/start.ts'
import { throughput } from './parts/throughput.ts'
import { warm } from './parts/warm.ts'

/** `npm run bench [-- --rounds N --only REGEXP]`: what a conversion costs. Medians, as Markdown tables. */

const { rounds, wanted } = benchOptions(9)
const formats = await everyFormat()
const fewer = Math.max(3, Math.ceil(rounds / 4))

const parts: readonly (readonly [heading: string, run: () => unknown])[] = [
  ['Warm, by format', () => warm(formats, rounds)],
  ['Warm, ten times the document', async () => warm(await tenTimes(), fewer)],
  ['Warm, reports made from real ones', () => warm(besideCheckout(), fewer)],
  ['Growth', () => growth(fewer)],
  ['Throughput, warm', () => throughput(formats, fewer)],
  ['Cold: the command line, one file', () => command(formats, fewer)],
  ['Start, by the way one starts it', () => start(rounds)],
  ['Bundles and cold start of the functions', () => bundleSizes(fewer)],
]

for (const line of machineLines()) console.log(line)
for (const [heading, run] of parts) {
  if (!wanted(heading)) continue
  console.log(`\n## ${heading} (${load()})\n`)
  await run()
}
