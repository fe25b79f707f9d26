import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process may make a root and a network of its own here. */
export const mayUnshare = (): boolean =>
  spawnSync('unshare', ['-rnm', 'true'], { stdio: 'ignore' }).status === 0

/** What Node's binary and the engine ask the system for. */
const libraries = [
  'libc.so.6',
  'libm.so.6',
  'libdl.so.2',
  'libpthread.so.0',
  'libstdc++.so.6',
  'libgcc_s.so.1',
]

/** Where the libraries of a program lie, its loader included. */
const needed = (program: string): readonly string[] => {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  const paths = [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path!)
  const found = paths.filter(
    path => libraries.some(name => path.endsWith(`/${name}`)) || path.includes('/ld-linux'),
  )
  if (found.length !== libraries.length + 1)
    throw new Error(`not the libraries that are documented: ${stdout}`)
  return found
}

/** Makes a root that holds the libraries of a program and nothing else: no shell, no /proc, no /tmp, no /etc. */
export const makeEmptyRoot = (root: string, program: string): void => {
  for (const path of needed(program)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    copyFileSync(path, join(root, path))
  }
  for (const name of ['dev', 'work', 'home/clerk/Documents']) mkdirSync(join(root, name), { recursive: true })
  // Output that nobody wants goes there; the system's is put over it.
  writeFileSync(join(root, 'dev/null'), '')
  copyFileSync(fileURLToPath(new URL('in-empty-root.mjs', import.meta.url)), join(root, 'work/probe.mjs'))
}

/** A network of its own has not even its own address until that is switched on (SIOCSIFFLAGS, up and running). */
const loopback =
  "import fcntl,socket,struct; fcntl.ioctl(socket.socket(),0x8914,struct.pack('16sh22x',b'lo',0x41))"

const script = (readOnly: boolean): string =>
  [
    'set -e',
    `python3 -c "${loopback}"`,
    'mount --bind /dev/null "$0/dev/null"',
    ...(readOnly ? ['mount --bind "$0$2" "$0$2"', 'mount -o remount,bind,ro "$0$2"'] : []),
    'root=$0; node=$1; shift 2',
    'exec chroot "$root" "$node" /work/probe.mjs "$@"',
  ].join('\n')

/** Runs a part of the probe there, without a network. `folder` is the unpacked one, as it is called in that root. */
export const runInRoot = <T>(
  root: string,
  part: 'whole' | 'readOnly',
  folder: string,
  ...args: string[]
): T => {
  const shell = [
    'sh',
    '-c',
    script(part === 'readOnly'),
    root,
    `${folder}/app/node`,
    folder,
    part,
    folder,
    ...args,
  ]
  const { stdout, stderr, status } = spawnSync('unshare', ['-rnm', ...shell], {
    encoding: 'utf8',
    env: { HOME: '/home/clerk', PATH: process.env['PATH'] },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0 || !existsSync(root)) throw new Error(`the probe ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as T
}
