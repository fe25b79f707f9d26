import { parseArgs } from 'node:util'
import { load, machineLines } from './machine.ts'
import { fixed, median } from './measure.ts'
import { ours, type Took, timeBatch, withBatch } from './peers/batch.ts'
import type { Ready } from './peers/commands.ts'
import { type Peer, peers } from './peers/index.ts'
import { besideMammoth } from './peers/warm.ts'
import { printTable } from './table.ts'

/**
 * `npm run bench:peers [-- --rounds N --documents N --only REGEXP]`: gongkai beside what a user would pick instead, on
 * the same files in the same run. Before each peer gongkai runs again, and the ratio is of the two neighbours.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    documents: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
})
const [rounds, documents] = [Number(values.rounds), Number(values.documents)]
const wanted = peers.filter(({ name }) => new RegExp(values.only, 'i').test(name))

for (const line of machineLines()) console.log(line)

console.log(`\n## One report, warm (${load()})\n`)
await besideMammoth(rounds * 10)

interface Pair {
  readonly ours: Took
  readonly theirs: Took
}

const row = ({ name, does, target }: Peer, { version }: Ready, pairs: readonly Pair[]): readonly string[] => {
  const middle = (value: (pair: Pair) => number) => median(pairs.map(value))
  const processor = pairs.every(({ ours, theirs }) => ours.processor !== null && theirs.processor !== null)
  return [
    `${name} (${version}): ${does}`,
    fixed(
      middle(({ theirs }) => theirs.seconds),
      2,
    ),
    fixed(
      middle(({ ours }) => ours.seconds),
      2,
    ),
    `${fixed(middle(({ theirs, ours }) => theirs.seconds / ours.seconds))} ×`,
    target === null ? '' : `${target} ×`,
    processor ? `${fixed(middle(({ theirs, ours }) => theirs.processor! / ours.processor!))} ×` : '',
  ]
}

await withBatch(documents, files => {
  const found = wanted.map(peer => ({ peer, ready: peer.find(), pairs: [] as Pair[] }))
  // Once for nothing: caches of compiled code, profiles and disks are filled for all alike.
  for (const { ready } of [{ ready: ours }, ...found]) if (ready) timeBatch(ready, files.slice(0, 2))
  for (let round = 0; round < rounds; round += 1)
    for (const { ready, pairs } of found)
      if (ready) pairs.push({ ours: timeBatch(ours, files), theirs: timeBatch(ready, files) })

  console.log(`\n## ${documents} Word files, two cores, start of the process included (${load()})\n`)
  printTable(
    [
      'instead of gongkai',
      'seconds',
      'gongkai, seconds',
      'gongkai is faster',
      'at least',
      'in processor time',
    ],
    found.flatMap(({ peer, ready, pairs }) => (ready ? [row(peer, ready, pairs)] : [])),
  )
  for (const { peer, ready } of found)
    if (!ready) console.log(`\nNot installed: ${peer.name}. To install it: ${peer.install}`)
})
