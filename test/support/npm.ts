import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** npm as it lies on the path, for a Node of our choice. */
const npmScript = (): string => {
  const given = process.env['npm_execpath']
  if (given?.endsWith('npm-cli.js')) return given
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap(folder => [
      join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
      join(folder, 'node_modules/npm/bin/npm-cli.js'),
    ])
  const found = places.find(existsSync)
  if (!found) throw new Error('npm was not found on the path')
  return found
}

/** What npm says, run by a Node. Throws where it fails. */
export const npm = (args: readonly string[], cwd: string, node = process.execPath) => {
  const { stdout, stderr, status } = spawnSync(node, [npmScript(), ...args], {
    cwd,
    encoding: 'utf8',
    // What npm run, which runs the tests, tells of its own is not for another npm.
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name))),
      PATH: `${dirname(node)}${delimiter}${process.env['PATH']}`,
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
  return { stdout, stderr }
}
