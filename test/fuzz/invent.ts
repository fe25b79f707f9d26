import { seeded } from '../support/random.ts'
import { levelsOf } from './mutate/index.ts'
import type { Recipe } from './recipe.ts'
import { pick, type Seed } from './seed.ts'

const mostBlows = 3

/** A new recipe: on a whole document, or (one in four) on a mutant that went a way of its own before. */
export const invent = (name: string, seeds: readonly Seed[], kept: readonly Recipe[]): Recipe => {
  const chance = seeded(name)
  const base: Recipe =
    kept.length > 0 && chance(4) === 0 ? pick(kept, chance) : { seed: pick(seeds, chance).name, layers: [] }
  const level = pick(levelsOf(base.seed), chance)
  const left = Array.from({ length: 1 + chance(mostBlows) }, (_, blow) => blow)
  return { ...base, layers: [...base.layers, { level, name, left }] }
}
