import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { bin, type Running, startGongkai } from '../../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let running: Running | null = null
afterEach(() => {
  running?.child.kill('SIGKILL')
})

const eventsIn = async (root: string) => {
  const text = await readFile(join(root, 'outbox', 'events.ndjson'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'in an empty folder: the samples are converted, a damaged file is refused, %s stops it cleanly',
  async signal => {
    const root = await temporaryFolder()
    running = startGongkai(['start', '--port', '0'], root)
    await until(async () => expect(await eventsIn(root)).toHaveLength(3))
    await writeFile(join(root, 'inbox', 'damaged.docx'), 'PK\u0003\u0004 cut off')
    await until(async () => expect(await eventsIn(root)).toHaveLength(4))
    const events = await eventsIn(root)
    expect(events.map(event => event.data.verdict ?? event.data.problem.code).toSorted()).toEqual([
      'file-damaged',
      'invalid',
      'needsReview',
      'valid',
    ])
    const files = await filesBelow(join(root, 'outbox'))
    for (const event of events)
      for (const output of Object.values<{ key?: string }>(event.data.outputs))
        if (output.key) expect(files).toContain(output.key)
    const page = running.stdout().match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0]
    expect((await fetch(page!)).status).toBe(200)

    running.child.kill(signal)
    // As under npm, which passes on what the terminal has sent already.
    running.child.kill(signal)
    const { code, stdout, stderr } = await running.ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(join(root, 'inbox'))
    expect(stdout).toContain('file-damaged')
    expect(stdout.trimEnd().endsWith('(stopped)')).toBe(true)
    await expect(fetch(page!)).rejects.toThrow()
  },
)

test('a port in use is said, exit code 2', async () => {
  const root = await temporaryFolder()
  running = startGongkai(['start', '--port', '0'], root)
  await until(() => expect(running!.stdout()).toContain('http://'))
  const port = running.stdout().match(/127\.0\.0\.1:(\d+)/)![1]!
  const second = await startGongkai(
    ['start', '--port', port, '--inbox', 'one', '--outbox', 'other', '--season', 'third'],
    root,
  ).ended
  expect(second.code).toBe(2)
  expect(second.stderr).toContain(`端口 ${port} 已被占用`)
})

test('under npm start, the end of npm ends it too, cleanly', async () => {
  const root = await temporaryFolder()
  const shell = spawn('sh', ['-c', '"$0" "$1" start --port 0 & wait', process.execPath, bin], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  shell.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  await until(() => expect(stdout).toContain('http://'))
  shell.kill('SIGKILL')
  await until(() => expect(stdout).toContain('(stopped)'))
})
