import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { converter } from '../../lib/model/version.ts'
import { loadAws } from './aws/run.ts'
import { submissionsOf } from './documents/index.ts'
import { loadKilled } from './kill/run.ts'
import { printPart } from './report.ts'
import { loadService } from './service/run.ts'

/**
 * `npm run load`: many submissions through the local service, through the functions on an AWS in memory, and
 * through a service that is killed again and again. Exit code 1 where something is lost, doubled, wrong or grows.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '25' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const parts = { service: loadService, aws: loadAws, kill: loadKilled }
const cores = availableParallelism()
const options = { count: Number(values.count), seed: Number(values.seed), kills: Number(values.kills), cores }
const asked = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only)
if (asked.length === 0 || !(options.count > 0) || Number.isNaN(options.seed) || Number.isNaN(options.kills)) {
  console.error(
    'usage: npm run load -- [--count 5000] [--seed 1] [--kills 25] [--only service|aws|kill] [--keep]',
  )
  process.exit(2)
}

console.log(
  `gongkai ${converter.version}, node ${process.version}, ${process.platform} ${process.arch}, ${cores} cores (${cpus()[0]?.model})`,
)
console.log(`${options.count} versions of files, seed ${options.seed}, ${options.kills} kills`)
const submissions = await submissionsOf(options.count, options.seed)
const kinds = Map.groupBy(submissions, ({ kind }) => kind)
console.log([...kinds].map(([kind, of]) => `${of.length} ${kind}`).join(', '))

let held = true
for (const [name, run] of asked) {
  const folder = await mkdtemp(join(tmpdir(), `gongkai-load-${name}-`))
  held = printPart(await run(submissions, folder, options)) && held
  if (values.keep) console.log(folder)
  else await rm(folder, { recursive: true, force: true })
}
process.exitCode = held ? 0 : 1
