/** A cell, a pipe alone on its line, or pipes that fill a row up (`own`: on a line of their own). */
export type PipeToken =
  | { readonly kind: 'cell'; readonly text: string }
  | { readonly kind: 'lone' }
  | { readonly kind: 'fill'; readonly count: number; readonly own: boolean }

/** `marked`: a lone pipe begins every row. `unmarked`: rows end with fillers or when they are full. */
export type Layout = 'marked' | 'unmarked'

/** No form is wider; more would be a coincidence. */
const mostColumns = 40

/** Widths tried per layout: each is a pass over the table. */
const mostCandidates = 6

/** Widths the table may have, from the first row that is filled up (it may stand after full ones). */
export const widthCandidates = (tokens: readonly PipeToken[], layout: Layout): number[] => {
  const first = tokens.findIndex(token => token.kind === 'fill')
  if (layout === 'marked') {
    const marks = tokens.findIndex((token, at) => at > 0 && token.kind === 'lone')
    const cells = (marks < 0 ? tokens : tokens.slice(0, marks)).filter(token => token.kind === 'cell').length
    if (first < 0) return [cells]
  }
  const stop = first < 0 ? tokens.findIndex(token => token.kind === 'lone') : first
  const fill = tokens[stop]
  const count = fill?.kind === 'fill' ? fill.count : 1
  const before = tokens.slice(0, stop)
  const last = before.findLastIndex(token => token.kind === 'lone')
  if (layout === 'marked') return [before.length - 1 - last + count]
  const total = before.length + count
  const widths: number[] = []
  for (let rows = 1; rows <= total && widths.length < mostCandidates; rows += 1) {
    const width = total / rows
    if (Number.isInteger(width) && width > count && width <= mostColumns) widths.push(width)
  }
  return widths
}

/** Rows of the table and whether something in it could not be decided. */
export interface Widthwise {
  readonly rows: readonly (readonly string[])[]
  readonly uncertain: boolean
}

/** A lone pipe that completes a row is a blank cell only where fillers are seen to be glued to the last text. */
const completingPipeIsCell = (tokens: readonly PipeToken[], layout: Layout): boolean => {
  const fills = tokens.filter(token => token.kind === 'fill')
  return layout === 'marked' && fills.length > 0 && !fills.some(fill => fill.own)
}

/** Reads rows of exactly that width; null when the tokens do not fit it. The last row may lack its fillers. */
export const withWidth = (tokens: readonly PipeToken[], layout: Layout, width: number): Widthwise | null => {
  const keeps = completingPipeIsCell(tokens, layout)
  const rows: string[][] = []
  let uncertain = false
  let at = 0
  while (at < tokens.length) {
    if (layout === 'marked') {
      if (tokens[at]!.kind === 'lone') at += 1
      else if (at > 0) return null
    }
    const row: string[] = []
    let total = 0
    let lone = false
    for (; total < width && at < tokens.length; at += 1) {
      const token = tokens[at]!
      lone = token.kind === 'lone'
      total += token.kind === 'fill' ? token.count : 1
      if (token.kind === 'cell') row.push(token.text)
      else if (lone) row.push('')
      else if (total !== width) return null
    }
    if (total > width) return null
    const full = total === width
    if (lone && full && !keeps) {
      row.pop()
      if (layout === 'marked') uncertain = true
    }
    if (!full) {
      // Cut off before its fillers: what is blank at its end, and what a filler, is not known.
      uncertain ||= row.at(-1) === ''
      while (row.at(-1) === '') row.pop()
    }
    if (row.length > 0) rows.push(row)
  }
  return { rows, uncertain }
}
