import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../../infra/local/gongkai.js', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

/** What the launcher asks a Node: its version for the bundle, and whether it knows TypeScript for the sources. */
const older =
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })"

const oldNode = (env: Record<string, string> = {}) =>
  spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', '--import', `data:text/javascript,${older}`, bin, '--version'],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  )

test('an old Node hands over to the one that npm ci brought', () => {
  const { stdout, status } = oldNode()
  expect({ stdout: stdout.trim(), status }).toEqual({ stdout: version, status: 0 })
})

test('where there is no other Node, it says what to do', () => {
  const { stdout, stderr, status } = oldNode({ GONGKAI_OWN_NODE: '1' })
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  expect(stderr).toMatch(/需要 Node 22\.22.*npm ci/)
})
