import { afterEach, expect, test } from 'vitest'
import { opener } from '../../../infra/local/terminal/open-page.ts'
import { type Running, runGongkai, startGongkai } from '../../support/run-gongkai.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const page = 'http://127.0.0.1:7823/'
let running: Running | null = null
afterEach(() => {
  running?.child.kill('SIGKILL')
})

test('a page is opened where a person sees it, and nowhere else', () => {
  const linux = { platform: 'linux', isTerminal: true } as const
  expect(opener(page, { ...linux, env: { DISPLAY: ':0' } })).toEqual(['xdg-open', page])
  expect(opener(page, { ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' }, isTerminal: false })).toEqual([
    'xdg-open',
    page,
  ])
  expect(opener(page, { ...linux, env: { DISPLAY: '' } })).toBeNull()
  const windows = { platform: 'win32', env: { ComSpec: 'C:\\Windows\\System32\\cmd.exe' } } as const
  const start = ['C:\\Windows\\System32\\cmd.exe', '/d', '/c', 'start', '', page]
  expect(opener(page, { ...windows, isTerminal: true })).toEqual(start)
  expect(opener(page, { ...windows, isTerminal: false })).toBeNull()
})

test('started a second time with --open, it points to the one that is running, exit code 0', async () => {
  const root = await temporaryFolder()
  running = startGongkai(['start', '--port', '0', '--open'], root)
  await until(() => expect(running!.stdout()).toContain('http://'))
  const address = running.stdout().match(/http:\/\/127\.0\.0\.1:\d+\//)![0]
  const { code, stdout, stderr } = await runGongkai(['start', '--open'], root)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(address)
  expect((await runGongkai(['start'], root)).code).toBe(2)
})
