import { spawn } from 'node:child_process'

/** What is known of the machine; left out: this one, now. */
interface Here {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly isTerminal: boolean
}

const here = (): Here => ({
  platform: process.platform,
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
})

/** What shows a page to the person who is there; null where no desktop is seen. */
export const opener = (page: string, { platform, env, isTerminal }: Here): readonly string[] | null => {
  // `start` takes what stands first in quotes for the title of a window.
  if (platform === 'win32')
    return isTerminal ? [env['ComSpec'] ?? 'cmd.exe', '/d', '/c', 'start', '', page] : null
  if (platform === 'darwin') return isTerminal ? ['open', page] : null
  // A double click starts a script with or without a terminal; a desktop is there in both cases.
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', page] : null
}

/** Opens a page in the browser, if a person is there. Where it does not open, its address stands on the screen. */
export const openPage = (page: string): void => {
  const [command, ...args] = opener(page, here()) ?? []
  if (!command) return
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsHide: true })
  child.on('error', () => undefined)
  child.unref()
}
