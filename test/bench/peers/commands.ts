import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program of another house, ready to run on Word files: one command, or one per file. */
export interface Ready {
  readonly version: string
  readonly run: (files: readonly string[], out: string) => void
}

/** Where the Python peers are installed, each in an environment of its own. */
export const peersFolder = process.env.GONGKAI_PEERS ?? join(homedir(), '.cache', 'gongkai-peers')

export const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Runs to the end; a peer that fails stops the bench, since its time would mean nothing. */
export const command = (program: string, args: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(-1000)}`)
}

const answer = (program: string, args: readonly string[]): string | null => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

/** A script of ours on the Python that has its packages: the environment of that name, or the machine's own. */
export const python = (environment: string, packages: readonly string[], script: string): Ready | null => {
  const own = join(peersFolder, environment, 'bin', 'python')
  const asked = `from importlib.metadata import version; print(", ".join(f"{name} {version(name)}" for name in ${JSON.stringify(packages)}))`
  for (const program of [...(existsSync(own) ? [own] : []), 'python3']) {
    const version = answer(program, ['-c', asked])
    if (version !== null)
      return { version, run: (files, out) => command(program, [beside(script), out, ...files]) }
  }
  return null
}

export const pandoc = (): Ready | null => {
  const version = answer('pandoc', ['--version'])?.split('\n')[0]
  if (version === undefined) return null
  return {
    version,
    run: (files, out) =>
      files.forEach((file, index) => {
        command('pandoc', [file, '-t', 'html', '-o', join(out, `${index}.html`)])
      }),
  }
}

export const libreOffice = (): Ready | null => {
  const version = answer('soffice', ['--version'])?.split(' ').slice(0, 2).join(' ')
  if (version === undefined) return null
  // A profile of its own: a running office would take the job instead. Kept, for only the first start has to fill it.
  const profile = `-env:UserInstallation=file://${join(tmpdir(), 'gongkai-bench-office')}`
  return {
    version,
    run: (files, out) =>
      command('soffice', [profile, '--headless', '--convert-to', 'html', '--outdir', out, ...files]),
  }
}
