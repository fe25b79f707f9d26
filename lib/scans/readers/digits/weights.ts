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
  /** By out, into, row, column; both go on with 0 up to a multiple of four kinds, which are reckoned at once. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

const magic = 0x31524447

const fieldsOfLayer = 9

/** The next multiple of four. */
export const fours = (count: number): number => Math.ceil(count / 4) * 4

/**
 * A file of the net: 'GDR1', the number of layers, for each layer nine numbers (32 bits, little-endian) as in `Layer`,
 * and then its weights and biases as 32-bit floats. Throws a RangeError for any other bytes.
 */
export const layersOf = (bytes: Uint8Array): readonly Layer[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic) throw new RangeError('no weights of a digit reader')
  let at = 8
  const floats = (count: number, room: number): Float32Array => {
    const values = new Float32Array(room)
    for (let place = 0; place < count; place++) values[place] = view.getFloat32(at + place * 4, true)
    at += count * 4
    return values
  }
  return Array.from({ length: view.getUint32(4, true) }, () => {
    const [into, out, tall, wide, aboveBelow, sides, stepDown, stepAcross, cut] = Array.from(
      { length: fieldsOfLayer },
      (_, place) => view.getUint32(at + place * 4, true),
    ) as [number, number, number, number, number, number, number, number, number]
    at += fieldsOfLayer * 4
    const taps = into * tall * wide
    const weights = floats(out * taps, fours(out) * taps)
    const biases = floats(out, fours(out))
    return { into, out, tall, wide, aboveBelow, sides, stepDown, stepAcross, cut: cut === 1, weights, biases }
  })
}
