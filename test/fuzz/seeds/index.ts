import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Seed } from '../seed.ts'
import { ownSeeds } from './own.ts'

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url))

/** Real public reports that lie beside the checkout, where they do. */
const realSeeds = (): Seed[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => /\.(?:docx?|html|txt|md|pdf|odt|rtf|xlsx)$/u.test(name) && name !== 'README.md')
        .map(name => ({ name, bytes: readFileSync(folder + name) }))
    : []

/** Every document that mutants are made of, by name. */
export const allSeeds = (): ReadonlyMap<string, Seed> =>
  new Map([...ownSeeds(), ...realSeeds()].map(seed => [seed.name, seed]))
