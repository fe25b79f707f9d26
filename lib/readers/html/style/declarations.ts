import parse, { type Node } from 'css-tree/parser'
import { withoutComments } from './comments.ts'
import { type Longhand, longhandsOf } from './properties.ts'

/** What a rule or a `style` attribute says, in the order it says it. */
export interface Declarations {
  readonly normal: readonly Longhand[]
  readonly important: readonly Longhand[]
}

export const noDeclarations: Declarations = { normal: [], important: [] }

/** Texts keep their case and names of variables theirs; all else in CSS has none. */
const lowered = (value: string): string =>
  /["'\\]|--|url\(|attr\(/iu.test(value) ? value : value.toLowerCase()

const clean = (value: string): string =>
  lowered(value.includes('/*') ? withoutComments(value).trim() : value.trim())

/** The declarations among the nodes of a block. */
export const declarationsOf = (nodes: Iterable<Node>): Declarations => {
  const normal: Longhand[] = []
  const important: Longhand[] = []
  for (const node of nodes) {
    if (node.type !== 'Declaration') continue
    const raw = node.value
    const value = typeof raw === 'object' && raw !== null && typeof raw.value === 'string' ? raw.value : ''
    const said = longhandsOf(node.property!, clean(value))
    ;(node.important === true ? important : normal).push(...said)
  }
  return { normal, important }
}

/** Signs that a plain cut at semicolons would cut wrongly. */
const INTRICATE = /["'\\{}!/@]|\([^)]*;/u
/** Longer ones are not tried. */
const PLAIN = 2000
/** No person or program writes a longer one; what it holds beyond would be a file. */
const LONGEST = 20_000

const cutPlainly = (text: string): Declarations => {
  const normal: Longhand[] = []
  for (const piece of text.split(';')) {
    const colon = piece.indexOf(':')
    if (colon > 0)
      normal.push(
        ...longhandsOf(
          piece.slice(0, colon).trim(),
          piece
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ),
      )
  }
  return { normal, important: [] }
}

/** Reads a `style` attribute. */
export const readStyle = (text: string): Declarations => {
  if (text.length <= PLAIN && !INTRICATE.test(text)) return cutPlainly(text)
  if (text.length > LONGEST) return noDeclarations
  const list = parse(text, { context: 'declarationList', parseValue: false, parseCustomProperty: false })
  return declarationsOf(list.children ?? [])
}

/** Whether declarations take text out of sight, or strike it out. */
export const isHiding = ({ normal, important }: Declarations): boolean =>
  [...normal, ...important].some(
    ([property, value]) =>
      (property === 'display' && value === 'none') ||
      (property === 'visibility' && value !== 'visible') ||
      (property === 'opacity' && Number.parseFloat(value) < 0.3) ||
      (property === 'text-decoration-line' && value.includes('line-through')) ||
      (property === 'font-size' && /^0\D*$/u.test(value)),
  )
