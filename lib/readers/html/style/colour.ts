import {
  converter,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn'

/** Red, green, blue and how far it covers what lies under it, each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

export const black: Colour = [0, 0, 0, 1]
export const white: Colour = [1, 1, 1, 1]

for (const mode of [modeRgb, modeXyz65, modeXyz50, modeLrgb, modeLab, modeLch, modeOklab, modeOklch])
  useMode(mode)
for (const mode of [modeHsl, modeHwb, modeP3]) useMode(mode)
const toRgb = converter('rgb')

/** Colours of the system, as they are where nobody has set others (CSS Color 4, 6.2); Word writes the older names. */
const SYSTEM: Readonly<Record<string, Colour>> = {
  canvas: white,
  window: white,
  field: white,
  buttonface: [0.94, 0.94, 0.94, 1],
  canvastext: black,
  windowtext: black,
  fieldtext: black,
  buttontext: black,
  menutext: black,
  infotext: black,
  captiontext: black,
  linktext: [0, 0, 0.93, 1],
  graytext: [0.5, 0.5, 0.5, 1],
  transparent: [0, 0, 0, 0],
}

/** Anything else is a text or a relative colour, which we do not compute. */
const LONGEST = 100

const known = new Map<string, Colour | undefined>()
/** So many colours are remembered; a page has some dozens. */
const MOST_KNOWN = 1000

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

const read = (text: string): Colour | undefined => {
  if (text in SYSTEM) return SYSTEM[text]
  const rgb = toRgb(parse(text))
  return rgb && [clamp(rgb.r), clamp(rgb.g), clamp(rgb.b), clamp(rgb.alpha ?? 1)]
}

/** What a colour of CSS looks like; undefined where it is none, or one that depends on more than itself. */
export const colourOf = (text: string): Colour | undefined => {
  const name = text.trim().toLowerCase()
  if (name === '' || name.length > LONGEST) return undefined
  if (known.has(name)) return known.get(name)
  if (known.size >= MOST_KNOWN) known.clear()
  const colour = read(name)
  known.set(name, colour)
  return colour
}

/** HTML's own rule for `color` and `bgcolor` attributes takes hex digits without a hash. */
export const attributeColour = (text: string): string => {
  const trimmed = text.trim()
  return /^(?:[\da-f]{3}|[\da-f]{6})$/iu.test(trimmed) ? `#${trimmed}` : trimmed
}

/** A colour painted over another one. */
export const over = ([r, g, b, alpha]: Colour, ground: Colour): Colour => {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha)
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1]
}

const linear = (part: number): number => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = ([r, g, b]: Colour): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

/** Contrast ratio (WCAG 2.2, from 1 to 21) under which nobody sees that something is written: #e6e6e6 on white. */
const LEAST_CONTRAST = 1.26
/** Two colours of like brightness can still be told apart by their hue. */
const LEAST_DISTANCE = 0.25

/** Whether text of this colour is lost in its ground. */
export const isLost = (text: Colour, ground: Colour): boolean => {
  const shown = over(text, ground)
  const [light, dark] = [luminance(shown), luminance(ground)].toSorted((a, b) => b - a) as [number, number]
  const distance = Math.hypot(...[0, 1, 2].map(part => shown[part]! - ground[part]!))
  return (light + 0.05) / (dark + 0.05) < LEAST_CONTRAST && distance < LEAST_DISTANCE
}
