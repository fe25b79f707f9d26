import type { AttributeValue } from '../package/walk.ts'
import { black, type Colour, colourFromHex, markerColours, mix, white } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { isCrowded, isNarrow, isShifted, isSmall, isSymbolFont, isTiny } from '../style/size.ts'
import { fromHalfPoints, fromTwips } from '../style/units.ts'

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
    look.raised = value('val') !== 'baseline'
  },
  position: (look, value) => {
    if (isShifted(fromHalfPoints(Number(value('val'))))) look.raised = true
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
    look.highlight = markerColours[value('val') ?? ''] ?? null
  },
  sz: (look, value) => {
    const size = fromHalfPoints(Number(value('val')))
    look.small = isSmall(size)
    look.tiny = isTiny(size)
  },
  w: (look, value) => squeezed(look, value('val'), isNarrow),
  spacing: (look, value) => squeezed(look, value('val'), twips => isCrowded(fromTwips(twips))),
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
    if (path.includes('w14:textFill')) look.transparent = true
  },
  'w14:srgbClr': fill,
  'w14:schemeClr': fill,
  'w14:alpha': (look, value, path) => {
    if (path.includes('w14:textFill') && Number(value('val')) > mostThrough) look.transparent = true
  },
  'w14:lumMod': luminanceShare(black),
  'w14:lumOff': luminanceShare(white),
}

/** Whether an element stands among the properties of a run that `owner` has, directly or within a fill. */
export const isRunProperty = (path: readonly string[], owner: string): boolean => {
  const at = path.lastIndexOf('rPr')
  return at > 0 && path[at - 1] === owner && (at === path.length - 1 || path[at + 1] === 'w14:textFill')
}
