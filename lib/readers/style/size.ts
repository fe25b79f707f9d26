/** Sizes no report sets its text in, so that a person does not read it as we do. All lengths in points. */

const smallest = 6
/** Looks like a line of dust. */
const readable = 4
/** Rows and lines lower than this cut their text off. */
const lowest = 5
/** Width of the characters in percent, and how far they are moved together: digits then stand on each other. */
const narrowest = 34
const closest = -4
/** Word raises or lowers notes by more. */
const leastShift = 1.5

export const isSmall = (size: number): boolean => size < smallest
export const isTiny = (size: number): boolean => size < readable
export const isFlat = (height: number): boolean => height < lowest
export const isNarrow = (percent: number): boolean => percent < narrowest
export const isCrowded = (apart: number): boolean => apart <= closest
export const isShifted = (distance: number): boolean => Math.abs(distance) >= leastShift

/** Fonts in which a digit prints as a picture, a bar or nothing. */
const symbolFonts = /dings|marlett|mt extra|bookshelf|barcode|code ?(?:39|128)|3 of 9|blank|monotype sorts/i

export const isSymbolFont = (name: string): boolean => symbolFonts.test(name)
