/** Red, green and blue as one number. */
export type Colour = number

export const black: Colour = 0x000000
export const white: Colour = 0xffffff

export const colourFromHex = (hex: string | undefined): Colour | undefined =>
  hex !== undefined && /^[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex, 16) : undefined

const parts = (colour: Colour): readonly number[] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]

/** So much of `over` laid upon `under`, 0 to 1. */
export const mix = (over: Colour, under: Colour, share: number): Colour => {
  const below = parts(under)
  return parts(over).reduce(
    (sum, part, at) => sum * 256 + Math.round(part * share + below[at]! * (1 - share)),
    0,
  )
}

/** Relative luminance of sRGB (WCAG 2.2). */
const luminance = (colour: Colour): number => {
  const [red, green, blue] = parts(colour).map(part => {
    const level = part / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Below this ratio nobody reads a figure; pale grey text that is meant to be read has 2 and more. */
const leastContrast = 1.3
/** Colours that differ more in one of their parts can be told apart. */
const plainDifference = 0xa0

/** Whether text of this colour cannot be read on this ground. */
export const isUnseen = (text: Colour, ground: Colour): boolean => {
  const grounds = parts(ground)
  if (parts(text).some((part, at) => Math.abs(part - grounds[at]!) > plainDifference && at < 2)) return false
  const [lighter, darker] = [luminance(text), luminance(ground)].sort((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05) < leastContrast
}
