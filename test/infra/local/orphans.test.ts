import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { bin } from '../../support/run-gongkai.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const leftOver: (() => void)[] = []
afterEach(() => {
  for (const end of leftOver.splice(0)) end()
})

const start = (command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}) => {
  // A group of its own, so that nothing of it outlives the test, whatever the test finds.
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  leftOver.push(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {}
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  return { child, stdout: () => stdout }
}

const answers = (page: string): Promise<boolean> =>
  fetch(page).then(
    () => true,
    () => false,
  )

/** Whether a process is there; one that nobody has buried yet is not. */
const lives = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0)
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') S')
    return !/\) [ZX]/.test(stat)
  } catch {
    return false
  }
}

test('a worker in the middle of an endless computation ends with the process that started it', async () => {
  const file = join(await temporaryFolder(), 'pid')
  const script = fileURLToPath(new URL('../../support/spinning-pool.ts', import.meta.url))
  const { child } = start(process.execPath, [script, file], root)
  const pid = await until(async () => {
    const told = Number(await readFile(file, 'utf8'))
    expect(told).toBeGreaterThan(0)
    return told
  })
  expect(await lives(pid)).toBe(true)
  child.kill('SIGKILL')
  await until(async () => expect(await lives(pid)).toBe(false))
})

test.each([
  ['the launcher', process.execPath, ['--no-experimental-strip-types', bin, 'start']],
  ['npm', 'npm', ['--prefix', root, 'start', '--']],
])('the service ends when %s is killed', async (_, command, args) => {
  const folder = await temporaryFolder()
  const places = ['--inbox', join(folder, 'inbox'), '--outbox', join(folder, 'outbox')]
  const { child, stdout } = start(command, [...args, '--port', '0', ...places], root)
  const page = await until(() => {
    const found = stdout().match(/http:\/\/127\.0\.0\.1:\d+\//)
    expect(found).not.toBeNull()
    return found![0]
  })
  expect(await answers(page)).toBe(true)
  child.kill('SIGKILL')
  await until(async () => expect(await answers(page)).toBe(false))
})
