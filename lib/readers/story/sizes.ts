/** Half-points: a size no report sets a table in, and one that looks like a line of dust. */
const smallest = 12
const readable = 8
/** Width of the characters in percent, and twips they are moved together by: digits then stand on each other. */
const narrowest = 34
const closest = -80

export const isSmall = (halfPoints: number): boolean => halfPoints < smallest
export const isTiny = (halfPoints: number): boolean => halfPoints < readable
export const isNarrow = (percent: number): boolean => percent < narrowest
export const isCrowded = (twips: number): boolean => twips <= closest

/** Fonts in which a digit prints as a picture, a bar or nothing. */
const symbolFonts = /dings|marlett|mt extra|bookshelf|barcode|code ?(?:39|128)|3 of 9|blank|monotype sorts/i

export const isSymbolFont = (name: string): boolean => symbolFonts.test(name)
