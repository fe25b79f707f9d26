import { parseArgs } from 'node:util'
import { folder, keep, keptRecipes } from './keep.ts'
import { allSeeds } from './seeds/index.ts'
import { hunt } from './watch.ts'

/**
 * `npm run fuzz -- --minutes 60 [--name again] [--only '\.html$']`: mutants of our own and of real documents through
 * the whole conversion. The same name gives the same mutants. Ends with status 1 where something failed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    name: { type: 'string', default: String(Date.now()) },
    only: { type: 'string', default: '.' },
  },
})
const minutes = Number(values.minutes)
if (!(minutes > 0)) throw new Error('--minutes wants a number above 0')

const seeds = allSeeds()
console.log(
  `${seeds.size} documents, ${minutes} minutes, mutants of the name “${values.name}”; kept in ${folder}`,
)
const caught = await hunt({
  name: values.name,
  only: values.only,
  milliseconds: minutes * 60_000,
  kept: keptRecipes(),
  onNew: (recipe, way) => keep('corpus', recipe, way, undefined),
  onFailure: failure => {
    if (failure.compensated) return
    keep('failures', failure.recipe, failure.failure, seeds.get(failure.recipe.seed))
    console.log(`\n${failure.recipe.seed}: ${failure.failure}\n  ${JSON.stringify(failure.recipe)}`)
  },
})
const failures = caught.failures.filter(({ compensated }) => !compensated)
console.log(
  `\n${caught.tried} mutants: ${Object.entries(caught.outcomes)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ')}`,
)
console.log(
  `slowest ${Math.round(caught.slowest)} ms; ${failures.length} kinds of failure, ${caught.failures.length - failures.length} misreadings that need two blows`,
)
process.exitCode = failures.length > 0 ? 1 : 0
