import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../infra/local/gongkai.js', import.meta.url))

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly ended: Promise<Run>
}

/** Starts the real command in a process of its own. */
export const startGongkai = (
  args: readonly string[],
  cwd = process.cwd(),
  node = process.execPath,
): Running => {
  const child = spawn(node, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
  })
  return { child, stdout: () => stdout, ended }
}

export const runGongkai = (args: readonly string[], cwd?: string): Promise<Run> =>
  startGongkai(args, cwd).ended
