import { isValid } from './valid.ts'

/** A property and its value as written, lower case apart from texts. */
export type Longhand = readonly [property: string, value: string]

/** The properties that decide what of a text is seen, and where. No other one is kept. */
const READ: ReadonlySet<string> = new Set(
  [
    'display visibility opacity color -webkit-text-fill-color background-color background-image',
    'font-size font-family font-variant-position font-feature-settings text-decoration-line vertical-align',
    'position top right bottom left float clip clip-path overflow width height max-width max-height',
    'text-indent letter-spacing margin-left margin-right margin-top padding-left transform scale rotate',
    'translate filter mask-image mix-blend-mode content direction unicode-bidi white-space',
    'content-visibility -webkit-text-security flex-direction order border-spacing line-height zoom',
    'mso-hide mso-text-raise grid-template-columns animation-name',
  ].flatMap(line => line.split(' ')),
)

const RENAMED: Readonly<Record<string, string>> = {
  '-webkit-transform': 'transform',
  '-webkit-filter': 'filter',
  '-webkit-mask-image': 'mask-image',
  '-webkit-clip-path': 'clip-path',
  '-webkit-text-decoration-line': 'text-decoration-line',
  '-webkit-opacity': 'opacity',
  'inset-inline-start': 'left',
  'inset-inline-end': 'right',
  'inset-block-start': 'top',
  'inset-block-end': 'bottom',
  'margin-inline-start': 'margin-left',
  'margin-inline-end': 'margin-right',
  'margin-block-start': 'margin-top',
  'padding-inline-start': 'padding-left',
  'inline-size': 'width',
  'block-size': 'height',
  'max-inline-size': 'max-width',
  'max-block-size': 'max-height',
  'overflow-x': 'overflow',
  'overflow-y': 'overflow',
  '-webkit-animation-name': 'animation-name',
  'white-space-collapse': 'white-space',
}

/** A value cut at white space that stands outside brackets and quotes. */
const parts = (value: string): string[] =>
  value.match(/(?:[^\s("']|\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*')+/gu) ?? []

const sides = (property: string, value: string, names: readonly string[]): Longhand[] => {
  const [top = '', right = top, bottom = top, left = right] = parts(value)
  const bySide: Readonly<Record<string, string>> = { top, right, bottom, left }
  return names.map(side => [`${property}${side}`, bySide[side]!])
}

const IMAGE =
  /^(?:url|image|image-set|-webkit-image-set|cross-fade|element|(?:-\w+-)?(?:repeating-)?(?:linear|radial|conic)-gradient|-webkit-gradient)\(/iu
const NO_COLOUR =
  /^(?:none|repeat(?:-[xy])?|no-repeat|space|round|scroll|fixed|local|auto|cover|contain|center|top|bottom|left|right|border-box|padding-box|content-box|text|\/|[-+]?[\d.]+[a-z%]*|.*\/.*)$/iu

const background = (value: string): Longhand[] => {
  const all = parts(value.replace(/,(?![^(]*\))/gu, ' '))
  return [
    ['background-image', all.find(part => IMAGE.test(part)) ?? 'none'],
    ['background-color', all.findLast(part => !IMAGE.test(part) && !NO_COLOUR.test(part)) ?? 'transparent'],
  ]
}

const DECORATIONS = /\b(?:line-through|underline|overline|none|blink)\b/giu
const decoration = (value: string): Longhand[] => [
  ['text-decoration-line', value.match(DECORATIONS)?.join(' ') ?? 'none'],
]

const SIZE =
  /^(?:[-+]?[\d.]+(?:[a-z]+|%)|0|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|(?:calc|min|max|clamp)\(.*\))(?:\/.*)?$/iu
const WEIGHT = /^[1-9]\d{0,3}$/u
const font = (value: string): Longhand[] => {
  const all = parts(value)
  const at = all.findIndex(part => SIZE.test(part) && !WEIGHT.test(part))
  if (at < 0) return []
  return [
    ['font-size', all[at]!.split('/')[0]!],
    ['font-family', all.slice(at + 1).join(' ')],
    ['font-variant-position', 'normal'],
    ['font-feature-settings', 'normal'],
    ['line-height', all[at]!.split('/')[1] ?? 'normal'],
  ]
}

const SHORTHANDS: Readonly<Record<string, (value: string) => Longhand[]>> = {
  background,
  font,
  'text-decoration': decoration,
  '-webkit-text-decoration': decoration,
  inset: value => sides('', value, ['top', 'right', 'bottom', 'left']),
  margin: value => sides('margin-', value, ['top', 'right', 'left']),
  padding: value => sides('padding-', value, ['left']),
  'margin-inline': value => [
    ['margin-left', parts(value)[0] ?? ''],
    ['margin-right', parts(value)[1] ?? parts(value)[0] ?? ''],
  ],
  'padding-inline': value => [['padding-left', parts(value)[0] ?? '']],
  'flex-flow': value => [
    ['flex-direction', parts(value).find(part => /^(?:row|column)/u.test(part)) ?? 'row'],
  ],
  'font-variant': value => [['font-variant-position', /\b(?:super|sub)\b/u.exec(value)?.[0] ?? 'normal']],
  mask: value => [['mask-image', value]],
  '-webkit-mask': value => [['mask-image', value]],
  animation: value => [['animation-name', value]],
  '-webkit-animation': value => [['animation-name', value]],
  grid: value => [['grid-template-columns', value.split('/')[1]?.trim() ?? 'none']],
  'grid-template': value => [['grid-template-columns', value.split('/')[1]?.trim() ?? 'none']],
}

/** Where a shorthand holds a variable its parts are known only at the element. */
const MARK = '\u0000'
const LONGHANDS_OF: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(SHORTHANDS).map(([name, expand]) => [
    name,
    (name === 'font' ? font('1px a') : expand('1px')).map(([longhand]) => longhand),
  ]),
)

const WIDE = /^(?:inherit|initial|unset|revert|revert-layer)$/u

/** Longer values are files put into the sheet. */
const LONGEST = 1000

/** A shorthand with one part that is wrong says nothing. */
const validOf = (longhands: readonly Longhand[]): readonly Longhand[] =>
  longhands.every(([property, value]) => isValid(property, value)) ? longhands : []

/** What a declaration says of the properties that are read; nothing where it speaks of others. */
export const longhandsOf = (written: string, value: string): readonly Longhand[] => {
  if (written.startsWith('--')) return [[written, value]]
  const name = written.toLowerCase()
  if (name === 'all') return [['all', value.toLowerCase()]]
  const property = RENAMED[name] ?? name
  const expand = SHORTHANDS[property]
  if (value.length > LONGEST) return property.startsWith('background') ? [['background-image', 'url()']] : []
  if (expand === undefined) return READ.has(property) && isValid(property, value) ? [[property, value]] : []
  if (WIDE.test(value)) return LONGHANDS_OF[property]!.map(longhand => [longhand, value])
  if (!value.includes('var(')) return validOf(expand(value))
  return LONGHANDS_OF[property]!.map(longhand => [longhand, `${MARK}${property}${MARK}${value}`])
}

/** The part for one property of a shorthand that held a variable, after the variable was put in. */
export const longhandOf = (property: string, value: string): string | undefined => {
  if (!value.startsWith(MARK)) return value
  const [, shorthand, text] = value.split(MARK)
  return SHORTHANDS[shorthand!]!(text!).find(([longhand]) => longhand === property)?.[1]
}
