import type { PagePlace } from '../model/picture.ts'
import type { Printed } from '../model/scan.ts'
import type { Box } from '../readers/pdf/geometry.ts'
import type { Ruling } from '../readers/pdf/ink/model.ts'

/** A grey picture, line by line from the top left, one byte a pixel: 255 is paper, 0 ink. */
export interface Grey {
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly greys: Uint8Array
}

/** Quarters of a turn, clockwise. */
export type Quarter = 0 | 1 | 2 | 3

/** A page as it was handed in. Red seals are left out where it has colours. */
export interface PagePicture {
  readonly page: number
  /** In points, as it is shown. */
  readonly width: number
  readonly height: number
  /** Pixels to the inch of the picture that was handed in, not of what it was enlarged to. */
  readonly dpi: number
  readonly grey: Grey
  /** How far it was turned since. */
  readonly turned?: Quarter
}

/** The pages of a file as pictures, one at a time. */
export interface OpenPictures {
  readonly count: number
  /** Pages from 1. Null where a page cannot be drawn. */
  readonly picture: (page: number) => PagePicture | null
  /** Gives back what is held. Never throws. */
  readonly close: () => void
}

/**
 * A page made straight: turned, rectified, its light made even. Boxes and rulings are in points of the straight page,
 * its origin at the top left.
 */
export interface StraightPage {
  readonly page: number
  readonly width: number
  readonly height: number
  /** Pixels of `grey` to a point. */
  readonly scale: number
  readonly grey: Grey
  /** Of black and white alone, as copiers and fax machines make them: thin strokes may be gone without a trace. */
  readonly bilevel: boolean
  /** Put right: lines that are one stand as one, broken ones are closed where the grid proves it. */
  readonly rulings: readonly Ruling[]
  /** Each closed cell between rulings once. */
  readonly cells: readonly Box[]
  /** Lines of text outside the tables. */
  readonly lines: readonly Box[]
  /** Where a place of it lies on the page as it was handed in. */
  readonly onOriginal: (box: Box) => PagePlace['box']
}

/** One line of what is printed in a cell, or outside. */
export interface LineCrop {
  /** Around its ink, in points of the straight page. */
  readonly box: Box
  /** As it is, with some paper around; nothing removed but its rulings at the rim. */
  readonly raw: Grey
  /** The same without specks. */
  readonly clean: Grey
  /** Height of a digit in pixels, as most of the page has them. */
  readonly digitHeight: number
}

/** What is printed in a cell. */
export interface CellInk {
  readonly printed: Printed
  readonly lines: readonly LineCrop[]
}

/** What a reader makes of one line. */
export interface LineRead {
  /** Empty where it reads nothing. */
  readonly text: string
  /** Of its least certain character, 0 to 1. */
  readonly confidence: number
}

/** Reads lines; each answer in its turn. */
export interface LineReader {
  readonly name: string
  readonly family: string
  readonly read: (lines: readonly LineCrop[]) => Promise<readonly LineRead[]>
}

/** Who reads: figures by witnesses of different families, words by one. */
export interface Readers {
  readonly figures: readonly LineReader[]
  readonly words: LineReader
}
