import { Buffer } from 'node:buffer'

/** A file in an archive: its place with / between the parts. */
export interface Packed {
  readonly path: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}

const blockBytes = 512
const longestName = 100
const longestPrefix = 155

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

/** A path as ustar has it, in UTF-8: up to 100 bytes, and before the last slash that fits up to 155 more. */
const split = (path: string): readonly [prefix: string, name: string] => {
  if (Buffer.byteLength(path) <= longestName) return ['', path]
  const cuts = [...path.matchAll(/\//g)].map(
    ({ index }) => [path.slice(0, index), path.slice(index + 1)] as const,
  )
  const fit = cuts.find(
    ([prefix, name]) => Buffer.byteLength(prefix) <= longestPrefix && Buffer.byteLength(name) <= longestName,
  )
  if (!fit) throw new Error(`too long for ustar: ${path}`)
  return fit
}

/** POSIX.1-1988, ustar: no owner but 0, no time but the given one, in seconds. */
const header = ({ path, bytes, executable }: Packed, time: number): Buffer => {
  const [prefix, name] = split(path)
  const block = Buffer.alloc(blockBytes)
  const put = (text: string, at: number) => block.write(text, at, 'utf8')
  put(name, 0)
  put(octal(executable ? 0o755 : 0o644, 8), 100)
  put(octal(0, 8), 108)
  put(octal(0, 8), 116)
  put(octal(bytes.length, 12), 124)
  put(octal(time, 12), 136)
  // The checksum is taken with blanks in its own place.
  put('        ', 148)
  put('0', 156)
  put('ustar\x0000', 257)
  put(prefix, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** The files as tar: the same files give the same bytes anywhere. `time` is what all of them bear, in seconds since 1970. */
export const tar = (files: readonly Packed[], time: number): Uint8Array => {
  const parts = files.flatMap(file => [
    header(file, time),
    file.bytes,
    Buffer.alloc((blockBytes - (file.bytes.length % blockBytes)) % blockBytes),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * blockBytes)])
}
