/** Tables of a baseline JPEG (ITU-T T.81) and the segments that hold them. Those of Annex K, as nearly every program has them. */

/** The order in which frequencies are written (figure A.6). */
export const zigzag: readonly number[] = Array.from({ length: 64 }, (_, at) => at).toSorted((a, b) => {
  const [one, other] = [(a >> 3) + (a & 7), (b >> 3) + (b & 7)]
  if (one !== other) return one - other
  return one % 2 === 0 ? (a & 7) - (b & 7) : (a >> 3) - (b >> 3)
})

/** K.1 and K.2, line by line. */
const lightQuantities = [
  [16, 11, 10, 16, 24, 40, 51, 61],
  [12, 12, 14, 19, 26, 58, 60, 55],
  [14, 13, 16, 24, 40, 57, 69, 56],
  [14, 17, 22, 29, 51, 87, 80, 62],
  [18, 22, 37, 56, 68, 109, 103, 77],
  [24, 35, 55, 64, 81, 104, 113, 92],
  [49, 64, 78, 87, 103, 121, 120, 101],
  [72, 92, 95, 98, 112, 100, 103, 99],
].flat()
const colourQuantities = [
  [17, 18, 24, 47],
  [18, 21, 26, 66],
  [24, 26, 56, 99],
  [47, 66, 99, 99],
]

/** By how much each frequency is divided, in zigzag order, at a quality from 1 to 100. */
export const quantitiesOf = (quality: number): readonly [Uint8Array, Uint8Array] => {
  const percent = quality < 50 ? 5_000 / quality : 200 - 2 * quality
  const scaled = (value: number): number =>
    Math.min(255, Math.max(1, Math.floor((value * percent + 50) / 100)))
  const colour = (at: number): number => colourQuantities[at >> 3]?.[at & 7] ?? 99
  return [
    Uint8Array.from(zigzag, at => scaled(lightQuantities[at]!)),
    Uint8Array.from(zigzag, at => scaled(colour(at))),
  ]
}

/** How many codes there are of each length from 1 bit, and what they stand for, in the order of the codes. */
interface Huffman {
  readonly counts: readonly number[]
  readonly symbols: readonly number[]
}

/** K.3: sizes of changes of the mean. */
const means: Huffman = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: Array.from({ length: 12 }, (_, at) => at),
}

const rows = (...from: readonly (readonly [number, number])[]): number[] =>
  from.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

/** K.5: noughts before a value and its size. */
const others: Huffman = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  symbols: [
    ...[0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07],
    ...[0x22, 0x71, 0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0],
    ...[0x24, 0x33, 0x62, 0x72, 0x82],
    ...rows([0x09, 0x0a], [0x16, 0x1a], [0x25, 0x2a], [0x34, 0x3a], [0x43, 0x4a], [0x53, 0x5a], [0x63, 0x6a]),
    ...rows([0x73, 0x7a], [0x83, 0x8a], [0x92, 0x9a], [0xa2, 0xaa], [0xb2, 0xba], [0xc2, 0xca], [0xd2, 0xda]),
    ...rows([0xe1, 0xea], [0xf1, 0xfa]),
  ],
}

/** A code and its length in bits. */
export type Code = readonly [number, number]

/** The code of each symbol (C.2). */
const codesOf = ({ counts, symbols }: Huffman): readonly Code[] => {
  const codes: Code[] = []
  let [code, at] = [0, 0]
  counts.forEach((count, index) => {
    for (let nth = 0; nth < count; nth++) codes[symbols[at++]!] = [code++, index + 1]
    code <<= 1
  })
  return codes
}

export const meanCodes = codesOf(means)
export const otherCodes = codesOf(others)

const word = (value: number): readonly number[] => [value >> 8, value & 255]
const segment = (marker: number, ...content: readonly number[]): readonly number[] => [
  ...[0xff, marker],
  ...word(content.length + 2),
  ...content,
]

/** What stands before the coded samples: one component, or three of which the first has twice the resolution. */
export const headerOf = (size: {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly components: 1 | 3
  readonly quantities: readonly [Uint8Array, Uint8Array]
}): Uint8Array => {
  const ids = size.components === 1 ? [1] : [1, 2, 3]
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, ...Buffer.from('JFIF\0'), 1, 1, 1, ...word(size.dpi), ...word(size.dpi), 0, 0),
    ...size.quantities.flatMap((table, at) => segment(0xdb, at, ...table)),
    ...segment(
      0xc0,
      ...[8, ...word(size.height), ...word(size.width), ids.length],
      ...ids.flatMap(id => [id, ids.length === 3 && id === 1 ? 0x22 : 0x11, id === 1 ? 0 : 1]),
    ),
    ...segment(0xc4, 0x00, ...means.counts, ...means.symbols),
    ...segment(0xc4, 0x10, ...others.counts, ...others.symbols),
    ...segment(0xda, ids.length, ...ids.flatMap(id => [id, 0]), 0, 63, 0),
  ])
}
