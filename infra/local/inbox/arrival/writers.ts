import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { open, stat, statfs } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { codeOf } from '../../disk/error-code.ts'

/** Whether somebody has a file open to write into it; `untold` where the system does not say, or not of everybody. */
export type Writers = 'some' | 'none' | 'untold'

/** Disks that other machines write to without a process of ours: NFS, SMB, FUSE, 9P, shared folders of VirtualBox. */
const shared = new Set([0x6969, 0xfe534d42, 0xff534d42, 0x517b, 0x65735546, 0x01021997, 0x786f4256])

const idOf = ({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string => `${dev}:${ino}`

const orNone = <T>(run: () => T): T | null => {
  try {
    return run()
  } catch {
    return null
  }
}

/** Flags of an open file, in octal: 1 to write, 2 to read and write. */
const writes = (process: string, file: string): boolean =>
  /^flags:\s+\d*[12]$/m.test(orNone(() => readFileSync(`/proc/${process}/fdinfo/${file}`, 'utf8')) ?? '')

/** The files of these names that any process we may look into has open to write. */
const scan = async (names: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const process of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const folder = `/proc/${process}/fd`
    for (const file of orNone(() => readdirSync(folder)) ?? []) {
      const target = orNone(() => readlinkSync(`${folder}/${file}`))
      if (target === null || !names.has(basename(target)) || !writes(process, file)) continue
      const facts = orNone(() => statSync(`${folder}/${file}`, { bigint: true }))
      if (facts) found.add(idOf(facts))
    }
    await turn()
  }
  return found
}

interface Round {
  readonly names: Set<string>
  readonly found: Promise<ReadonlySet<string>>
}

let next: Round | null = null
let running: Promise<unknown> = Promise.resolve()

/** One look at all processes serves everyone who has asked before it began. */
const heldFiles = (name: string): Promise<ReadonlySet<string>> => {
  if (!next) {
    const names = new Set<string>()
    const found = running.then(() => {
      next = null
      return scan(names)
    })
    running = found.catch(() => undefined)
    next = { names, found }
  }
  next.names.add(name)
  return next.found
}

const onLinux = async (path: string): Promise<Writers> => {
  const [facts, { type }] = await Promise.all([stat(path, { bigint: true }), statfs(path)])
  const held = await heldFiles(basename(path))
  if (held.has(idOf(facts))) return 'some'
  // Of others' processes only root is told; a file is most often written by its owner.
  const uid = process.getuid?.() ?? 0
  return !shared.has(type) && (uid === 0 || BigInt(uid) === facts.uid) ? 'none' : 'untold'
}

/** Windows lets nobody write to what another has locked. */
const onWindows = async (path: string): Promise<Writers> => {
  try {
    await (await open(path, 'r+')).close()
    return 'none'
  } catch (error) {
    return codeOf(error) === 'EBUSY' ? 'some' : 'untold'
  }
}

export const writersOf = async (path: string): Promise<Writers> => {
  try {
    if (process.platform === 'linux') return await onLinux(path)
    return process.platform === 'win32' ? await onWindows(path) : 'untold'
  } catch {
    return 'untold'
  }
}
