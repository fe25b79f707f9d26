import { black, type Colour, colourOf, isLost, over, white } from './colour.ts'
import { lengthOf } from './length.ts'
import { isOddlyPainted, isOutOfSight, type Placing, placingOf } from './sight.ts'
import { noVariables, type Specified, type Variables } from './specified.ts'

/** How an element takes part in the flow of text. */
export type Flow = 'none' | 'contents' | 'inline' | 'inline-block' | 'block' | Part
/** Parts of a table, whatever the element is called. */
export type Part = 'table' | 'group' | 'row' | 'cell'

/** What a style puts before or after the content of an element. */
export interface Generated {
  readonly look: Look
  /** As written in `content`. */
  readonly content: string
}

/** What an eye sees of an element, as far as its style decides it. Sizes in CSS pixels. */
export interface Look {
  readonly flow: Flow
  /** In the flow but not to be seen, with all in it. */
  readonly gone: boolean
  /** Text of its own is not to be seen; what stands in it may be. */
  readonly unseen: boolean
  readonly struck: boolean
  readonly colour: Colour
  /** What its text stands on; undefined where that is a picture. */
  readonly ground: Colour | undefined
  /** Its text has nearly the colour of its ground. */
  readonly lost: boolean
  readonly size: number
  /** Raised or lowered against the text around it, by this element itself. */
  readonly raised: boolean
  /** Set apart from the text around it: out of the flow, or a gap wide enough to see. */
  readonly apart: boolean
  /** Moved so that it may cover other text or change places with it. */
  readonly displaced: boolean
  readonly preformatted: boolean
  /** Its look holds what is not computed: whoever reads a figure here should be told. */
  readonly doubtful: boolean
  readonly values: ReadonlyMap<string, string>
  readonly variables: Variables
  readonly opacity: number
  readonly before?: Generated
  readonly after?: Generated
}

export const page: Look = {
  flow: 'block',
  gone: false,
  unseen: false,
  struck: false,
  colour: black,
  ground: white,
  lost: false,
  size: 16,
  raised: false,
  apart: false,
  displaced: false,
  preformatted: false,
  doubtful: false,
  values: new Map(),
  variables: noVariables,
  opacity: 1,
}

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
  initial: 16,
}

const SMALL_PRINT = 6

const sizeOf = (value: string | undefined, parent: number): number => {
  if (value === undefined || value === 'inherit' || value === 'unset') return parent
  // However often small print is set small in small print, it is not meant to vanish.
  if (value === 'smaller') return Math.max(parent / 1.2, Math.min(parent, SMALL_PRINT))
  if (value === 'larger') return parent * 1.2
  const size = SIZES[value] ?? lengthOf(value, { em: parent, whole: parent })
  return size === undefined || size < 0 ? parent : size
}

const PARTS: Readonly<Record<string, Flow>> = {
  none: 'none',
  contents: 'contents',
  inline: 'inline',
  'inline flow': 'inline',
  ruby: 'inline',
  'ruby-base': 'inline',
  'ruby-text': 'inline',
  math: 'inline',
  'inline-block': 'inline-block',
  'inline-flex': 'inline-block',
  'inline-grid': 'inline-block',
  '-webkit-inline-box': 'inline-block',
  '-webkit-inline-flex': 'inline-block',
  'inline-table': 'table',
  'inline table': 'table',
  table: 'table',
  'block table': 'table',
  'table-row-group': 'group',
  'table-header-group': 'group',
  'table-footer-group': 'group',
  'table-row': 'row',
  'table-cell': 'cell',
  'table-column': 'none',
  'table-column-group': 'none',
}

const flowOf = (value: string | undefined): Flow => {
  if (value === undefined || value === 'initial' || value === 'unset' || value === 'inherit') return 'inline'
  return PARTS[value] ?? (value.startsWith('inline ') ? 'inline-block' : 'block')
}

/** Sizes under which print is a smudge. */
const SMALLEST = 2.5
/** Opacity under which nothing is left to see. */
const FAINTEST = 0.02

/** Whether the children of an element stand one beside or under another, each a block of its own. */
export const blocksItsChildren = ({ values }: Look): boolean =>
  /\b(?:flex|grid|box)$/u.test(values.get('display') ?? '')

/** A value a child takes from its parent unless told otherwise. */
const inherited = (
  values: ReadonlyMap<string, string>,
  parent: Look,
  property: string,
): string | undefined => {
  const own = values.get(property)
  if (own === undefined || own === 'inherit' || own === 'unset') return parent.values.get(property)
  return own === 'initial' ? undefined : own
}

const KEPT = [
  'visibility',
  'text-indent',
  'letter-spacing',
  'font-family',
  'font-variant-position',
  'font-feature-settings',
  'direction',
  'white-space',
  '-webkit-text-security',
  '-webkit-text-fill-color',
  'line-height',
] as const

const withInherited = (values: ReadonlyMap<string, string>, parent: Look): ReadonlyMap<string, string> => {
  const all = new Map(values)
  for (const property of KEPT) {
    const value = inherited(values, parent, property)
    if (value === undefined) all.delete(property)
    else all.set(property, value)
  }
  return all
}

const opacityOf = (value: string | undefined): number => {
  if (value === undefined) return 1
  const number = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
  return Number.isNaN(number) ? 1 : Math.min(1, Math.max(0, number))
}

