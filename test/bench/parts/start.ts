import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fixed, median } from '../measure.ts'
import { printTable } from '../table.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a person or a script may type, from the shortest way on. `npx` is a program of its own before ours. */
const ways = {
  'installed or copied': [process.execPath, 'dist/local/gongkai.mjs'],
  'a checkout: gongkai': [process.execPath, 'infra/local/gongkai.js'],
  'through npx': ['npx', '--offline', 'gongkai'],
} as const

/** Processor time in ms, of all processes that the command took: the shell counts them. */
const costOf = (command: readonly string[]): number => {
  const { stdout } = spawnSync('sh', ['-c', '"$@" >/dev/null; times', 'sh', ...command, 'version'], {
    cwd: root,
    encoding: 'utf8',
  })
  const children = stdout.trim().split('\n').at(-1)!
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s))
  return seconds.reduce((sum, each) => sum + each, 0) * 1000
}

/** What it costs to start, by the way one starts it: as a multiple of the shortest, which machines agree on. */
export const start = (rounds: number): void => {
  const costs = Object.entries(ways).map(([way, command]) => {
    costOf(command)
    return [way, median(Array.from({ length: rounds }, () => costOf(command)))] as const
  })
  const [, shortest] = costs[0]!
  printTable(
    ['gongkai version', 'processor time, ms', 'times the shortest'],
    costs.map(([way, ms]) => [way, fixed(ms, 0), fixed(ms / shortest, 1)]),
  )
}
