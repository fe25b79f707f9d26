/** A stream as it stands in the bytes of a file. */
export interface RawStream {
  readonly dictionary: string
  /** From the first byte of its data to the keyword behind it, the end of line before that keyword included. */
  readonly data: Buffer
  /** False where the file ends inside it. */
  readonly closed: boolean
}

const keyword = Buffer.from('stream')
const ending = Buffer.from('endstream')
const endOfObject = Buffer.from('\nendobj')
/** A stream's dictionary is no longer than this. */
const longestDictionary = 4096

/** White space between the data and the keyword. */
const mostBehind = 16

/** The keyword behind a stream; where that was lost, the one behind its object, before which nothing else may stand. */
const firstEnd = (file: Buffer, from: number): number => {
  const end = file.indexOf(ending, from)
  const object = file.indexOf(endOfObject, from)
  return object >= 0 && (end < 0 || object < end) ? object : end
}

/** The streams of a file (ISO 32000-1, 7.3.8), found without its table of objects, which may be wrong. */
export function* streamsOf(file: Buffer): Generator<RawStream> {
  for (let at = file.indexOf(keyword); at >= 0; at = file.indexOf(keyword, at)) {
    const line = file[at + keyword.length]
    const from = at + keyword.length + (line === 0x0d ? 2 : 1)
    const ends = line === 0x0d || line === 0x0a
    const before = ends ? file.toString('latin1', Math.max(0, at - longestDictionary), at).trimEnd() : ''
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    // The word in a text or a name is no stream.
    if (!dictionary.endsWith('>>')) {
      at += keyword.length
      continue
    }
    const length = /\/Length\s+(\d{1,9})\b(?!\s+\d+\s+R)/u.exec(dictionary)?.[1]
    const told = from + Number(length ?? 0)
    // The length a file tells is believed only where the keyword follows it.
    const expected = file.indexOf(ending, told)
    const end = expected >= 0 && expected - told <= mostBehind ? expected : firstEnd(file, from)
    const to = end < 0 ? file.length : end
    yield { dictionary, data: file.subarray(from, to), closed: end >= 0 }
    at = to + ending.length
    if (end < 0) return
  }
}
