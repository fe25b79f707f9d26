import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { guide } from '../../../infra/package/guide.ts'
import { dataFolder } from '../../../infra/package/launcher/data-folder.ts'
import { takeForMachine } from '../../../infra/package/launcher/one-machine.ts'
import { platforms } from '../../../infra/package/platforms.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

const files = fileURLToPath(new URL('../../../infra/package/files/', import.meta.url))
const textOf = (name: string): string => readFileSync(files + name, 'utf8')

test('every launcher is in the list of a machine, and every machine has two', () => {
  const listed = new Set(platforms.flatMap(({ launchers }) => launchers))
  expect(new Set(readdirSync(files))).toEqual(new Set([...listed, 'Containerfile']))
  for (const { launchers } of platforms) expect(launchers).toHaveLength(2)
})

test.each(['启动.cmd', 'gongkai.cmd'])('%s: until the code page is set, cmd sees ASCII alone', name => {
  const lines = textOf(name).split('\n')
  const set = lines.indexOf('chcp 65001 >nul')
  expect(set).toBeGreaterThan(lines.indexOf(':incomplete'))
  for (const line of lines.slice(0, set)) expect(line).toMatch(/^[\x20-\x7e]*$/)
  // Neither `!` in a path nor what a person set for all windows may change a line.
  expect(lines[1]).toBe('setlocal DisableDelayedExpansion')
  for (const line of lines) for (const [at] of line.matchAll(/.?%~dp0/g)) expect(at).toBe('"%~dp0')
  // Every label that is jumped to is there, but the one that ends the batch file.
  for (const [, label] of textOf(name).matchAll(/goto (\S+)/g))
    expect(lines.includes(`:${label}`)).toBe(label !== '#left#')
})

test.each(['启动.sh', 'gongkai'])('%s is read by a plain shell', name => {
  execFileSync('sh', ['-n', files + name])
  expect(textOf(name)).toMatch(/^#!\/bin\/sh\n/)
})

test('the guide names what stands in the folder of its machine', () => {
  for (const platform of platforms) {
    const text = guide(platform, '0.1.0', 'abc')
    for (const name of platform.launchers) expect(text).toContain(name)
    const others = platforms.flatMap(({ launchers }) => launchers as readonly string[])
    for (const name of others.filter(each => !(platform.launchers as readonly string[]).includes(each)))
      if (name !== 'gongkai') expect(text).not.toContain(name)
  }
})

test('data are kept beside the program, and a probe leaves nothing there', async () => {
  const [program, home] = [await temporaryFolder(), await temporaryFolder()]
  const own = { folder: join(program, '数据'), beside: true }
  expect(await dataFolder(program, home)).toEqual(own)
  expect(await dataFolder(program, home)).toEqual(own)
  expect([...(await filesBelow(program)), ...(await filesBelow(home))]).toEqual([])
})

test('data are for one machine at a time; one that went away without a word holds them for moments only', async () => {
  const folder = await temporaryFolder()
  const mark = join(folder, '.gongkai-machine')
  expect(await takeForMachine(folder, '甲')).toBeNull()
  expect(await takeForMachine(folder, '甲')).toBeNull()
  expect(await takeForMachine(folder, '乙')).toBe('甲')
  expect(await filesBelow(folder)).toEqual(['.gongkai-machine'])
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(mark, longAgo, longAgo)
  expect(await takeForMachine(folder, '乙')).toBeNull()
  expect(readFileSync(mark, 'utf8')).toBe('乙')
  writeFileSync(mark, '丙')
  expect(await takeForMachine(folder, '乙')).toBe('丙')
})
