/** What a binary is for and what it asks of the system, read from its own tables. */
export interface Dependencies {
  readonly machine: string
  /** Libraries, and versions of them, that are not documented as needed. */
  readonly unknown: readonly string[]
}

/** The documented floor: glibc 2.28 and the libstdc++ of GCC 8. */
const newest: Readonly<Record<string, string>> = { GLIBC: '2.28', GLIBCXX: '3.4.25', CXXABI: '1.3.11' }

const isNewer = (version: string, than: string): boolean =>
  version.localeCompare(than, 'en', { numeric: true }) > 0

const elfMachines: Readonly<Record<number, string>> = { 62: 'linux-x64', 183: 'linux-arm64' }

const elf = (bytes: Buffer): Dependencies => {
  const versions = new Set(bytes.toString('latin1').match(/\0(?:GLIBC|GLIBCXX|CXXABI)_\d[\d.]*(?=\0)/g))
  const unknown = [...versions].flatMap(each => {
    const [name, version] = each.slice(1).split('_') as [string, string]
    return isNewer(version, newest[name]!) ? [`${name}_${version}`] : []
  })
  return { machine: elfMachines[bytes.readUInt16LE(18)] ?? 'other', unknown }
}

/** Libraries of Windows itself, from Windows 10 on; none of Visual C++, which an office would have to install. */
const ofWindows = new Set(
  [
    ...['advapi32', 'bcrypt', 'crypt32', 'dbghelp', 'iphlpapi', 'kernel32', 'ole32', 'rstrtmgr', 'shell32'],
    ...['user32', 'userenv', 'winmm', 'ws2_32', 'psapi', 'ntdll', 'secur32', 'shlwapi'],
  ].map(name => `${name}.dll`),
)

/** PE32+: the import table, and that of what is loaded late. */
const pe = (bytes: Buffer): Dependencies => {
  const header = bytes.readUInt32LE(0x3c)
  const optional = header + 24
  const sections = Array.from({ length: bytes.readUInt16LE(header + 6) }, (_, index) => {
    const at = optional + bytes.readUInt16LE(header + 20) + index * 40
    return {
      from: bytes.readUInt32LE(at + 12),
      size: bytes.readUInt32LE(at + 8),
      file: bytes.readUInt32LE(at + 20),
    }
  })
  const placeOf = (address: number): number => {
    const section = sections.find(({ from, size }) => address >= from && address < from + size)!
    return address - section.from + section.file
  }
  const textAt = (place: number): string => bytes.toString('latin1', place, bytes.indexOf(0, place))
  const table = (directory: number, entry: number, name: number): readonly string[] => {
    const address = bytes.readUInt32LE(optional + 112 + directory * 8)
    if (address === 0) return []
    const names: string[] = []
    for (let at = placeOf(address); bytes.readUInt32LE(at + name) !== 0; at += entry)
      names.push(textAt(placeOf(bytes.readUInt32LE(at + name))).toLowerCase())
    return names
  }
  // The addon finds Node in the program that loads it, and the engine beside itself.
  const known = (name: string) => ofWindows.has(name) || ['node.exe', 'duckdb.dll'].includes(name)
  const names = [...table(1, 20, 12), ...table(13, 32, 4)]
  const machine = bytes.readUInt16LE(header + 4) === 0x8664 && bytes.readUInt16LE(optional) === 0x20b
  return { machine: machine ? 'win-x64' : 'other', unknown: names.filter(name => !known(name)) }
}

export const dependenciesOf = (bytes: Buffer): Dependencies =>
  bytes.toString('latin1', 0, 2) === 'MZ' ? pe(bytes) : elf(bytes)
