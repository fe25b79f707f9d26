import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Tried here; another version may fake other things. */
const pin = 'ministack==1.4.21'

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))

/** The program, installed once into a virtual environment of its own under .cache/. */
export const installStandIn = async (): Promise<string> => {
  const venv = join(cache, pin.replace('==', '-'))
  const bin = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  const program = join(bin, 'ministack')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  execFileSync('python3', ['-m', 'venv', '--clear', venv], { stdio: 'inherit' })
  execFileSync(join(bin, 'pip'), ['install', '--quiet', '--disable-pip-version-check', pin], {
    stdio: 'inherit',
  })
  return program
}
