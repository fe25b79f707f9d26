import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { npmCommand } from '../supply-chain/npm.ts'

/** A package of the registry, and the checksum that was written down for it. */
export interface Wanted {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** What came is not what was written down. */
export class OtherBytes extends Error {}

const integrityOf = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`

const check = async (file: string, { name, version, integrity }: Wanted): Promise<void> => {
  const found = integrityOf(await readFile(file))
  if (found !== integrity)
    throw new OtherBytes(`${name}@${version} is another package than was locked: ${found}, not ${integrity}`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

type Download = (spec: string, into: string) => Promise<unknown>

const run = promisify(execFile)

/** npm knows the registry, the proxy and the credentials of this machine, and keeps what it fetched. */
const byNpm: Download = (spec, into) => {
  const [command, before] = npmCommand()
  const args = ['pack', spec, '--pack-destination', into, '--prefer-offline', '--silent', '--ignore-scripts']
  return run(command, [...before, ...args], { cwd: into })
}

/**
 * The folder with the files of a package, unpacked. It is fetched once: what lies in the cache is used without asking
 * the registry, and refused like anything else if it is not what was locked. Throws OtherBytes.
 */
export const fetchPackage = async (wanted: Wanted, cache: string, download = byNpm): Promise<string> => {
  const { name, version } = wanted
  const base = `${name.replace('@', '').replace('/', '-')}-${version}`
  const archive = join(cache, `${base}.tgz`)
  await mkdir(cache, { recursive: true })
  const aside = await mkdtemp(join(cache, 'fetching-'))
  try {
    if (!(await exists(archive))) {
      await download(`${name}@${version}`, aside)
      const [file] = await readdir(aside)
      if (!file) throw new Error(`npm pack ${name}@${version} gave no file`)
      await check(join(aside, file), wanted)
      await rename(join(aside, file), archive)
    }
    await check(archive, wanted)
    // Unpacked anew from what was checked: nothing that was changed since can come in.
    const folder = join(cache, base)
    await run('tar', ['-xzf', archive, '-C', aside])
    await rm(folder, { recursive: true, force: true })
    await rename(join(aside, 'package'), folder)
    return folder
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
