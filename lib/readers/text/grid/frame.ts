import { between, columnsOf, type Widths, widths } from '../columns.ts'

/** A table drawn with characters, as a rectangle of columns. */
export interface Frame {
  /** The columns where cells end, from the left edge to the right. */
  readonly edges: readonly number[]
  readonly lines: readonly FrameLine[]
}

export interface FrameLine {
  readonly columns: readonly string[]
  /** For each interval between two edges whether it is a line of the frame there. */
  readonly ruled: readonly boolean[]
}

/** The statutory tables have eighteen columns at most. */
const mostEdges = 80

const CORNERS = /[┌-╋╒-╬]/gu
const ACROSS = /[─━═╌╍┄┅┈┉]/gu
const DOWN = /[│┃║╎╏┆┇┊┋]/gu

/** Box lines as the ASCII that stands for them: corners `+`, lines across `-`, lines down `|`. */
export const plainFrame = (line: string): string =>
  /[─-╿]/u.test(line) ? line.replace(ACROSS, '-').replace(DOWN, '|').replace(CORNERS, '+') : line

/** `+---+---+`, `|---+---|`, `+=======+`: a line across the whole table. */
export const isRuled = (line: string): boolean => /^\s*[+|](?:[-=:]+[+|])+\s*$/u.test(line)

/** A line that belongs to a drawn table. */
export const isFramed = (line: string): boolean => /^\s*[+|].*[+|]\s*$/u.test(line)

const isDashes = (text: string): boolean => text !== '' && /^[-=:]+$/u.test(text)

/** A line that rules some of its columns at least. */
const hasRule = (columns: readonly string[]): boolean => /[+|][-=:]+[+|]/u.test(columns.join(''))

const isEdge = (character: string | undefined): boolean => character === '+' || character === '|'

/** The columns in which a line with rules has a corner or a line down. */
const edgesIn = (lines: readonly (readonly string[])[]): number[] => {
  const edges = new Set<number>()
  for (const columns of lines)
    if (hasRule(columns))
      columns.forEach((character, at) => {
        if (isEdge(character)) edges.add(at)
      })
  return [...edges].sort((a, b) => a - b)
}

/** Corners are told from pluses of the text by what stands beside them. */
const cornersOf = (columns: readonly string[]): string[] =>
  columns.map((character, at) =>
    character === '+' && !/[-=:|]/u.test(`${columns[at - 1] ?? ''}${columns[at + 1] ?? ''}`)
      ? ' +'
      : character,
  )

/** The line as it is where it fits; a line padded wrongly, but with all its lines down, part by part. */
const fitted = (columns: readonly string[], edges: readonly number[]): readonly string[] | null => {
  const right = edges[edges.length - 1]!
  const downs = columns.flatMap((character, at) => (character === '|' ? [at] : []))
  if (columns.length === right + 1 && isEdge(columns[edges[0]!]) && downs.every(at => edges.includes(at)))
    return columns
  if (hasRule(columns) || downs.length !== edges.length || downs[downs.length - 1] !== columns.length - 1)
    return null
  const out = new Array<string>(right + 1).fill('')
  edges.forEach((edge, at) => {
    out[edge] = '|'
    if (at > 0) out[edges[at - 1]! + 1] = between(columns, downs[at - 1]! + 1, downs[at]!)
  })
  return out
}

const frameBy = (lines: readonly string[], how: Widths): Frame | null => {
  const drawn = lines.map(line => cornersOf(columnsOf(line.trimEnd(), how).map(plainFrame)))
  const edges = edgesIn(drawn)
  // Counted otherwise than the program did, lines with more wide characters are longer than others.
  if (edges.length < 2 || edges.length > mostEdges || edges.some((edge, at) => edge - edges[at - 1]! === 1))
    return null
  const whole = drawn.map(columns => fitted(columns, edges))
  if (whole.some(columns => columns === null)) return null
  return {
    edges,
    lines: whole.map(columns => ({
      columns: columns!,
      ruled: edges.slice(1).map((edge, each) => isDashes(between(columns!, edges[each]! + 1, edge))),
    })),
  }
}

/** Reads the lines as a drawn table, under the widths that put every line down in its place; null where none does. */
export const frameOf = (lines: readonly string[]): Frame | null => {
  for (const how of widths) {
    const frame = frameBy(lines, how)
    if (frame !== null) return frame
  }
  return null
}