const INLINE: ReadonlySet<string> = new Set(['inline', 'inline-block'])
const BLOCKIFIED: ReadonlySet<string> = new Set(['inline', 'inline-block', 'group', 'row', 'cell'])

const zoomOf = (value: string | undefined): number => {
  const zoom = value === undefined ? 1 : Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
  return Number.isFinite(zoom) && zoom > 0 ? zoom : 1
}

const isUnseen = (values: ReadonlyMap<string, string>, size: number): boolean =>
  size < SMALLEST ||
  /^(?:hidden|collapse)$/u.test(values.get('visibility') ?? '') ||
  /^(?:disc|circle|square)$/u.test(values.get('-webkit-text-security') ?? '')

/** Text between these sizes of its neighbour is a note beside it. */
const NOTE_SIZE = 0.85
const BY_NAME: ReadonlySet<string> = new Set(['super', 'sub'])
const BY_EDGE: ReadonlySet<string> = new Set(['top', 'text-top', 'bottom', 'text-bottom', 'middle'])
/** Pixels by which a note stands off its line; less is a correction of the line. */
const LEAST_RAISE = 1.5

const isRaised = (
  values: ReadonlyMap<string, string>,
  size: number,
  parent: Look,
  placing: Placing,
): boolean => {
  const align = values.get('vertical-align') ?? 'baseline'
  if (BY_NAME.has(align)) return true
  if (BY_EDGE.has(align)) return size < parent.size * NOTE_SIZE
  const shift = lengthOf(align, { em: size, whole: size }) ?? 0
  if (Math.abs(shift) >= LEAST_RAISE) return true
  if (Math.abs(placing.down) >= LEAST_RAISE) return true
  // Word's own word for it, in half a dozen units; notes are raised by three points or more.
  if (Math.abs(Number.parseFloat(values.get('mso-text-raise') ?? '0')) >= 3) return true
  return (
    (values.get('font-variant-position') !== parent.values.get('font-variant-position') &&
      BY_NAME.has(values.get('font-variant-position') ?? '')) ||
    (values.get('font-feature-settings') !== parent.values.get('font-feature-settings') &&
      /["'](?:sups|subs|sinf)["'](?!\s*(?:0|off))/iu.test(values.get('font-feature-settings') ?? ''))
  )
}

/** The colour of text: as said, or that of its parent; undefined where it is computed in a way we do not follow. */
const colourSaid = (value: string | undefined, parent: Colour): Colour | undefined => {
  if (value === undefined || value === 'inherit' || value === 'unset' || value === 'currentcolor')
    return parent
  return value === 'initial' || value === '-quirk-inherit' ? black : colourOf(value)
}

/** The ground under the text; undefined where a picture or a colour we do not follow is painted there. */
const groundOf = (values: ReadonlyMap<string, string>, colour: Colour, parent: Look): Colour | undefined => {
  const image = values.get('background-image')
  if (image !== undefined && !/^(?:none|initial|unset)$/u.test(image)) return undefined
  const value = values.get('background-color') ?? 'transparent'
  if (/^(?:initial|unset|inherit)$/u.test(value)) return parent.ground
  const own = value === 'currentcolor' ? colour : colourOf(value)
  if (own === undefined || own[3] === 1) return own
  return parent.ground && over(own, parent.ground)
}

/** Computes the look of an element in one that looks like `parent`. */
export const lookOf = ({ values: said, variables }: Specified, parent: Look): Look => {
  const values = withInherited(said, parent)
  const display = said.get('display')
  const declared = flowOf(display === 'inherit' ? parent.values.get('display') : display)
  const size = sizeOf(said.get('font-size'), parent.size) * zoomOf(said.get('zoom'))
  const placing = placingOf(values, declared, size)
  const blockified = parent === page || placing.outOfFlow || blocksItsChildren(parent)
  const flow = blockified && BLOCKIFIED.has(declared) ? 'block' : declared
  const colour = colourSaid(said.get('color'), parent.colour)
  const fill = values.get('-webkit-text-fill-color')
  const text = fill === undefined ? colour : colourSaid(fill, colour ?? parent.colour)
  const ground = groundOf(said, colour ?? parent.colour, parent)
  const opacity = parent.opacity * opacityOf(said.get('opacity'))
  const gone = parent.gone || opacity < FAINTEST || isOutOfSight(values, flow, placing, size)
  // Decorations do not reach what stands for itself (CSS Text Decoration 3, 2).
  const reached = parent.struck && flow !== 'inline-block' && !placing.outOfFlow
  return {
    flow: said.get('mso-hide') === 'all' ? 'none' : flow,
    gone,
    unseen: gone || isUnseen(values, size),
    struck: reached || /line-through/u.test(said.get('text-decoration-line') ?? ''),
    colour: colour ?? parent.colour,
    ground,
    lost:
      text !== undefined &&
      ground !== undefined &&
      isLost([text[0], text[1], text[2], text[3] * opacity], ground),
    size,
    raised: INLINE.has(flow) && isRaised(values, size, parent, placing),
    apart: placing.apart && flow !== 'block',
    displaced: placing.displaced,
    preformatted: /^(?:pre|break-spaces|preserve)/u.test(values.get('white-space') ?? ''),
    doubtful: parent.doubtful || text === undefined || isOddlyPainted(values, flow, size),
    values,
    variables,
    opacity,
  }
}
