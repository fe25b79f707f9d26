import { fours, type Layer } from './weights.ts'

/** Values by kind, row, column. */
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
  for (let kind = 0; kind < kinds; kind++)
    for (let y = 0; y < height; y++) {
      const from = (kind * height + y) * width
      out.set(values.subarray(from, from + width), (kind * tall + y + aboveBelow) * wide + sides)
    }
  return { kinds, height: tall, width: wide, values: out }
}

/** Where the values that one look takes lie, from the first of them on. */
const stepsOf = ({ kinds, height, width }: Planes, { tall, wide }: Layer): Int32Array =>
  Int32Array.from({ length: kinds * tall * wide }, (_, tap) => {
    const kind = Math.floor(tap / (tall * wide))
    const row = Math.floor(tap / wide) % tall
    return (kind * height + row) * width + (tap % wide)
  })

const convolved = (planes: Planes, layer: Layer): Planes => {
  const frame = framed(planes, layer.aboveBelow, layer.sides)
  const { values, width } = frame
  const { out, stepDown, stepAcross, weights, biases, cut } = layer
  const height = Math.floor((frame.height - layer.tall) / stepDown) + 1
  const columns = Math.floor((width - layer.wide) / stepAcross) + 1
  const steps = stepsOf(frame, layer)
  const taps = steps.length
  const plane = height * columns
  const result = new Float64Array(fours(out) * plane)
  // Four kinds at once: what is read of the picture serves all of them.
  for (let kind = 0; kind < out; kind += 4) {
    const w0 = kind * taps
    const w1 = w0 + taps
    const w2 = w1 + taps
    const w3 = w2 + taps
    for (let at = 0; at < plane; at++) {
      const from = Math.floor(at / columns) * stepDown * width + (at % columns) * stepAcross
      let s0 = biases[kind] as number
      let s1 = biases[kind + 1] as number
      let s2 = biases[kind + 2] as number
      let s3 = biases[kind + 3] as number
      for (let tap = 0; tap < taps; tap++) {
        const value = values[from + (steps[tap] as number)] as number
        s0 += value * (weights[w0 + tap] as number)
        s1 += value * (weights[w1 + tap] as number)
        s2 += value * (weights[w2 + tap] as number)
        s3 += value * (weights[w3 + tap] as number)
      }
      result[kind * plane + at] = s0
      result[(kind + 1) * plane + at] = s1
      result[(kind + 2) * plane + at] = s2
      result[(kind + 3) * plane + at] = s3
    }
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
  const { kinds, width: columns } = planes
  const out = new Float64Array(columns * kinds)
  for (let column = 0; column < columns; column++)
    for (let kind = 0; kind < kinds; kind++)
      out[column * kinds + kind] = planes.values[kind * columns + column] as number
  return { columns, kinds, values: out }
}
