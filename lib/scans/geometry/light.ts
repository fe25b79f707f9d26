import type { Grey } from '../contract.ts'
import { paper } from './raster.ts'

/** How bright paper is over a page, on a lattice of places `step` pixels apart: 255 divided by its grey. */
export interface Light {
  readonly columns: number
  readonly rows: number
  /** In pixels of the picture it was taken of. */
  readonly step: number
  readonly gains: Float32Array
}

/** 6 mm at 100 pixels to the inch: wider than any stroke, narrower than shadows. */
const block = 24
/** Places of the border of a scanner, and of the lattice. */
const step = 6
/** Of the pixels of a block so many are as bright as paper or brighter. */
const brightest = 0.2
/** Paper in the deepest shadow is no darker than this part of the brightest. */
const darkestPaper = 0.3
/** What is darker than this part of the paper beside it may be the border of a scanner. */
const darkBorder = 0.45
/** The whole of a border is as bright as paper. */
const washed = 255

const levelAt = (histogram: Uint32Array, count: number): number => {
  let seen = 0
  for (let level = 255; level > 0; level--) {
    seen += histogram[level]!
    if (seen > count) return level
  }
  return 0
}

/** How bright paper is in each block. */
const papers = ({ width, height, greys }: Grey, columns: number, rows: number): Float32Array => {
  const levels = new Float32Array(columns * rows)
  const histogram = new Uint32Array(256)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      histogram.fill(0)
      let count = 0
      const [right, bottom] = [Math.min(width, (column + 1) * block), Math.min(height, (row + 1) * block)]
      for (let y = row * block; y < bottom; y++)
        for (let x = column * block; x < right; x++, count++) {
          const level = greys[y * width + x]!
          histogram[level] = histogram[level]! + 1
        }
      levels[row * columns + column] = levelAt(histogram, count * brightest)
    }
  return levels
}

/** A block that is darker than most around it is covered by ink: paper shines as it does around. */
const smoothed = (levels: Float32Array, columns: number, rows: number): Float32Array => {
  const result = new Float32Array(levels.length)
  const around: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      around.length = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          around.push(levels[y * columns + x]!)
      around.sort((a, b) => a - b)
      result[row * columns + column] = Math.max(
        levels[row * columns + column]!,
        around[(around.length * 5) >> 3]!,
      )
    }
  return result
}

const between = (field: Float32Array, columns: number, rows: number, x: number, y: number): number => {
  const [cx, cy] = [Math.min(columns - 1, Math.max(0, x)), Math.min(rows - 1, Math.max(0, y))]
  const [left, top] = [Math.min(columns - 2, cx | 0), Math.min(rows - 2, cy | 0)]
  if (left < 0 || top < 0) return field[(cy | 0) * columns + (cx | 0)]!
  const [u, v] = [cx - left, cy - top]
  const at = top * columns + left
  return (
    (field[at]! * (1 - u) + field[at + 1]! * u) * (1 - v) +
    (field[at + columns]! * (1 - u) + field[at + columns + 1]! * u) * v
  )
}

/** Marks dark places that hang together with the rim of the picture. */
const borders = ({ width, height, greys }: Grey, light: Light): Uint8Array => {
  const { columns, rows, gains } = light
  const dark = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [sum, count] = [0, 0]
      for (let y = row * step; y < Math.min(height, (row + 1) * step); y++)
        for (let x = column * step; x < Math.min(width, (column + 1) * step); x++, count++)
          sum += greys[y * width + x]!
      if (count > 0 && (sum / count) * gains[row * columns + column]! < paper * darkBorder)
        dark[row * columns + column] = 1
    }
  const found = new Uint8Array(columns * rows)
  const open: number[] = []
  const visit = (column: number, row: number): void => {
    const at = row * columns + column
    if (column < 0 || row < 0 || column >= columns || row >= rows || dark[at] !== 1 || found[at] === 1) return
    found[at] = 1
    open.push(at)
  }
  for (let column = 0; column < columns; column++) {
    visit(column, 0)
    visit(column, rows - 1)
  }
  for (let row = 0; row < rows; row++) {
    visit(0, row)
    visit(columns - 1, row)
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [column, row] = [at % columns, (at / columns) | 0]
    visit(column - 1, row)
    visit(column + 1, row)
    visit(column, row - 1)
    visit(column, row + 1)
  }
  return found
}

/** The light of a page of some 100 pixels to the inch; the black border of a scanner counts as paper. */
export const lightOf = (low: Grey): Light => {
  const [blockColumns, blockRows] = [Math.ceil(low.width / block), Math.ceil(low.height / block)]
  const levels = smoothed(papers(low, blockColumns, blockRows), blockColumns, blockRows)
  const bright = levels.toSorted()[Math.floor(levels.length * 0.9)] ?? paper
  const least = Math.max(20, bright * darkestPaper)
  const [columns, rows] = [Math.ceil(low.width / step), Math.ceil(low.height / step)]
  const gains = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [x, y] = [((column + 0.5) * step) / block - 0.5, ((row + 0.5) * step) / block - 0.5]
      gains[row * columns + column] = paper / Math.max(least, between(levels, blockColumns, blockRows, x, y))
    }
  const light = { columns, rows, step, gains }
  const border = borders(low, light)
  for (let at = 0; at < border.length; at++) {
    if (border[at] !== 1) continue
    const [column, row] = [at % columns, (at / columns) | 0]
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
        gains[y * columns + x] = washed
  }
  return light
}

/** By what a grey at a place is multiplied: in pixels of the picture the light was taken of. */
export const gainAt = ({ columns, rows, step: size, gains }: Light, x: number, y: number): number =>
  between(gains, columns, rows, x / size - 0.5, y / size - 0.5)
