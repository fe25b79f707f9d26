import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))

/**
 * The folder of programs of a virtual environment of its own under .cache/, into which `packages` (arguments of pip)
 * are installed once. `name` changes with what is installed.
 */
export const pythonPrograms = async (name: string, packages: readonly string[]): Promise<string> => {
  const venv = join(cache, name)
  const bin = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  const done = join(venv, 'installed')
  if (existsSync(done)) return bin
  await mkdir(cache, { recursive: true })
  execFileSync('python3', ['-m', 'venv', '--clear', venv], { stdio: 'inherit' })
  execFileSync(join(bin, 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages], {
    stdio: 'inherit',
  })
  await writeFile(done, '')
  return bin
}
