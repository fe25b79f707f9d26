import type { AttributeValue } from '../package/walk.ts'
import { black, type Colour, colourFromHex, mix, white } from '../story/colour.ts'
import { isCrowded, isNarrow, isSmall, isSymbolFont, isTiny } from '../story/sizes.ts'

/** How text is set, as far as it decides whether a person reads it, or reads it as part of a figure. */
export interface Look {
  readonly hidden?: boolean
  /** Set above or below the line. */
  readonly shifted?: boolean
  readonly struck?: boolean
  /** `null`: automatic, which is seen on any shading. */
  readonly colour?: Colour | null
  /** Filled with nothing, or with something that lets all through. */
  readonly unfilled?: boolean
  /** Shading of the text itself; `null`: none. */
  readonly shading?: Colour | null
  readonly highlight?: Colour | null
  /** Much smaller than any text of a report; what stands beside it in another size is no part of it. */
  readonly small?: boolean
  /** Too small, narrow or crowded to be read. */
  readonly tiny?: boolean
  /** In a font whose digits look like something else. */
  readonly symbols?: boolean
  /** Two lines in one, or a text turned within its line. */
  readonly stacked?: boolean
  readonly rightToLeft?: boolean
}

export type Looking = { -readonly [key in keyof Look]: Look[key] }

/** Says nothing by which a text may be unseen, as most runs. */
export const isPlain = (look: Look): boolean => {
  for (const name in look) {
    const said = look[name as keyof Look]
    if (said !== undefined && said !== null && said !== false) return false
  }
  return true
}

/** Whether an on/off element (ECMA-376 17.17.4) is on. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off', 'none'].includes(value)

/** Half-points; Word raises or lowers notes by three points or more. */
const leastShift = 3
/** Twips into which a text is squeezed. */
const leastFit = 60

/** What the light and dark grounds and texts of a theme are, unless the theme turns them round. */
const themeColours: Readonly<Record<string, Colour>> = {
  background1: white,
  light1: white,
  bg1: white,
  lt1: white,
  text1: black,
  dark1: black,
  tx1: black,
  dk1: black,
}

const hexPart = (value: string | undefined): number | undefined =>
  value !== undefined && /^[0-9a-f]{1,2}$/i.test(value) ? Number.parseInt(value, 16) / 255 : undefined

/** A colour by theme, darkened or lightened (17.3.2.6), or by value. */
const colourOf = (
  value: AttributeValue,
  { plain, theme, shade, tint }: Record<'plain' | 'theme' | 'shade' | 'tint', string>,
): Colour | null => {
  const base = themeColours[value(theme) ?? '']
  if (base === undefined) return colourFromHex(value(plain)) ?? null
  const darkened = hexPart(value(shade))
  const lightened = hexPart(value(tint))
  if (darkened !== undefined) return mix(base, black, darkened)
  return lightened === undefined ? base : mix(base, white, lightened)
}

/** `w:color`. */
const textColour = (value: AttributeValue): Colour | null =>
  colourOf(value, { plain: 'val', theme: 'themeColor', shade: 'themeShade', tint: 'themeTint' })

/** How much of a pattern is its colour rather than its ground (17.18.78). */
const patternShare = (pattern: string): number => {
  if (pattern === 'clear' || pattern === 'nil') return 0
  if (pattern === 'solid') return 1
  const percent = /^pct(\d+)$/.exec(pattern)
  return percent ? Number(percent[1]) / 100 : 0.5
}

/** The ground that `w:shd` gives; `null`: none of its own. */
export const shadingOf = (value: AttributeValue): Colour | null => {
  const pattern = value('val') ?? 'clear'
  const fill = colourOf(value, {
    plain: 'fill',
    theme: 'themeFill',
    shade: 'themeFillShade',
    tint: 'themeFillTint',
  })
  const share = patternShare(pattern)
  if (pattern === 'nil' || share === 0) return pattern === 'nil' ? null : fill
  const over = colourOf(value, {
    plain: 'color',
    theme: 'themeColor',
    shade: 'themeShade',
    tint: 'themeTint',
  })
  return mix(over ?? black, fill ?? white, share)
}

