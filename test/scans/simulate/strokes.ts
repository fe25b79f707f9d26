import type { Plate } from './plate.ts'

export type Point = readonly [number, number]

/** What paints: a colour, and how much of what is below is left. */
export interface Paint {
  readonly ink: readonly [number, number, number]
  /** 1 covers. */
  readonly strength: number
}

/** Only ever darker: ink does not whiten. */
export const painted = (plate: Plate, at: number, { ink, strength }: Paint, cover: number): void => {
  const [red, green, blue] = ink
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue
  plate.planes.forEach((plane, nth) => {
    const below = plane[at]!
    const colour = plate.planes.length === 1 ? grey : ink[nth]!
    plane[at] = below + (Math.min(below, colour) - below) * strength * cover
  })
}

const distance = (x: number, y: number, [fromX, fromY]: Point, [toX, toY]: Point): number => {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const length = alongX * alongX + alongY * alongY
  const part = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length
  const nearest = Math.min(1, Math.max(0, part))
  return Math.hypot(x - fromX - nearest * alongX, y - fromY - nearest * alongY)
}

/** Paints a line through points with a round pen of this radius, in pixels, soft at its rim. Where it crosses itself it is no darker. */
export const stroke = (plate: Plate, points: readonly Point[], radius: number, paint: Paint): void => {
  const reach = radius + 1
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value))
  const rim = (axis: 0 | 1, most: number): readonly [number, number] => {
    const values = points.map(point => point[axis])
    return [
      within(Math.floor(Math.min(...values) - reach), most),
      within(Math.ceil(Math.max(...values) + reach), most),
    ]
  }
  const [[left, right], [top, low]] = [rim(0, plate.width), rim(1, plate.height)]
  const across = right - left
  const covers = new Float32Array(across * (low - top))
  points.slice(1).forEach((to, index) => {
    const from = points[index]!
    const ends = (axis: 0 | 1): readonly [number, number] => [
      Math.min(from[axis], to[axis]) - reach,
      Math.max(from[axis], to[axis]) + reach,
    ]
    const [[startX, endX], [startY, endY]] = [ends(0), ends(1)]
    for (let y = Math.max(top, Math.floor(startY)); y < Math.min(low, endY); y++)
      for (let x = Math.max(left, Math.floor(startX)); x < Math.min(right, endX); x++) {
        const cover = within(radius + 0.5 - distance(x, y, from, to), 1)
        const at = (y - top) * across + x - left
        if (cover > covers[at]!) covers[at] = cover
      }
  })
  covers.forEach((cover, at) => {
    if (cover > 0)
      painted(plate, (top + Math.floor(at / across)) * plate.width + left + (at % across), paint, cover)
  })
}
