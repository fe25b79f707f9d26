import type { Chance } from './chance.ts'
import type { Plate } from './plate.ts'

/** How a sheet comes to lie under the glass or the lens. */
export interface Lying {
  /** Degrees, either way. */
  readonly skew?: number
  /** How far corners go in, in parts of the width; what is beside the paper is then seen. */
  readonly perspective?: number
  /** How far the paper bends, in points. */
  readonly curl?: number
  /** Part of the picture that the paper fills; what is beside it is then seen. */
  readonly fills?: number
  /** What is beside the paper: 250 is a white lid. */
  readonly beside?: number
}

type Point = readonly [number, number]
/** Three lines of three numbers: x' w, y' w and w. */
type Projection = readonly number[]

/** Solves as many equations as unknowns, by elimination. */
const solved = (rows: readonly (readonly number[])[]): number[] => {
  const matrix = rows.map(row => [...row])
  const count = matrix.length
  for (let at = 0; at < count; at++) {
    const best = matrix.slice(at).reduce((most, row, nth) => {
      return Math.abs(row[at]!) > Math.abs(matrix[most]![at]!) ? at + nth : most
    }, at)
    const [pivot, other] = [matrix[best]!, matrix[at]!]
    matrix[at] = pivot
    if (best !== at) matrix[best] = other
    for (let row = 0; row < count; row++) {
      if (row === at) continue
      const factor = matrix[row]![at]! / pivot[at]!
      for (let column = at; column <= count; column++) matrix[row]![column]! -= factor * pivot[column]!
    }
  }
  return matrix.map((row, at) => row[count]! / row[at]!)
}

/** What takes four points to four others. */
const projection = (from: readonly Point[], to: readonly Point[]): Projection => [
  ...solved(
    from.flatMap(([x, y], at) => {
      const [u, v] = to[at]!
      return [
        [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
        [0, 0, 0, x, y, 1, -v * x, -v * y, v],
      ]
    }),
  ),
  1,
]

/**
 * A sheet as it comes to lie, `scale` pixels of the new plate for one of the old. Where it should not be too coarse the sheet
 * is to be blurred before.
 */
export const laid = (plate: Plate, scale: number, lying: Lying, chance: Chance): Plate => {
  const { width, height } = plate
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
  const angle = (((lying.skew ?? 0) * Math.PI) / 180) * chance.sign() * chance.between(0.6, 1)
  const fills = lying.fills ?? 1
  const shift = chance.between(-0.005, 0.005) * across
  const bend = lying.perspective ?? 0
  const corners: readonly Point[] = (
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const
  ).map(([x, y]) => {
    const inwards = [chance.between(0, bend), chance.between(0, bend)] as const
    const [cornerX, cornerY] = [
      (x + (x === 0 ? 1 : -1) * inwards[0] - 0.5) * across * fills,
      (y + (y === 0 ? 1 : -1) * inwards[1] - 0.5) * down * fills,
    ]
    return [
      across / 2 + shift + cornerX * Math.cos(angle) - cornerY * Math.sin(angle),
      down / 2 + shift + cornerX * Math.sin(angle) + cornerY * Math.cos(angle),
    ]
  })
  const [a, b, c, d, e, f, g, h] = projection(corners, [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ])
  const curl = ((lying.curl ?? 0) / 842) * down
  const [phase, waves] = [chance.between(0, 3), chance.between(2.5, 3.8)]
  const beside = lying.beside ?? 250
  const planes = plate.planes.map(() => new Float32Array(across * down).fill(beside))
  for (let row = 0, at = 0; row < down; row++) {
    const pull = curl * Math.sin((row / down) * waves + phase)
    for (let column = 0; column < across; column++, at++) {
      const x = column + 0.5 + pull
      const y = row + 0.5 + curl * Math.sin((column / across) * waves)
      const weight = g! * x + h! * y + 1
      const fromX = (a! * x + b! * y + c!) / weight - 0.5
      const fromY = (d! * x + e! * y + f!) / weight - 0.5
      if (fromX < -1 || fromY < -1 || fromX > width || fromY > height) continue
      const left = Math.min(width - 2, Math.max(0, Math.floor(fromX)))
      const top = Math.min(height - 2, Math.max(0, Math.floor(fromY)))
      const [right, low] = [Math.min(1, Math.max(0, fromX - left)), Math.min(1, Math.max(0, fromY - top))]
      const first = top * width + left
      for (let plane = 0; plane < planes.length; plane++) {
        const source = plate.planes[plane]!
        const upper = source[first]! + (source[first + 1]! - source[first]!) * right
        const lower = source[first + width]! + (source[first + width + 1]! - source[first + width]!) * right
        planes[plane]![at] = upper + (lower - upper) * low
      }
    }
  }
  return { width: across, height: down, planes }
}
