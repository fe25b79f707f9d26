import type { End, Pieces } from './pieces.ts'

const record = 22
const longestComment = 0xffff

/** What APPNOTE.TXT 4.3.16 calls the end of central directory record: it stands last, and tells where the directory is. */
export const endOfZip = async ({ size, read }: Pieces): Promise<End> => {
  const from = Math.max(0, size - record - longestComment)
  const tail = Buffer.from(await read(from, size - from))
  let untold = false
  for (let at = tail.length - record; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue
    const directory = tail.readUInt32LE(at + 16)
    const comment = tail.readUInt16LE(at + 20)
    if (at + record + comment > tail.length) continue
    if (directory + tail.readUInt32LE(at + 12) === from + at) return 'there'
    // Of the form for larger archives the numbers stand elsewhere; with a program before it they count from that.
    untold ||= directory === 0xffffffff || at + record + comment === tail.length
  }
  return untold ? 'untold' : 'cut'
}