const highlights: Readonly<Record<string, Colour>> = {
  black,
  blue: 0x0000ff,
  cyan: 0x00ffff,
  darkBlue: 0x000080,
  darkCyan: 0x008080,
  darkGray: 0x808080,
  darkGreen: 0x008000,
  darkMagenta: 0x800080,
  darkRed: 0x800000,
  darkYellow: 0x808000,
  green: 0x00ff00,
  lightGray: 0xc0c0c0,
  magenta: 0xff00ff,
  red: 0xff0000,
  white,
  yellow: 0xffff00,
}

type Take = (look: Looking, value: AttributeValue, path: readonly string[]) => void

const strike: Take = (look, value) => {
  look.struck = isOn(value('val')) || look.struck === true
}

const squeezed = (look: Looking, given: string | undefined, isTiny: (value: number) => boolean): void => {
  if (given !== undefined && isTiny(Number(given))) look.tiny = true
}

/** A fill of the letters themselves (Office 2010): it goes before their colour. */
const fill: Take = (look, value, path) => {
  if (!path.includes('w14:textFill')) return
  const named = themeColours[value('val') ?? '']
  look.colour = named ?? colourFromHex(value('val')) ?? look.colour ?? null
}

/** How far letters may let the ground through, in thousandths of a percent. */
const mostThrough = 80_000

/** Shares of a theme's colour, in thousandths of a percent. */
const luminanceShare =
  (ground: Colour): Take =>
  (look, value, path) => {
    const share = Number(value('val')) / 100_000
    if (!path.includes('w14:textFill') || typeof look.colour !== 'number' || !(share >= 0 && share <= 1))
      return
    look.colour = mix(look.colour, ground, ground === white ? 1 - share : share)
  }

/** Properties of a run by name: those of the run itself, of a style, or of the defaults. */
export const lookProperties: Readonly<Record<string, Take>> = {
  vanish: (look, value) => {
    look.hidden = isOn(value('val'))
  },
  vertAlign: (look, value) => {
    look.shifted = value('val') !== 'baseline'
  },
  position: (look, value) => {
    if (Math.abs(Number(value('val'))) >= leastShift) look.shifted = true
  },
  strike,
  dstrike: strike,
  color: (look, value) => {
    look.colour = textColour(value)
  },
  shd: (look, value) => {
    look.shading = shadingOf(value)
  },
  highlight: (look, value) => {
    look.highlight = highlights[value('val') ?? ''] ?? null
  },
  sz: (look, value) => {
    const size = Number(value('val'))
    look.small = isSmall(size)
    look.tiny = isTiny(size)
  },
  w: (look, value) => squeezed(look, value('val'), isNarrow),
  spacing: (look, value) => squeezed(look, value('val'), isCrowded),
  fitText: (look, value) => squeezed(look, value('val'), width => width < leastFit),
  rFonts: (look, value) => {
    const fonts = ['ascii', 'hAnsi', 'eastAsia'].map(name => value(name) ?? '')
    look.symbols = fonts.some(isSymbolFont)
  },
  eastAsianLayout: (look, value) => {
    look.stacked = ['combine', 'vert'].some(name => value(name) !== undefined && isOn(value(name)))
  },
  rtl: (look, value) => {
    look.rightToLeft = isOn(value('val'))
  },
  'w14:noFill': (look, _, path) => {
    if (path.includes('w14:textFill')) look.unfilled = true
  },
  'w14:srgbClr': fill,
  'w14:schemeClr': fill,
  'w14:alpha': (look, value, path) => {
    if (path.includes('w14:textFill') && Number(value('val')) > mostThrough) look.unfilled = true
  },
  'w14:lumMod': luminanceShare(black),
  'w14:lumOff': luminanceShare(white),
}

/** Whether an element stands among the properties of a run that `owner` has, directly or within a fill. */
export const isRunProperty = (path: readonly string[], owner: string): boolean => {
  const at = path.lastIndexOf('rPr')
  return at > 0 && path[at - 1] === owner && (at === path.length - 1 || path[at + 1] === 'w14:textFill')
}
