/** Red, green and blue as one number. */
export type Colour = number

export const black: Colour = 0x000000
export const white: Colour = 0xffffff

/** The sixteen colours of a marker by their names in Office Open XML (17.18.40), in the order of [MS-DOC] 2.9.119. */
export const markerColours: Readonly<Record<string, Colour>> = {
  black,
  blue: 0x0000ff,
  cyan: 0x00ffff,
  green: 0x00ff00,
  magenta: 0xff00ff,
  red: 0xff0000,
  yellow: 0xffff00,
  white,
  darkBlue: 0x000080,
  darkCyan: 0x008080,
  darkGreen: 0x008000,
  darkMagenta: 0x800080,
  darkRed: 0x800000,
  darkYellow: 0x808000,
  darkGray: 0x808080,
  lightGray: 0xc0c0c0,
}

export const colourFromHex = (hex: string | undefined): Colour | undefined =>
  hex !== undefined && /^[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex, 16) : undefined

const red = (colour: Colour): number => colour >> 16
const green = (colour: Colour): number => (colour >> 8) & 0xff
const blue = (colour: Colour): number => colour & 0xff

/** So much of `over` laid upon `under`, 0 to 1. */
export const mix = (over: Colour, under: Colour, share: number): Colour => {
  const part = (of: (colour: Colour) => number): number =>
    Math.round(of(over) * share + of(under) * (1 - share))
  return part(red) * 0x10000 + part(green) * 0x100 + part(blue)
}

const linear = (part: number): number => {
  const level = part / 255
  return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of sRGB (WCAG 2.2). */
const luminance = (colour: Colour): number =>
  0.2126 * linear(red(colour)) + 0.7152 * linear(green(colour)) + 0.0722 * linear(blue(colour))

/** Below this ratio nobody reads a figure; pale grey text that is meant to be read has 2 and more. */
const leastContrast = 1.3
/** Colours that differ more in red or green can be told apart. */
const plainDifference = 0xa0

/** Whether text of this colour cannot be read on this ground. */
export const isUnseen = (text: Colour, ground: Colour): boolean => {
  if (Math.abs(red(text) - red(ground)) > plainDifference) return false
  if (Math.abs(green(text) - green(ground)) > plainDifference) return false
  const [one, other] = [luminance(text), luminance(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < leastContrast
}
