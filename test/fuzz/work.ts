import { parentPort, workerData } from 'node:worker_threads'
import { invent } from './invent.ts'
import { isCompensated, minimise } from './minimise.ts'
import { blowsOf, type Recipe } from './recipe.ts'
import { allSeeds } from './seeds/index.ts'
import { tryOne } from './try-one.ts'

/** What the watcher starts a worker with. */
export interface Work {
  readonly name: string
  readonly from: number
  readonly only: string
  readonly kept: readonly Recipe[]
  /** Failures known already, by their words: each is minimised once. */
  readonly known: readonly string[]
}

/** What a worker says. `begins` comes before each mutant, so that the watcher knows what hangs. */
export type Said =
  | { readonly kind: 'begins'; readonly at: number; readonly recipe: Recipe }
  | { readonly kind: 'ended'; readonly outcome: string; readonly milliseconds: number }
  | { readonly kind: 'new'; readonly recipe: Recipe; readonly way: string }
  | {
      readonly kind: 'failed'
      readonly recipe: Recipe
      readonly failure: string
      readonly compensated: boolean
    }

const deepest = 4
const { name, from, only, kept, known } = workerData as Work
const say = (said: Said): void => parentPort?.postMessage(said)

const seeds = [...allSeeds().values()].filter(seed => new RegExp(only, 'u').test(seed.name))
const byName = new Map(seeds.map(seed => [seed.name, seed]))
const corpus = kept.filter(({ seed }) => byName.has(seed))
const ways = new Set<string>()
const met = new Set(known)

/** Failures that read alike are one. */
export const alike = (failure: string, seed: string): string =>
  `${seed} ${failure.replace(/\d+/gu, 'N').slice(0, 160)}`

for (let at = from; ; at++) {
  const recipe = invent(`${name} ${at}`, seeds, corpus)
  const seed = byName.get(recipe.seed)!
  const wholly = at % 20 === 0
  say({ kind: 'begins', at, recipe })
  const started = performance.now()
  const tried = await tryOne(recipe, seed, wholly)
  say({
    kind: 'ended',
    outcome: tried.failure === null ? tried.outcome : 'failed',
    milliseconds: performance.now() - started,
  })
  const way = `${seed.name} ${tried.kind}`
  if (!ways.has(way) && blowsOf(recipe) <= deepest) {
    ways.add(way)
    corpus.push(recipe)
    say({ kind: 'new', recipe, way })
  }
  if (tried.failure === null) continue
  const like = alike(tried.failure, seed.name)
  if (met.has(like)) continue
  met.add(like)
  const failing = await minimise({ recipe, tried }, seed, wholly)
  say({
    kind: 'failed',
    recipe: failing.recipe,
    failure: failing.tried.failure ?? '',
    compensated: isCompensated(failing),
  })
}
