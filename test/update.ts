import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `npm run update`: writes every generated or expected file of the checkout anew, from the sources. On a clean checkout it
 * changes nothing; after a change a person reads `git diff` before it is committed.
 */
const root = fileURLToPath(new URL('../', import.meta.url))

/** The tests that compare with a file in the checkout: each writes its file where vitest is told to update. */
const golden = globSync('test/**/*.test.ts', { cwd: root }).filter(path =>
  /\.toMatch(?:File)?Snapshot\(/u.test(readFileSync(root + path, 'utf8')),
)

const steps: readonly (readonly [what: string, ...command: string[]])[] = [
  ['pages, schemas and lists made from the sources', 'vitest', 'run', ...golden, '--update'],
  ['the sample reports', 'node', 'test/samples/make.ts'],
  ['the record of the corpus', 'node', 'test/corpus/main.ts', '--accept'],
]

for (const [what, command, ...args] of steps) {
  console.log(`== ${what}`)
  const { status } = spawnSync(command!, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
console.log('== renewed; read it before you commit:')
spawnSync('git', ['status', '--short'], { cwd: root, stdio: 'inherit' })
