import { seeded } from '../support/random.ts'
import { type Level, mutate } from './mutate/index.ts'
import type { Mutated, Seed } from './seed.ts'

/** Blows of one level, each by a chance of its own; `left` are those that are still struck. */
export interface Layer {
  readonly level: Level
  readonly name: string
  readonly left: readonly number[]
}

/** How a mutant is made again: from which document, by which blows. */
export interface Recipe {
  readonly seed: string
  readonly layers: readonly Layer[]
}

/** Makes the mutant. A layer that the damage before it made impossible is left out. */
export const bake = ({ layers }: Recipe, { name, bytes }: Seed): Mutated => {
  let made: Mutated = { bytes, touched: [] }
  for (const layer of layers) {
    const chances = layer.left.map(blow => seeded(`${layer.name} ${blow}`))
    try {
      const { bytes: struck, touched } = mutate(name, made.bytes, layer.level, chances)
      made = { bytes: struck, touched: [...made.touched, ...touched] }
    } catch {
      // No zip or no XML any more.
    }
  }
  return made
}

/** The same recipe with single blows left out, one at a time, the last first. */
export const shorter = (recipe: Recipe): Recipe[] =>
  recipe.layers.flatMap((layer, at) =>
    layer.left.toReversed().map(blow => {
      const left = layer.left.filter(other => other !== blow)
      const layers =
        left.length === 0 ? recipe.layers.toSpliced(at, 1) : recipe.layers.with(at, { ...layer, left })
      return { ...recipe, layers }
    }),
  )

export const blowsOf = ({ layers }: Recipe): number => layers.reduce((sum, { left }) => sum + left.length, 0)
