import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version

/** Says in one sentence what a package no longer has or does, and which of our files leans on it. */
export const contract =
  (name: string) =>
  (holds: boolean, what: string, file: string): void =>
    expect(
      holds,
      `${name} ${versionOf(name)} no longer ${what}: lib/vendor/${name}/${file} leans on it`,
    ).toBe(true)
