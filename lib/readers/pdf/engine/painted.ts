import type { Box, Matrix } from '../geometry.ts'

/** What limits where something is seen. */
export interface Clip {
  /** What is painted outside it is not seen; null: no limit. */
  readonly box: Box | null
  /** The limit is the box itself, not a shape within it. */
  readonly square: boolean
}

interface Paint {
  /** #rrggbb; anything else is no colour: a pattern. */
  readonly fill: string
  readonly stroke: string
  /** 0 to 1. */
  readonly fillAlpha: number
  readonly strokeAlpha: number
  /** Mixed with what is below it, or faded by a mask. */
  readonly blended: boolean
  readonly clip: Clip
}

/** One character, or the several that one glyph stands for. */
export interface Character {
  readonly text: string
  /** Where it stands on its line, in points of the page. */
  readonly x: number
  readonly y: number
  /** In units of its text's space, across. */
  readonly width: number
}

/** Text painted by one operator in one font. */
export interface PaintedText extends Paint {
  readonly kind: 'text'
  readonly characters: readonly Character[]
  /** From the text's own space to the page. */
  readonly toPage: Matrix
  /** In units of the text's space; below 0 it is turned by half. */
  readonly size: number
  readonly vertical: boolean
  /** It cannot be told whether it is shown. */
  readonly doubtful: boolean
  /** ISO 32000-1, 9.3.6. */
  readonly mode: number
}

/** Steps of a path: each of these followed by its coordinates. */
export const moveTo = 0
export const lineTo = 1
export const curveTo = 2
export const closePath = 3

export interface PaintedPath extends Paint {
  readonly kind: 'path'
  readonly steps: ArrayLike<number>
  readonly toPage: Matrix
  readonly filled: boolean
  readonly stroked: boolean
  readonly lineWidth: number
}

export interface PaintedPicture {
  readonly kind: 'picture'
  readonly box: Box
  readonly clip: Clip
}

export type Painted = PaintedText | PaintedPath | PaintedPicture

/** A page as it is painted, in points from its top left, turned as it is shown. */
export interface PaintedPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** In the order of painting. */
  readonly painted: Iterable<Painted>
  /** Something that is painted could not be read. */
  readonly broken: boolean
}
