import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { npm } from '../support/npm.ts'
import { hasOlderNode, nodeOf, oldestNode } from '../support/older-node.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What `npm ci` says to a newcomer: nothing but what it did. */

const root = fileURLToPath(new URL('../../', import.meta.url))
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
const nodes = [process.execPath, ...(hasOlderNode ? [nodeOf(oldestNode)] : [])]

test.each(nodes)('npm ci warns of nothing with %s', async node => {
  const folder = await temporaryFolder()
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(root, name), join(folder, name))
  const { stdout, stderr } = npm(
    ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
    folder,
    node,
  )
  expect(stdout).toMatch(/added \d{3} packages/)
  expect(stderr).toBe('')
})

test('nothing that is installed is deprecated or would run a script that nobody has looked at', () => {
  const packages: Readonly<
    Record<string, { deprecated?: string; hasInstallScript?: boolean; os?: string[] }>
  > = readJson('package-lock.json').packages
  const reviewed = Object.keys(readJson('package.json').allowScripts).map(name => `node_modules/${name}`)
  const installed = Object.entries(packages).filter(([path]) => path !== '')
  expect(installed.filter(([, { deprecated }]) => deprecated !== undefined)).toEqual([])
  const unreviewed = installed.filter(
    ([path, { hasInstallScript }]) => hasInstallScript && !reviewed.includes(path),
  )
  expect(unreviewed.map(([path]) => path)).toEqual([])
})
