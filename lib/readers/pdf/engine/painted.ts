import type { Box, Matrix } from '../geometry.ts'
import type { Drawing } from './draw.ts'
import type { Subpath } from './outline.ts'

/** What limits where something is seen. */
export interface Clip {
  /** What is painted outside it is not seen; null: no limit. */
  readonly box: Box | null
  /** The limit is the box itself, not a shape within it. */
  readonly square: boolean
  /** The shapes that are no box. */
  readonly shapes: readonly (readonly Subpath[])[]
}

/** Names one operator of a page, to have what it paints drawn alone. */
export type Operator = number

interface Paint {
  readonly operator: Operator
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

/** What is known of a font. */
export interface Font {
  readonly identity: number
  /** Its glyphs are in the file; others may not be drawn at all. */
  readonly embedded: boolean
  /** Its glyphs are drawings of their own (Type 3), which may have colours. */
  readonly drawn: boolean
  /** What the outline of a character fills, in square ems; 0 for one that is empty or made by a drawing of its own (Type 3). */
  readonly inkOf: (character: string) => number
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
  /** How wide its outlines are drawn where they are (9.3.6), in ems. */
  readonly strokeWidth: number
  /** It cannot be told whether it is shown. */
  readonly doubtful: boolean
  /** Texts of one layer do not lie over each other. */
  readonly layer: number
  readonly font: Font
  /** ISO 32000-1, 9.3.6. */
  readonly mode: number
}

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
  readonly operator: Operator
  readonly box: Box
  readonly clip: Clip
}

/** What is no picture, and whose shape is not told: a shading, a path too long to follow. */
export interface PaintedPatch {
  readonly kind: 'patch'
  readonly operator: Operator
  readonly box: Box
  readonly clip: Clip
}

export type Painted = PaintedText | PaintedPath | PaintedPicture | PaintedPatch

/**
 * Draws what lies in `box`, `scale` pixels to a point: the page as it is shown, on white paper; or what some operators
 * paint, on nothing. Null where too much was drawn of the file, or it cannot be.
 */
export type Draw = (box: Box, scale: number, only?: readonly Operator[]) => Drawing | null

/** A page as it is painted, in points from its top left, turned as it is shown. */
export interface PaintedPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** In the order of painting. */
  readonly painted: Iterable<Painted>
  /** Where something is shown upon it that could not be drawn. */
  readonly undrawn: readonly Box[]
  /** To be asked after `painted` was gone through. */
  readonly draw: Draw
  /** Something that is painted could not be read. */
  readonly broken: boolean
}
