import { eachPlane, type Plate } from './plate.ts'

/** Weights of a bell of this deviation, from its middle outwards; all together they are 1. */
const bellWeights = (deviation: number): Float32Array => {
  const reach = Math.max(1, Math.ceil(deviation * 2.5))
  const weights = Float32Array.from({ length: reach + 1 }, (_, at) =>
    Math.exp(-(at * at) / (2 * deviation * deviation)),
  )
  const all = weights.reduce((sum, weight, at) => sum + (at === 0 ? weight : 2 * weight), 0)
  return weights.map(weight => weight / all)
}

/** Along lines; beyond the rim the rim goes on. */
const alongLines = (plane: Float32Array, width: number, height: number, weights: Float32Array) => {
  const made = new Float32Array(plane.length)
  const reach = weights.length - 1
  const line = new Float32Array(width + 2 * reach)
  for (let y = 0; y < height; y++) {
    const start = y * width
    line.fill(plane[start]!, 0, reach)
    line.set(plane.subarray(start, start + width), reach)
    line.fill(plane[start + width - 1]!, reach + width)
    for (let x = 0; x < width; x++) {
      const middle = x + reach
      let sum = weights[0]! * line[middle]!
      for (let away = 1; away <= reach; away++)
        sum += weights[away]! * (line[middle - away]! + line[middle + away]!)
      made[start + x] = sum
    }
  }
  return made
}

/** Along columns, line by line, as memory lies. */
const alongColumns = (plane: Float32Array, width: number, height: number, weights: Float32Array) => {
  const made = new Float32Array(plane.length)
  const lineOf = (y: number): number => Math.min(height - 1, Math.max(0, y)) * width
  for (let y = 0; y < height; y++) {
    const to = y * width
    for (let x = 0; x < width; x++) made[to + x] = weights[0]! * plane[to + x]!
    for (let away = 1; away < weights.length; away++) {
      const [weight, above, below] = [weights[away]!, lineOf(y - away), lineOf(y + away)]
      for (let x = 0; x < width; x++) made[to + x]! += weight * (plane[above + x]! + plane[below + x]!)
    }
  }
  return made
}

/** Blurs as a lens does; `deviation` in pixels, nothing where it is too small to be seen. */
export const blurred = (plate: Plate, deviation: number): Plate => {
  if (deviation < 0.2) return plate
  const { width, height } = plate
  const weights = bellWeights(deviation)
  return eachPlane(plate, plane =>
    alongColumns(alongLines(plane, width, height, weights), width, height, weights),
  )
}
