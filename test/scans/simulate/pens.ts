import type { Chance } from './chance.ts'
import type { Plate } from './plate.ts'
import { type Paint, type Point, stroke } from './strokes.ts'

/** What hands do to a printed figure: strike it, tick it off, write a digit beside it. */
export const penMarks = ['strike', 'tick', 'digit', 'circle', 'underline', 'dot'] as const
export type PenMark = (typeof penMarks)[number]

const pens = [
  [28, 44, 140],
  [30, 30, 34],
  [190, 30, 40],
] as const

/** Digits as a hand writes them, in a square of 1; y goes down. */
const handwritten: readonly (readonly Point[])[] = [
  [
    [0.5, 0.02],
    [0.2, 0.25],
    [0.18, 0.7],
    [0.45, 0.98],
    [0.75, 0.75],
    [0.78, 0.3],
    [0.5, 0.02],
  ],
  [
    [0.42, 0.12],
    [0.52, 0],
    [0.5, 1],
  ],
  [
    [0.2, 0.2],
    [0.5, 0],
    [0.78, 0.25],
    [0.2, 1],
    [0.85, 0.95],
  ],
  [
    [0.2, 0.1],
    [0.7, 0.05],
    [0.45, 0.42],
    [0.78, 0.7],
    [0.45, 1],
    [0.15, 0.85],
  ],
  [
    [0.45, 0],
    [0.15, 0.6],
    [0.85, 0.6],
    [0.65, 0.3],
    [0.6, 1],
  ],
  [
    [0.8, 0.02],
    [0.3, 0.02],
    [0.25, 0.4],
    [0.7, 0.45],
    [0.75, 0.85],
    [0.2, 0.98],
  ],
  [
    [0.7, 0],
    [0.25, 0.5],
    [0.25, 0.9],
    [0.6, 1],
    [0.75, 0.75],
    [0.5, 0.55],
    [0.25, 0.75],
  ],
  [
    [0.15, 0.05],
    [0.8, 0.05],
    [0.4, 1],
  ],
  [
    [0.5, 0.45],
    [0.25, 0.2],
    [0.5, 0],
    [0.75, 0.2],
    [0.25, 0.8],
    [0.5, 1],
    [0.75, 0.8],
    [0.5, 0.45],
  ],
  [
    [0.72, 0.25],
    [0.45, 0.05],
    [0.25, 0.28],
    [0.5, 0.48],
    [0.72, 0.25],
    [0.68, 1],
  ],
]

/** Where a figure is printed, in pixels: left, top, right, bottom. */
export type Place = readonly [number, number, number, number]

/** Draws one mark at a printed figure with a pen of some 0.4 mm. */
export const marked = (
  plate: Plate,
  dpi: number,
  [left, top, right, low]: Place,
  mark: PenMark,
  chance: Chance,
) => {
  const paint: Paint = { ink: pens[chance.below(pens.length)]!, strength: chance.between(0.75, 0.98) }
  const radius = (chance.between(0.25, 0.55) / 25.4 / 2) * dpi
  const size = chance.between(8, 11) * (dpi / 72)
  const [middleX, middleY] = [(left + right) / 2, (top + low) / 2]
  const shaken = (x: number, y: number): Point => [
    x + chance.bell() * size * 0.04,
    y + chance.bell() * size * 0.04,
  ]
  const through = (points: readonly Point[]): void =>
    stroke(
      plate,
      points.map(([x, y]) => shaken(x, y)),
      radius,
      paint,
    )
  const beside = right + size * chance.between(0.05, 0.5)
  if (mark === 'strike')
    through([
      [left - size / 3, middleY + chance.bell() * 2],
      [middleX, middleY],
      [right + size / 3, middleY],
    ])
  else if (mark === 'tick')
    through([
      [beside, middleY],
      [beside + size * 0.3, middleY + size * 0.45],
      [beside + size, middleY - size * 0.6],
    ])
  else if (mark === 'underline')
    through([
      [left - size / 4, low + size * 0.1],
      [right + size / 4, low + size * 0.15],
    ])
  else if (mark === 'dot')
    through([
      [beside, low],
      [beside + 1, low + 1],
    ])
  else if (mark === 'circle') {
    const [across, down] = [(right - left) / 2 + size * 0.5, (low - top) / 2 + size * 0.25]
    through(
      Array.from({ length: 25 }, (_, at): Point => {
        const angle = (at / 23) * 2 * Math.PI
        return [middleX + across * Math.cos(angle), middleY + down * Math.sin(angle)]
      }),
    )
  } else {
    // Before the figure or behind it, where another digit of it would stand.
    const start = chance.below(2) === 0 ? left - size * 0.75 : right + size * 0.05
    through(
      handwritten[chance.below(10)]!.map(
        ([x, y]): Point => [start + x * size * 0.6, middleY + (y - 0.5) * size],
      ),
    )
  }
}
