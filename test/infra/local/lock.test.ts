import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolders, Taken } from '../../../infra/local/lock/claim.ts'
import { type Running, runGongkai, startGongkai } from '../../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
const running: Running[] = []
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
})

const me =
  (page: string | null = null) =>
  () => ({ command: 'start', pid: process.pid, page })

test('a folder is taken by one, under whatever name, until it is released', async () => {
  const first = await claimFolders([folder], me('http://127.0.0.1:1/'))
  await symlink(folder, `${folder}-link`)
  for (const path of [folder, `${folder}-link`]) {
    const error = await claimFolders([path], me()).catch(reason => reason)
    expect(error).toBeInstanceOf(Taken)
    expect(error.holder).toEqual({ command: 'start', pid: process.pid, page: 'http://127.0.0.1:1/' })
  }
  await first.release()
  await (await claimFolders([folder], me())).release()
})

test('who does not get all has none', async () => {
  const other = await temporaryFolder()
  const first = await claimFolders([folder], me())
  await expect(claimFolders([other, folder], me())).rejects.toThrow(Taken)
  await (await claimFolders([other], me())).release()
  await first.release()
})

test('of many at once one gets it', async () => {
  const claims = await Promise.allSettled(Array.from({ length: 10 }, () => claimFolders([folder], me())))
  const got = claims.filter(({ status }) => status === 'fulfilled')
  expect(got).toHaveLength(1)
  for (const claim of got) if (claim.status === 'fulfilled') await claim.value.release()
})

test('the folder of a process that was killed is free at once', async () => {
  const script = `const { claimFolders } = await import(${JSON.stringify(new URL('../../../infra/local/lock/claim.ts', import.meta.url).href)})
    await claimFolders([${JSON.stringify(folder)}], () => ({ command: 'start', pid: process.pid, page: null }))
    console.log('taken')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await expect(claimFolders([folder], me())).rejects.toThrow(Taken)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await claimFolders([folder], me())).release()
})

const startOn = (...args: readonly string[]): Running => {
  const one = startGongkai(['start', '--port', '0', ...args], folder)
  running.push(one)
  return one
}
const page = (one: Running) =>
  until(() => {
    const found = one.stdout().match(/http:\/\/127\.0\.0\.1:\d+\//)
    expect(found).not.toBeNull()
    return found![0]
  })

test('a second service is refused, and says who the first is; so is what else would write there', async () => {
  const first = startOn()
  const address = await page(first)
  const before = await filesBelow(join(folder, 'inbox'))
  for (const other of [[], ['--outbox', 'other'], ['--inbox', 'other']]) {
    const second = await startOn(...other).ended
    expect(second.code).toBe(2)
    expect(second.stderr).toContain(`进程号 ${first.child.pid}`)
    expect(second.stderr).toContain(address)
  }
  const place = ['--uploads', 'inbox', '--outputs', 'outbox']
  for (const command of ['reconcile', 'replay']) {
    const refused = await runGongkai([command, ...place], folder)
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(`进程号 ${first.child.pid}`) })
    expect((await runGongkai([command, ...place, '--dry-run'], folder)).stderr).toBe('')
  }
  expect(await filesBelow(join(folder, 'inbox'))).toEqual(before)
  // Folders of its own are nobody else's.
  await mkdir(join(folder, 'second'))
  await page(startOn('--inbox', 'second/in', '--outbox', 'second/out'))
})

test('after it was killed the next one starts at once', async () => {
  const first = startOn()
  await page(first)
  first.child.kill('SIGKILL')
  await first.ended
  await writeFile(join(folder, 'inbox', 'a.txt'), 'text')
  await page(startOn())
})
