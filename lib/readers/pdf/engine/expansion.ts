import { limits } from '../limits.ts'
import { tooComplex } from '../refusals.ts'

/** Deflate makes at most this of a byte: shorter streams cannot grow beyond the limit. */
const mostFromOneByte = 1032

const keyword = Buffer.from('stream')
const ending = Buffer.from('endstream')
/** A stream's dictionary is no longer than this. */
const longestDictionary = 4096

interface Packed {
  readonly dictionary: string
  readonly from: number
  readonly to: number
}

/** The streams of a file as they stand in its bytes, pictures left out: those are never unpacked. */
function* streamsOf(file: Buffer): Generator<Packed> {
  for (let at = file.indexOf(keyword); at >= 0; at = file.indexOf(keyword, at + keyword.length)) {
    const end = file.indexOf(ending, at + keyword.length)
    const before = file.toString('latin1', Math.max(0, at - longestDictionary), at)
    const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj')))
    const lineEnd = file[at + keyword.length] === 0x0d ? 2 : 1
    const to = end < 0 ? file.length : end
    if (!/\/Subtype\s*\/Image\b/u.test(dictionary))
      yield { dictionary, from: at + keyword.length + lineEnd, to }
    if (end < 0) return
    at = end + ending.length - keyword.length
  }
}

/** How many bytes a deflated stream makes, counted up to a little beyond the limit. Broken data makes what it makes. */
const unpackedLength = async (bytes: Uint8Array<ArrayBuffer>, enough: number): Promise<number> => {
  let length = 0
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > enough) break
    }
  } catch {
    return length
  } finally {
    await reader.cancel().catch(() => {})
  }
  return length
}

/** Fonts are the largest parts of a document that are not pictures. */
const isFont = (dictionary: string): boolean =>
  /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType)\b/u.test(dictionary)

const count = (dictionary: string, filter: RegExp): number => dictionary.match(filter)?.length ?? 0

/** Throws Problem `too-complex` where a stream of the file unpacks to more than any page, font or table of objects takes. */
export const refuseExpansion = async (bytes: Uint8Array): Promise<void> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refuse = (): never => {
    throw tooComplex('其中的一段数据解压后过大', 'a part of it unpacks to more than any page or font takes')
  }
  for (const { dictionary, from, to } of streamsOf(file)) {
    const deflated = count(dictionary, /\/Fl(?:ateDecode)?\b/gu)
    const other = count(dictionary, /\/(?:LZW(?:Decode)?|RL|RunLengthDecode)\b/gu)
    // Packed twice: no program writes this, and a few bytes make gigabytes.
    if (deflated + other > 1) refuse()
    const most = isFont(dictionary) ? limits.fontBytes : limits.streamBytes
    if ((to - from) * mostFromOneByte <= most) continue
    if (other > 0 && to - from > limits.rarelyPackedBytes) refuse()
    const packed = new Uint8Array(file.subarray(from, to))
    if (deflated > 0 && (await unpackedLength(packed, most)) > most) refuse()
  }
}
