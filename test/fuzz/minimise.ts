import { blowsOf, type Recipe, shorter } from './recipe.ts'
import type { Seed } from './seed.ts'
import { type Tried, tryOne } from './try-one.ts'

export interface Failing {
  readonly recipe: Recipe
  readonly tried: Tried
}

/** The shortest recipe found that still fails, leaving out one blow after another. */
export const minimise = async (failing: Failing, seed: Seed, wholly: boolean): Promise<Failing> => {
  for (const recipe of shorter(failing.recipe)) {
    if (recipe.layers.length === 0) continue
    const tried = await tryOne(recipe, seed, wholly)
    if (tried.failure !== null) return minimise({ recipe, tried }, seed, wholly)
  }
  return failing
}

/**
 * A misreading that takes more than one blow: a cell lost here and one too many there give a row of the right length,
 * and nothing but the sums can tell. Counted, but no fault of a reader.
 */
export const isCompensated = ({ recipe, tried }: Failing): boolean => tried.misread && blowsOf(recipe) > 1
