/** One layer: what it makes of a picture with `into` values a pixel. */
export interface Layer {
  readonly into: number
  readonly out: number
  readonly tall: number
  readonly wide: number
  /** Rows of nothing added above and below, and columns at both sides. */
  readonly aboveBelow: number
  readonly sides: number
  /** How far one look at the picture is from the next. */
  readonly stepDown: number
  readonly stepAcross: number
  /** Whether what is below 0 becomes 0. */
  readonly cut: boolean
  /**
   * By four of the kinds that come out, row, column, kind that comes in, and which of the four; both go on with 0 up to a
   * multiple of four, for four are reckoned at once.
   */
  readonly weights: Float64Array
  readonly biases: Float64Array
}

const magic = 0x31524447

const fieldsOfLayer = 9

/** The next multiple of four. */
export const fours = (count: number): number => Math.ceil(count / 4) * 4

/** From out, into, row, column, as in the file, to the order of `Layer`. */
const inFours = (weights: Float64Array, out: number, into: number, area: number): Float64Array => {
  const taps = into * area
  const values = new Float64Array(fours(out) * taps)
  for (let kind = 0; kind < out; kind++)
    for (let from = 0; from < into; from++)
      for (let place = 0; place < area; place++) {
        const four = Math.floor(kind / 4)
        values[((four * area + place) * into + from) * 4 + (kind % 4)] = weights[
          (kind * into + from) * area + place
        ] as number
      }
  return values
}

/**
 * A file of the net: 'GDR1', the number of layers, for each layer nine numbers (32 bits, little-endian) as in `Layer`,
 * and then its weights and biases as 32-bit floats. Throws a RangeError for any other bytes, and for a layer that takes
 * other kinds than fours of them, but for the first.
 */
export const layersOf = (bytes: Uint8Array): readonly Layer[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic) throw new RangeError('no weights of a digit reader')
  let at = 8
  const floats = (count: number, room: number): Float64Array => {
    const values = new Float64Array(room)
    for (let place = 0; place < count; place++) values[place] = view.getFloat32(at + place * 4, true)
    at += count * 4
    return values
  }
  return Array.from({ length: view.getUint32(4, true) }, (_, index) => {
    const [into, out, tall, wide, aboveBelow, sides, stepDown, stepAcross, cut] = Array.from(
      { length: fieldsOfLayer },
      (_, place) => view.getUint32(at + place * 4, true),
    ) as [number, number, number, number, number, number, number, number, number]
    at += fieldsOfLayer * 4
    if (index > 0 && into % 4 !== 0) throw new RangeError(`layer ${index} takes ${into} kinds, no fours`)
    const area = tall * wide
    const weights = inFours(floats(out * into * area, out * into * area), out, into, area)
    const biases = floats(out, fours(out))
    return { into, out, tall, wide, aboveBelow, sides, stepDown, stepAcross, cut: cut === 1, weights, biases }
  })
}
