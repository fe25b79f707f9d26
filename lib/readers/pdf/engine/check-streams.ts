import { inflateZlib } from '../../../util/zlib.ts'
import { limits } from '../../limits.ts'
import { damaged, tooComplex } from '../refusals.ts'
import { streamsOf } from './streams.ts'

const deflated = /\/Fl(?:ateDecode)?\b/gu
const rarelyUsed = /\/(?:LZW(?:Decode)?|RL|RunLengthDecode)\b/gu
const picture = /\/Subtype\s*\/Image\b/u
/** Fonts are the largest parts of a document that are not pictures. */
const font = /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType)\b/u
const textual = /\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx|Crypt)\b/u

const count = (dictionary: string, filter: RegExp): number => dictionary.match(filter)?.length ?? 0

/** Only the mark behind the last line of the file is missing (ISO 32000-1, 7.5.5): what it points to stands before it. */
const isEnded = (file: Buffer): boolean =>
  /startxref\s+\d+\s*(?:%{0,2}E?O?)?\s*$/u.test(file.toString('latin1', file.length - 64))

/** Nothing between the keywords but ends of lines. */
const isEmpty = (data: Buffer): boolean =>
  data.length <= 4 && data.every(byte => byte === 0x0d || byte === 0x0a || byte === 0x20)

const tooLarge = () =>
  tooComplex('其中的一段数据解压后过大', 'a part of it unpacks to more than any page or font takes')

/** Throws Problem where the data is broken, cut, or longer than `most` bytes. */
const inflated = (data: Buffer, most: number): Uint8Array => {
  let found: Uint8Array | null
  try {
    found = inflateZlib(data, most)
  } catch (error) {
    throw damaged({ cause: error })
  }
  if (found === null) throw tooLarge()
  return found
}

/** Tiles nearer to each other than this, in points, are no pattern that an eye sees; a page has millions of them. */
const nearestTiles = 0.2

const numbersOf = (dictionary: string, key: string): number[] => {
  const found = new RegExp(`/${key}\\s*\\[?([-+.\\d\\s]+)`, 'u').exec(dictionary)?.[1] ?? ''
  return found.trim() === '' ? [] : found.trim().split(/\s+/u).map(Number)
}

/** Whether a tiling pattern (ISO 32000-1, 8.7.3) would be painted for minutes. */
const isEndless = (dictionary: string): boolean => {
  if (!/\/PatternType\s+1\b/u.test(dictionary)) return false
  const [a = 1, b = 0, c = 0, d = 1] = numbersOf(dictionary, 'Matrix')
  const [across = 1] = numbersOf(dictionary, 'XStep')
  const [down = 1] = numbersOf(dictionary, 'YStep')
  return (
    Math.abs(across) * Math.hypot(a, b) < nearestTiles || Math.abs(down) * Math.hypot(c, d) < nearestTiles
  )
}

const packedObjects = /\/Type\s*\/ObjStm\b/u
/** What the catalogue of a file with layers has (ISO 32000-1, 8.11.4.2), and every pattern (8.7). */
const marks = { layers: '/OCProperties', patterns: '/PatternType' } as const

const anew = /^\/NeedAppearances\s+true\b/u

/** A file that was saved upon itself says so more than once, and the last one counts: any is taken for it. */
const asksAnew = (bytes: Buffer): boolean => {
  const word = '/NeedAppearances'
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length))
    if (anew.test(bytes.toString('latin1', at, at + 40))) return true
  return false
}

/** What a file has, or may have. */
export interface Untold {
  /** Content that may be hidden. */
  readonly layers: boolean
  /** Colours that are none: gradients and tiles. */
  readonly patterns: boolean
  /** Its form asks to show the values of fields, whatever their appearances are. */
  readonly fieldsAnew: boolean
}

/**
 * Looks at the packed parts of a file, pictures aside, before it is parsed: the parser takes whatever a spoilt part
 * unpacks to, and a figure could lose a digit unnoticed; and it unpacks a few kilobytes to gigabytes.
 * Throws Problem `file-damaged` or `too-complex`.
 */
export const checkStreams = (bytes: Uint8Array): Untold => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Without objects there is nothing to read, and the parser looks for them word by word.
  if (!file.includes('endobj') || !file.includes('endstream') || !(file.includes('%%EOF') || isEnded(file)))
    throw damaged()
  // Encrypted parts cannot be looked at.
  if (file.includes('/Encrypt')) return { layers: true, patterns: true, fieldsAnew: asksAnew(file) }
  let layers = file.includes(marks.layers)
  let patterns = file.includes(marks.patterns)
  let fieldsAnew = asksAnew(file)
  for (const { dictionary, data, closed } of streamsOf(file)) {
    if (!closed) throw damaged()
    if (isEndless(dictionary)) throw tooComplex('底纹过密', 'a pattern of it is too dense')
    if (picture.test(dictionary) || textual.test(dictionary)) continue
    const flate = count(dictionary, deflated)
    const other = count(dictionary, rarelyUsed)
    // Packed twice: no program writes this, and a few bytes make gigabytes.
    if (flate + other > 1 || (other > 0 && data.length > limits.pdf.rarelyPackedBytes)) throw tooLarge()
    // An empty stream draws nothing; programs that merge files write such for a blank page.
    if (flate === 0 || isEmpty(data)) continue
    const found = inflated(data, font.test(dictionary) ? limits.pdf.fontBytes : limits.pdf.streamBytes)
    if (!packedObjects.test(dictionary)) continue
    const objects = Buffer.from(found)
    layers ||= objects.includes(marks.layers)
    patterns ||= objects.includes(marks.patterns)
    fieldsAnew ||= asksAnew(objects)
  }
  return { layers, patterns, fieldsAnew }
}
