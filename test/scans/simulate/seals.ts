import type { Chance } from './chance.ts'
import type { Plate } from './plate.ts'
import { type Paint, type Point, painted, stroke } from './strokes.ts'

const inks = { red: [212, 42, 48], grey: [112, 112, 112] } as const
export type SealInk = keyof typeof inks

/** The seal of an office measures 42 mm. */
const radiusInches = 42 / 25.4 / 2

const ring = (x: number, y: number, radius: number): readonly Point[] =>
  Array.from({ length: 73 }, (_, at) => {
    const angle = (at / 36) * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

/** A star, filled line by line: an even-odd rule over its ten sides. */
const fillStar = (plate: Plate, x: number, y: number, radius: number, paint: Paint): void => {
  const corners: readonly Point[] = Array.from({ length: 10 }, (_, at) => {
    const [angle, away] = [(at * Math.PI) / 5 - Math.PI / 2, at % 2 === 0 ? radius : radius * 0.39]
    return [x + away * Math.cos(angle), y + away * Math.sin(angle)]
  })
  for (let row = Math.floor(y - radius); row <= y + radius; row++) {
    if (row < 0 || row >= plate.height) continue
    const crossings = corners
      .flatMap(([fromX, fromY], at) => {
        const [toX, toY] = corners[(at + 1) % 10]!
        return fromY <= row === toY <= row ? [] : [fromX + ((row - fromY) / (toY - fromY)) * (toX - fromX)]
      })
      .toSorted((a, b) => a - b)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2)
      for (let column = Math.ceil(crossings[pair]!); column <= crossings[pair + 1]!; column++)
        if (column >= 0 && column < plate.width) painted(plate, row * plate.width + column, paint, 1)
  }
}

/** Stamps a page: a ring, a star, and a band of strokes as dense as characters. */
export const sealed = (plate: Plate, dpi: number, kind: SealInk, count: number, chance: Chance): void => {
  const radius = radiusInches * dpi
  for (let nth = 0; nth < count; nth++) {
    const paint: Paint = { ink: inks[kind], strength: chance.between(0.6, 0.88) }
    const [x, y] = [chance.between(0.25, 0.85) * plate.width, chance.between(0.15, 0.85) * plate.height]
    stroke(plate, ring(x, y, radius), radius / 30, paint)
    fillStar(plate, x, y, radius * 0.33, paint)
    for (let sign = 0; sign < 14; sign++) {
      const angle = Math.PI * (0.75 + (1.5 * sign) / 13)
      const middle: Point = [x + radius * 0.78 * Math.cos(angle), y + radius * 0.78 * Math.sin(angle)]
      const near = (): Point => [
        middle[0] + chance.between(-0.09, 0.09) * radius,
        middle[1] + chance.between(-0.09, 0.09) * radius,
      ]
      for (let line = 0; line < 7; line++) stroke(plate, [near(), near()], radius / 55, paint)
    }
  }
}
