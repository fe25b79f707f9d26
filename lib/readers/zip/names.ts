import { cutToBytes } from '../../util/cut.ts'

/** What systems and programs leave beside the files one means. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|~WRL|Thumbs\.db$|desktop\.ini$)/i

/** Characters that no system, or not every one, allows in a name. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** In UTF-8 bytes: disks take names of 255, and copies are named after a file with something behind. */
const longestName = 200

/** In UTF-8 bytes: keys of S3 take as many, and receipts, messages and events carry the path. */
const longestPath = 1024

/** The name, or as much of it as fits, with its ending. */
const shortened = (name: string): string => {
  const whole = cutToBytes(name, longestName)
  if (whole === name) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return cutToBytes(name, longestName - 20) + ending
}

/** As many of the last segments as fit: the folders next to a file say whose it is. */
const lastOf = (segments: readonly string[]): readonly string[] => {
  let bytes = -1
  const beyond = segments.findLastIndex(segment => {
    bytes += 1 + new TextEncoder().encode(segment).length
    return bytes > longestPath
  })
  return segments.slice(beyond + 1)
}

const forwards = (path: string): string => path.replaceAll('\\', '/')

export const isLitter = (path: string): boolean => path.endsWith('/') || LITTER.test(forwards(path))

/** A relative path without tricks: no drive, no root, no way up, no characters a name must not have, not too long. */
export const safePath = (path: string): string => {
  const segments = forwards(path)
    .split('/')
    .map(segment => shortened(segment.replace(FORBIDDEN, '').trim()))
    .filter(segment => segment !== '' && !/^\.+$/.test(segment))
  // A drive's letter has lost its colon above.
  if (/^[a-z]:[\\/]/i.test(path)) segments.shift()
  return lastOf(segments).join('/') || '未命名'
}

/** Gives each path once: `a.docx`, then `a（2）.docx`. */
export const distinctNames = (): ((path: string) => string) => {
  const given = new Set<string>()
  const counts = new Map<string, number>()
  return path => {
    const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length
    let name = path
    for (let count = counts.get(path.toLowerCase()) ?? 1; given.has(name.toLowerCase()); ) {
      count++
      counts.set(path.toLowerCase(), count)
      name = `${path.slice(0, dot)}（${count}）${path.slice(dot)}`
    }
    given.add(name.toLowerCase())
    return name
  }
}
