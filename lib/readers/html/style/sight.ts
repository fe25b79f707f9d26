import { lengthOf, type Measure } from './length.ts'

type Values = ReadonlyMap<string, string>

/** Where a style puts an element against where it would stand. Pixels. */
export interface Placing {
  readonly outOfFlow: boolean
  /** Set apart from the text before it so that an eye sees a gap. */
  readonly apart: boolean
  /** Moved so that it may stand over other text or change places with it. */
  readonly displaced: boolean
  readonly right: number
  readonly down: number
}

/** Share of an em from which a gap is seen, and an overlap. */
const GAP = 0.6
const OVERLAP = 0.15
/** Moved further than this, no part of it is left on the page. */
const FAR = 500

interface Move {
  readonly right: number
  readonly down: number
  readonly scale: number
  /** Turned, mirrored or bent so that digits may be read as others. */
  readonly odd: boolean
}

const still: Move = { right: 0, down: 0, scale: 1, odd: false }
const FUNCTION = /([a-z0-9]+)\(([^()]*)\)/giu
const number = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseFloat(text ?? '')
  return Number.isNaN(value) ? otherwise : value / (text!.trim().endsWith('%') ? 100 : 1)
}
const degrees = (text: string | undefined): number => {
  const value = Number.parseFloat(text ?? '0')
  if (/turn\s*$/iu.test(text ?? '')) return value * 360
  if (/grad\s*$/iu.test(text ?? '')) return value * 0.9
  return /[^g]rad\s*$/iu.test(text ?? '') ? (value * 180) / Math.PI : value
}

/** A turn after which text still reads as it stands. */
const reads = (angle: number): boolean => Math.abs(((angle + 180) % 360) - 180) <= 50
const edgeOn = (angle: number): boolean => Math.abs((Math.abs(angle) % 180) - 90) < 2

const moveBy = (name: string, all: readonly string[], measure: Measure): Move => {
  const length = (text: string | undefined): number => lengthOf(text ?? '0', measure) ?? 0
  const [x, y = x] = all
  switch (name.toLowerCase()) {
    case 'translate':
    case 'translate3d':
      return { ...still, right: length(x), down: all[1] === undefined ? 0 : length(y) }
    case 'translatex':
      return { ...still, right: length(x) }
    case 'translatey':
      return { ...still, down: length(x) }
    case 'scale':
    case 'scale3d':
    case 'scalex':
    case 'scaley': {
      const least = Math.min(number(x, 1), number(name.length > 5 ? x : y, 1))
      return { ...still, scale: Math.abs(least), odd: least < 0.3 }
    }
    case 'rotate':
    case 'rotatez':
      return { ...still, odd: !reads(degrees(x)) }
    case 'rotatex':
    case 'rotatey':
      return { ...still, scale: edgeOn(degrees(x)) ? 0 : 1, odd: !reads(degrees(x)) }
    case 'translatez':
    case 'perspective':
    case 'skewx':
    case 'skewy':
    case 'skew':
      return still
    case 'matrix': {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = all.map(text => number(text, 0))
      const flat = Math.abs(a * d - b * c) < 0.01
      return {
        right: e,
        down: f,
        scale: flat ? 0 : 1,
        odd: Math.abs(a - 1) + Math.abs(b) + Math.abs(c) + Math.abs(d - 1) > 0.1,
      }
    }
    default:
      return { ...still, odd: true }
  }
}

const moveOf = (values: Values, measure: Measure): Move => {
  const moves: Move[] = []
  for (const [, name, inside] of (values.get('transform') ?? '').matchAll(FUNCTION))
    moves.push(
      moveBy(
        name!,
        inside!.split(/[\s,]+/u).filter(part => part !== ''),
        measure,
      ),
    )
  for (const name of ['translate', 'scale', 'rotate'] as const) {
    const value = values.get(name)
    if (value !== undefined && value !== 'none') moves.push(moveBy(name, value.split(/\s+/u), measure))
  }
  return moves.reduce(
    (a, b) => ({
      right: a.right + b.right,
      down: a.down + b.down,
      scale: a.scale * b.scale,
      odd: a.odd || b.odd,
    }),
    still,
  )
}

const OUT: ReadonlySet<string> = new Set(['absolute', 'fixed'])
const isSet = (value: string | undefined): value is string =>
  value !== undefined && !/^(?:auto|none|normal|initial|unset|inherit|0)$/u.test(value)

