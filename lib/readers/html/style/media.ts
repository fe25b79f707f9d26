import parse, { type Node } from 'css-tree/parser'
import { lengthOf } from './length.ts'

/** What a page is shown on. */
interface Medium {
  readonly type: 'screen' | 'print'
  readonly width: number
  readonly height: number
}

const screen: Medium = { type: 'screen', width: 1280, height: 900 }
/** Where some people see the same page otherwise: a wide window, and A4 paper. */
const elsewhere: readonly Medium[] = [
  { type: 'screen', width: 1920, height: 1080 },
  { type: 'print', width: 718, height: 1047 },
]

/** What an ordinary screen with a mouse answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  'inverted-colors': 'none',
  scripting: 'enabled',
  update: 'fast',
  scan: 'progressive',
  'display-mode': 'browser',
  'overflow-block': 'scroll',
  'color-gamut': 'srgb',
}
/** Features a screen has without being asked for a value. */
const PRESENT: ReadonlySet<string> = new Set(['color', 'width', 'height', 'resolution', 'aspect-ratio'])

const sizeOf = (name: string, medium: Medium): number | undefined => {
  if (name === 'width' || name === 'device-width') return medium.width
  if (name === 'height' || name === 'device-height') return medium.height
  if (name === 'resolution' || name === '-webkit-device-pixel-ratio') return 1
  if (name === 'color') return 8
  if (name === 'monochrome' || name === 'color-index' || name === 'grid') return 0
  if (name === 'aspect-ratio' || name === 'device-aspect-ratio') return medium.width / medium.height
  return undefined
}

const numberOf = (node: Node | null | undefined): number | undefined => {
  const value = node?.value
  if (node?.type === 'Ratio' && node.left && node.right)
    return Number(node.left.value) / Number(node.right.value)
  if (typeof value !== 'string') return undefined
  if (node!.type === 'Number') return Number(value)
  if (node!.type !== 'Dimension') return undefined
  if (node!.unit === 'dppx' || node!.unit === 'x') return Number(value)
  if (node!.unit === 'dpi') return Number(value) / 96
  return lengthOf(`${value}${node!.unit}`, { em: 16 })
}

const featureHolds = (node: Node, medium: Medium): boolean => {
  const name = (node.name ?? '').toLowerCase()
  const [, bound, plain] = /^(-webkit-)?(?:min-|max-)?(.*)$/u.exec(name)!
  const value = node.value
  if (typeof value !== 'object' || value === null)
    return PRESENT.has(name) || (name in ANSWERS && !['none', 'no-preference'].includes(ANSWERS[name]!))
  if (value.type === 'Identifier') {
    if (name === 'orientation')
      return value.name === (medium.width >= medium.height ? 'landscape' : 'portrait')
    return ANSWERS[name] === value.name?.toLowerCase()
  }
  const actual = sizeOf(`${bound ?? ''}${plain}`, medium)
  const wanted = numberOf(value)
  if (actual === undefined || wanted === undefined) return false
  if (name.replace('-webkit-', '').startsWith('min-')) return actual >= wanted
  if (name.replace('-webkit-', '').startsWith('max-')) return actual <= wanted
  return actual === wanted
}

const compare = (left: number, sign: string, right: number): boolean =>
  sign === '<'
    ? left < right
    : sign === '<='
      ? left <= right
      : sign === '>'
        ? left > right
        : sign === '>='
          ? left >= right
          : left === right

const rangeHolds = (node: Node, medium: Medium): boolean => {
  const sideOf = (side: Node | null | undefined): number | undefined =>
    side?.type === 'Identifier' ? sizeOf(side.name!.toLowerCase(), medium) : numberOf(side)
  const [left, middle, right] = [sideOf(node.left), sideOf(node.middle), sideOf(node.right)]
  if (left === undefined || middle === undefined) return false
  if (!compare(left, node.leftComparison!, middle)) return false
  return node.right == null || (right !== undefined && compare(middle, node.rightComparison!, right))
}

/** Whether a condition of `@media` or `@supports` holds, where `holds` knows of its features. */
const conditionHolds = (condition: Node, holds: (feature: Node) => boolean): boolean => {
  let result: boolean | undefined
  let either = false
  let negated = false
  for (const node of condition.children ?? []) {
    if (node.type === 'Identifier') {
      if (node.name === 'not') negated = true
      else either = node.name === 'or'
      continue
    }
    const one = (node.type === 'Condition' ? conditionHolds(node, holds) : holds(node)) !== negated
    negated = false
    result = result === undefined ? one : either ? result || one : result && one
  }
  return result ?? true
}

const queryHolds = (query: Node, medium: Medium): boolean => {
  const type = query.mediaType?.toLowerCase() ?? 'all'
  const holds =
    (type === 'all' || type === medium.type) &&
    (query.condition == null ||
      conditionHolds(query.condition, node =>
        node.type === 'FeatureRange' ? rangeHolds(node, medium) : featureHolds(node, medium),
      ))
  return query.modifier?.toLowerCase() === 'not' ? !holds : holds
}

/** Where something is shown: on the screen we judge by, or only elsewhere. */
export type Where = 'screen' | 'elsewhere' | 'nowhere'

/** On which media a list of media queries holds. A list that is none holds nowhere, as in browsers. */
export const whereHolds = (text: string): Where => {
  if (text.trim() === '') return 'screen'
  try {
    const queries = [...(parse(text, { context: 'mediaQueryList' }).children ?? [])]
    const holdsOn = (medium: Medium): boolean => queries.some(query => queryHolds(query, medium))
    if (holdsOn(screen)) return 'screen'
    return elsewhere.some(holdsOn) ? 'elsewhere' : 'nowhere'
  } catch {
    return 'nowhere'
  }
}

/** What of today's CSS browsers of ours would say no to: names of other makers. */
const FOREIGN = /^-(?:moz|ms|o)-/u

/** Whether what `@supports` asks for is there; a browser of today has all we know of. */
export const supported = (text: string): boolean => {
  try {
    const prelude = parse(text, { context: 'atrulePrelude', atrule: 'supports' })
    return [...(prelude.children ?? [])].every(condition =>
      conditionHolds(condition, feature => !FOREIGN.test(feature.declaration?.property ?? '')),
    )
  } catch {
    return false
  }
}
