import { colourOf } from './colour.ts'

/**
 * Browsers pass over a value they do not know, and the one before it stands: that is how pages speak to browsers of
 * other times. So each property that is read knows its values.
 */

const LENGTH =
  '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?(?:px|pt|pc|in|cm|mm|q|r?em|ex|ch|ic|r?lh|[sld]?v(?:w|h|min|max|i|b)|cq\\w+)'
const SIZE = `(?:[-+]?0*\\.?0+|${LENGTH}|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)%|(?:calc|min|max|clamp|env|round|abs|anchor|anchor-size|fit-content)\\(.*\\))`
const words = (list: string): string => `(?:${list.replaceAll(' ', '|')})`
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu')

const offset = whole(`(?:auto|${SIZE})`)
const boxSize = whole(
  `(?:auto|none|${SIZE}|(?:-webkit-|-moz-)?(?:min-content|max-content|fit-content|fill-available)|stretch|intrinsic)`,
)
const spacing = whole(`(?:normal|${SIZE})`)

const PATTERNS: Readonly<Record<string, RegExp>> = {
  display: whole(
    `(?:none|contents|inline|block|flow-root|list-item|math|run-in|ruby|ruby-base|ruby-text|inline-(?:block|table|flex|grid)|flex|grid|table(?:-(?:row|cell|column|caption|row-group|header-group|footer-group|column-group))?|-webkit-(?:inline-)?(?:box|flex)|(?:block|inline) ${words('flow flow-root flex grid table ruby')}|${words('flow flow-root flex grid table ruby')} (?:block|inline)|(?:block |inline )?(?:flow |flow-root )?list-item)`,
  ),
  visibility: /^(?:visible|hidden|collapse)$/u,
  opacity: /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/u,
  position: /^(?:static|relative|absolute|fixed|sticky|-webkit-sticky)$/u,
  float: /^(?:none|left|right|inline-start|inline-end)$/u,
  top: offset,
  right: offset,
  bottom: offset,
  left: offset,
  width: boxSize,
  height: boxSize,
  'max-width': boxSize,
  'max-height': boxSize,
  'margin-left': offset,
  'margin-right': offset,
  'margin-top': offset,
  'padding-left': offset,
  'text-indent': whole(`${SIZE}(?: (?:hanging|each-line))*`),
  'letter-spacing': spacing,
  'font-size': whole(`(?:${SIZE}|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|math)`),
  'vertical-align': whole(
    `(?:${words('baseline sub super top text-top middle bottom text-bottom')}|${SIZE})`,
  ),
  direction: /^(?:ltr|rtl)$/u,
  'unicode-bidi': /^(?:normal|embed|isolate|bidi-override|isolate-override|plaintext)$/u,
  'white-space':
    /^(?:normal|pre|nowrap|pre-wrap|pre-line|break-spaces|collapse|preserve|preserve-breaks|preserve nowrap)$/u,
  overflow: /^(?:(?:visible|hidden|clip|scroll|auto|overlay) ?){1,2}$/u,
  'text-decoration-line':
    /^(?:(?:none|underline|overline|line-through|blink|spelling-error|grammar-error) ?)+$/u,
}

const COLOURS: ReadonlySet<string> = new Set(['color', 'background-color', '-webkit-text-fill-color'])
/** Colours that are computed from others; we know that they are colours. */
const COMPUTED =
  /^(?:currentcolor|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk|contrast-color|alpha)\(.*\)|-quirk-inherit|-webkit-[a-z-]+|accentcolor\w*|mark|marktext|visitedtext|activetext|highlight\w*|selecteditem\w*|button\w+|activeborder|activecaption|appworkspace|background|inactive\w+|infobackground|menu|scrollbar|threed\w+|windowframe)$/u

/** Whether a browser would take the value. Those of the whole cascade, and those with variables, are taken by all. */
export const isValid = (property: string, value: string): boolean => {
  if (/^(?:inherit|initial|unset|revert|revert-layer)$/u.test(value) || value.includes('var(')) return true
  if (COLOURS.has(property)) return colourOf(value) !== undefined || COMPUTED.test(value)
  return PATTERNS[property]?.test(value) ?? true
}
