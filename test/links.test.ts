import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const decisions = readdirSync(join(root, 'docs/decisions')).map(name => `docs/decisions/${name}`)
const pages = [
  ...decisions,
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'RUNBOOK.md',
  'docs/http.md',
  'docs/parameters.md',
  'docs/tables.md',
  'SECURITY.md',
  'BENCHMARKS.md',
  'events/README.md',
  'events/CHANGELOG.md',
  'lib/checks/README.md',
  'lib/losses/README.md',
]

test.each(pages)('every link in %s leads to a file of the project', page => {
  const text = readFileSync(join(root, page), 'utf8')
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)].map(([, target]) => target!)
  const local = targets.filter(target => !/^[a-z]+:/u.test(target))
  expect(local.filter(target => !existsSync(join(root, dirname(page), target)))).toEqual([])
})

/** Paths as prose names them: from the root of the project, or of its core. */
test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', ...decisions])(
  'every file and folder of the code that %s names is there',
  page => {
    const text = readFileSync(join(root, page), 'utf8')
    const rooms = [...readdirSync(join(root, 'lib')), 'lib', 'functions', 'infra', 'events', 'test']
    const named = [...text.matchAll(/`([\w-]+\/[\w./-]+)`/gu)].map(([, path]) => path!)
    const ours = named.filter(path => rooms.includes(path.split('/')[0]!))
    expect(ours.filter(path => ![path, `lib/${path}`].some(at => existsSync(join(root, at))))).toEqual([])
  },
)

test.each(['README.md', 'CONTRIBUTING.md'])('every command that %s names is one of package.json', page => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(/npm run ([a-z:]+)/gu)]
  expect(named.length).toBeGreaterThan(1)
  for (const [, name] of named) expect(Object.keys(scripts)).toContain(name)
})

test('the index of decisions has every one of them', () => {
  const index = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
  const names = decisions.map(path => path.replace(/^.*\/|\.md$/gu, '')).filter(name => name !== 'README')
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(index).toContain(`](${name}.md)`)
})

test('every command of package.json for contributors is told of', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  const text =
    readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8') + readFileSync(join(root, 'README.md'), 'utf8')
  for (const name of Object.keys(scripts))
    expect(text.includes(`npm run ${name}`) || text.includes(`npm ${name}`), name).toBe(true)
})