/** Where the element is put. `flow`: what it would be without that. */
export const placingOf = (values: Values, flow: string, size: number): Placing => {
  const measure = { em: size }
  const length = (property: string): number | undefined => {
    const value = values.get(property)
    return isSet(value) ? lengthOf(value, measure) : undefined
  }
  const position = values.get('position') ?? 'static'
  const floats = isSet(values.get('float'))
  const out = OUT.has(position)
  const moves = out || position === 'relative'
  const inline = flow === 'inline' || flow === 'inline-block'
  const move = flow === 'inline' && !out && !floats ? still : moveOf(values, measure)
  const right = (moves ? (length('left') ?? -(length('right') ?? 0)) : 0) + move.right
  const down = (moves ? (length('top') ?? -(length('bottom') ?? 0)) : 0) + move.down
  const before = length('margin-left') ?? 0
  const after = length('margin-right') ?? 0
  const gap = before + (length('padding-left') ?? 0)
  const overlaps = inline && Math.min(before, after) <= -OVERLAP * size
  const ordered = isSet(values.get('order')) || /reverse/u.test(values.get('flex-direction') ?? '')
  return {
    outOfFlow: out || floats,
    apart:
      out ||
      floats ||
      (inline && gap >= GAP * size) ||
      (flow === 'inline-block' && isSet(values.get('width'))),
    displaced: out || overlaps || ordered || Math.abs(right) >= OVERLAP * size,
    right: right + (before <= -FAR ? before : 0),
    down: out ? (down <= -FAR ? down : 0) : down,
  }
}

const ZERO_CLIP =
  /^rect\(\s*(-?[\d.]+)(?:px|em)?[\s,]+(-?[\d.]+)(?:px|em)?[\s,]+(-?[\d.]+)(?:px|em)?[\s,]+(-?[\d.]+)(?:px|em)?\s*\)$/u

const isClippedAway = (values: Values): boolean => {
  const clip = ZERO_CLIP.exec(values.get('clip') ?? '')
  if (clip !== null && OUT.has(values.get('position') ?? '')) {
    const [top, right, bottom, left] = clip.slice(1).map(Number) as [number, number, number, number]
    if (right - left <= 1 || bottom - top <= 1) return true
  }
  const path = values.get('clip-path') ?? ''
  return (
    /^inset\(\s*(?:5\d|[6-9]\d|1\d\d)(?:\.\d+)?%/u.test(path) ||
    /^(?:circle|ellipse)\(\s*0(?:px|%)?[\s)]/u.test(path) ||
    /^polygon\((?:[\s,]*0(?:px|%)?)+\s*\)$/u.test(path)
  )
}

const isNothing = (values: Values, property: string, size: number): boolean => {
  const value = values.get(property)
  const length = value === undefined ? undefined : lengthOf(value, { em: size, whole: 1000 })
  return length !== undefined && length <= 1
}

/** Whether a style puts the element where nobody sees it, in one of the ways pages do that. */
export const isOutOfSight = (values: Values, flow: string, placing: Placing, size: number): boolean => {
  const inline = flow === 'inline' || flow === 'contents'
  if (placing.right <= -FAR || placing.down <= -FAR || placing.right >= 10 * FAR || placing.down >= 20 * FAR)
    return true
  if ((lengthOf(values.get('margin-top') ?? '0', { em: size }) ?? 0) <= -FAR) return true
  if (isClippedAway(values)) return true
  if (/\bopacity\(\s*0?\.?0*%?\s*\)/u.test(values.get('filter') ?? '')) return true
  if (inline) return false
  const indent = lengthOf((values.get('text-indent') ?? '0').split(' ')[0]!, { em: size, whole: 1000 }) ?? 0
  if (indent <= -FAR / 5 || indent >= 3 * FAR) return true
  if (values.get('content-visibility') === 'hidden') return true
  if (moveOf(values, { em: size }).scale < 0.02) return true
  const cut =
    /hidden|clip/u.test(values.get('overflow') ?? '') && (flow === 'block' || flow === 'inline-block')
  return (
    cut &&
    ['width', 'height', 'max-width', 'max-height', 'line-height'].some(
      name => isNothing(values, name, size) && !(name === 'line-height' && values.get(name) === '1'),
    )
  )
}

const HARMLESS_FILTER =
  /^(?:\s*(?:none|initial|unset|inherit|(?:grayscale|drop-shadow|saturate|sepia|hue-rotate|alpha|progid[:.\w]*|gray)(?:\([^)]*\))?)\s*)*$/iu
const SYMBOLS = /^["']?(?:wingdings|webdings|symbol|zapf ?dingbats|marlett|bookshelf symbol)/iu

/** Whether a style paints text in a way that is not followed here, and that may change what is read. */
export const isOddlyPainted = (values: Values, flow: string, size: number): boolean => {
  if (!HARMLESS_FILTER.test(values.get('filter') ?? '')) return true
  if (
    isSet(values.get('mask-image')) ||
    isSet(values.get('clip-path')) ||
    isSet(values.get('mix-blend-mode'))
  )
    return true
  if (/override/u.test(values.get('unicode-bidi') ?? '') && values.get('direction') === 'rtl') return true
  if ((lengthOf(values.get('letter-spacing') ?? '0', { em: size }) ?? 0) <= -OVERLAP * size) return true
  const image = values.get('background-image') ?? ''
  if (
    image.includes('gradient(') &&
    (flow === 'inline' || flow === 'inline-block' || image.includes('transparent'))
  )
    return true
  // In cells browsers do so only where the column has no width for it.
  if (
    flow === 'cell' &&
    /hidden|clip/u.test(values.get('overflow') ?? '') &&
    isNothing(values, 'max-width', size)
  )
    return true
  if (SYMBOLS.test(values.get('font-family') ?? '')) return true
  return flow !== 'inline' && flow !== 'contents' && moveOf(values, { em: size }).odd
}
