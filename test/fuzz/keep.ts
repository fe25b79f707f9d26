import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bake, type Recipe } from './recipe.ts'
import type { Seed } from './seed.ts'

/** Where mutants are kept between runs: those that went a way of their own, and those that failed. */
export const folder = fileURLToPath(new URL('../../.cache/fuzz/', import.meta.url))

const nameOf = (recipe: Recipe): string =>
  createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16)

/** Keeps a recipe with the file it makes, so that a failure can be opened and looked at. */
export const keep = (
  place: 'corpus' | 'failures',
  recipe: Recipe,
  note: string,
  seed: Seed | undefined,
): void => {
  const into = `${folder}${place}/`
  mkdirSync(into, { recursive: true })
  const stem = `${into}${nameOf(recipe)}`
  writeFileSync(`${stem}.json`, `${JSON.stringify({ note, recipe }, null, 2)}\n`)
  if (place === 'failures' && seed) writeFileSync(`${stem}-${seed.name}`, bake(recipe, seed).bytes)
}

/** Recipes kept by earlier runs. */
export const keptRecipes = (): Recipe[] => {
  try {
    return readdirSync(`${folder}corpus`)
      .filter(name => name.endsWith('.json'))
      .map(name => (JSON.parse(readFileSync(`${folder}corpus/${name}`, 'utf8')) as { recipe: Recipe }).recipe)
  } catch {
    return []
  }
}
