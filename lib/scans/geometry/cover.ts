import type { Grey } from '../contract.ts'

/** Lines across of a page that is straight, as far as its pixels tell. For lines down, of the page turned over its diagonal. */
export interface Cover {
  readonly width: number
  readonly height: number
  /** Of each pixel: 2 on a line, 1 too dark to tell, 0 paper. A line reaches a pixel to both sides. */
  readonly seen: Uint8Array
  readonly ridges: Grey
}

/** Brighter pixels are paper, whatever is beside them. */
const surelyPaper = 150

/** `least`: how much darker than what is beside it a line must be. */
export const coverOf = (page: Grey, ridges: Grey, least: number): Cover => {
  const { width, height, greys } = page
  const depths = ridges.greys
  const seen = new Uint8Array(greys.length)
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width, end = at + width; at < end; at++) {
      if (depths[at]! >= least || depths[at - width]! >= least || depths[at + width]! >= least) seen[at] = 2
      else if (greys[at]! < surelyPaper) seen[at] = 1
    }
  return { width, height, seen, ridges }
}

/** What is seen of a line between two of its places. */
export interface Covered {
  /** Of what can be told, so much is line: 0 to 1. */
  readonly part: number
  /** So much can be told. */
  readonly told: number
  /** The least part of both ends and the middle. */
  readonly worst: number
}

const nothing: Covered = { part: 0, told: 0, worst: 0 }

const along = ({ width, height, seen }: Cover, y: number, from: number, to: number): Covered => {
  if (y < 0 || y >= height) return nothing
  const [first, last] = [Math.max(0, from), Math.min(width, to)]
  const length = last - first
  if (length < 1) return nothing
  const third = Math.max(1, Math.floor(length / 4))
  let [on, off] = [0, 0]
  const parts = [0, 0, 0]
  const counts = [0, 0, 0]
  for (let x = first; x < last; x++) {
    const what = seen[y * width + x]!
    if (what === 1) continue
    const piece = x < first + third ? 0 : x >= last - third ? 2 : 1
    counts[piece]!++
    if (what === 2) {
      on++
      parts[piece]!++
    } else off++
  }
  const worst = Math.min(...parts.map((part, piece) => (counts[piece]! === 0 ? 1 : part / counts[piece]!)))
  return { part: on + off === 0 ? 0 : on / (on + off), told: (on + off) / length, worst }
}

/** A line that is not quite straight leaves its place by so many pixels. */
const mostOff = 2

/** The best of a line at `at` and beside it. */
export const covered = (cover: Cover, at: number, from: number, to: number): Covered => {
  const [y, first, last] = [Math.floor(at), Math.round(from), Math.round(to)]
  let best: Covered | null = null
  for (let off = -mostOff; off <= mostOff; off++) {
    const found = along(cover, y + off, first, last)
    if (best === null || found.part + found.worst > best.part + best.worst) best = found
  }
  return best ?? nothing
}
