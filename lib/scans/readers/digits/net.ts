import { fours, type Layer } from './weights.ts'

/** Values by row, column, kind. */
interface Planes {
  readonly kinds: number
  readonly height: number
  readonly width: number
  readonly values: Float64Array
}

/** With nothing around, so that what looks at a pixel's neighbours need not ask where the picture ends. */
const framed = ({ kinds, height, width, values }: Planes, aboveBelow: number, sides: number): Planes => {
  if (aboveBelow === 0 && sides === 0) return { kinds, height, width, values }
  const wide = width + 2 * sides
  const tall = height + 2 * aboveBelow
  const out = new Float64Array(kinds * wide * tall)
  for (let y = 0; y < height; y++) {
    const from = y * width * kinds
    out.set(values.subarray(from, from + width * kinds), ((y + aboveBelow) * wide + sides) * kinds)
  }
  return { kinds, height: tall, width: wide, values: out }
}

const convolved = (planes: Planes, layer: Layer): Planes => {
  const { kinds, height: frameHeight, width, values } = framed(planes, layer.aboveBelow, layer.sides)
  const { tall, stepDown, weights, biases, cut } = layer
  const out = fours(layer.out)
  const height = Math.floor((frameHeight - tall) / stepDown) + 1
  const columns = Math.floor((width - layer.wide) / layer.stepAcross) + 1
  const run = layer.wide * kinds
  const across = layer.stepAcross * kinds
  const result = new Float64Array(height * columns * out)
  // Four kinds of two columns at once: what is read serves two or four of them.
  for (let kind = 0; kind < out; kind += 4)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < columns; x += 2) {
        const beside = x + 1 < columns ? across : 0
        let a0 = biases[kind] as number
        let a1 = biases[kind + 1] as number
        let a2 = biases[kind + 2] as number
        let a3 = biases[kind + 3] as number
        let b0 = a0
        let b1 = a1
        let b2 = a2
        let b3 = a3
        let weight = kind * tall * run
        for (let row = 0; row < tall; row++) {
          const from = (y * stepDown + row) * width * kinds + x * across
          for (let at = from; at < from + run; at++, weight += 4) {
            const a = values[at] as number
            const b = values[at + beside] as number
            const w0 = weights[weight] as number
            const w1 = weights[weight + 1] as number
            const w2 = weights[weight + 2] as number
            const w3 = weights[weight + 3] as number
            a0 += a * w0
            a1 += a * w1
            a2 += a * w2
            a3 += a * w3
            b0 += b * w0
            b1 += b * w1
            b2 += b * w2
            b3 += b * w3
          }
        }
        const to = (y * columns + x) * out + kind
        result[to] = a0
        result[to + 1] = a1
        result[to + 2] = a2
        result[to + 3] = a3
        if (beside === 0) continue
        result[to + out] = b0
        result[to + out + 1] = b1
        result[to + out + 2] = b2
        result[to + out + 3] = b3
      }
  if (cut) for (let at = 0; at < result.length; at++) result[at] = Math.max(0, result[at] as number)
  return { kinds: out, height, width: columns, values: result }
}

/** For each column that is left, from left to right, a number for each kind: the greater, the likelier. */
export const columnsOf = (
  layers: readonly Layer[],
  values: Float64Array,
  height: number,
): { readonly columns: number; readonly kinds: number; readonly values: Float64Array } => {
  let planes: Planes = { kinds: 1, height, width: values.length / height, values }
  for (const layer of layers) planes = convolved(planes, layer)
  const { kinds: room, width: columns } = planes
  const kinds = layers.at(-1)?.out ?? room
  const out = new Float64Array(columns * kinds)
  for (let column = 0; column < columns; column++)
    out.set(planes.values.subarray(column * room, column * room + kinds), column * kinds)
  return { columns, kinds, values: out }
}
