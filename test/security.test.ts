import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

test('every file the threat model names is there', () => {
  const text = readFileSync(`${root}SECURITY.md`, 'utf8')
  const named = [...text.matchAll(/`((?:lib|infra|functions|events|test)\/[^`\s]*)`/gu)].map(
    ([, path]) => path!,
  )
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(path => !existsSync(root + path))).toEqual([])
})
