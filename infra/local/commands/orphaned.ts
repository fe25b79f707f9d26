import { readFileSync } from 'node:fs'
import { codeOf } from '../disk/error-code.ts'

/** How often it is looked, in milliseconds. */
const everyMs = 400

/** How far above us npm stands at most: npm, its shell, the launcher, this process. */
const mostAbove = 4

/** Linux tells of any process whose child it is. */
const parentOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const isRunner = (pid: number): boolean => {
  try {
    return /(?:^|[\\/\s])(?:npm|npx|pnpm|yarn)/.test(
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    )
  } catch {
    return false
  }
}

/** Our parent, and those above it up to npm, where the system shows them. */
const chain = (parent: number): readonly number[] => {
  const pids = [parent]
  while (pids.length < mostAbove && !isRunner(pids.at(-1)!)) {
    const above = parentOf(pids.at(-1)!)
    if (above === null || above <= 1) break
    pids.push(above)
  }
  return isRunner(pids.at(-1)!) ? pids : [parent]
}

/**
 * Resolves when the launcher that handed over to us is gone, or npm above it: killed, they can tell nobody, and we
 * would go on unseen. Never where nobody stands above that we belong to.
 */
export const orphaned = (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { GONGKAI_OWN_NODE: launcher, npm_lifecycle_event: script } = process.env
  if (launcher === undefined && script === undefined) return promise
  const parent = process.ppid
  // It may be gone before we began to look.
  if (launcher !== undefined && Number(launcher) !== parent && !lives(Number(launcher))) resolve()
  const pids = script === undefined ? [parent] : chain(parent)
  const watch = setInterval(() => {
    const torn =
      process.ppid !== parent || pids.some((pid, index) => index > 0 && parentOf(pids[index - 1]!) !== pid)
    if (!torn) return
    clearInterval(watch)
    resolve()
  }, everyMs)
  watch.unref()
  return promise
}
