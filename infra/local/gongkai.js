#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the TypeScript files beside it can still say so.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(
  new URL(`../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
)
// The bundle that npm ci made of the sources, unless they were changed since; where there are none, it is all there is.
const root = new URL('../../', import.meta.url)
const bundled = new URL('dist/local/', root)
const sources = new URL('./gongkai.ts', import.meta.url)
const runsBundle =
  !existsSync(sources) || (await import('./bundle/fresh.js')).isFresh(new URL('sources.json', bundled), root)

if (runsBundle ? Number(process.versions.node.split('.')[0]) >= 22 : process.features.typescript) {
  module.enableCompileCache?.()
  await import((runsBundle ? new URL('gongkai.mjs', bundled) : sources).href)
} else if (existsSync(own) && !process.env.GONGKAI_OWN_NODE) {
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, GONGKAI_OWN_NODE: String(process.pid) },
  })
  // A terminal sends Ctrl-C to both; this process only waits then. A signal sent to it alone is passed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
} else {
  console.error(
    `gongkai 需要 Node 22.22、24 或更新的版本（当前是 ${process.version}）。请安装新的 Node；在本项目的文件夹里，npm ci 会一并装好。`,
  )
  console.error(
    `gongkai needs Node 22.22, 24 or later (this is ${process.version}). Install one; in the project's folder npm ci brings it.`,
  )
  process.exitCode = 2
}
