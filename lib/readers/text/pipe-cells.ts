import type { Draft } from './draft.ts'
import { cut, isSeparator } from './pipe-line.ts'
import { type Layout, type PipeToken, widthCandidates, withWidth } from './pipe-width.ts'

/** Cuts lines into cells, lone pipes and filler groups. */
const tokensOf = (lines: readonly string[]): PipeToken[] => {
  const tokens: PipeToken[] = []
  let pending = ''
  for (const line of lines) {
    if (isSeparator(line)) continue
    const { parts, closes, glued } = cut(line)
    if (parts.length === 1) {
      pending += `${parts[0]}\n`
      continue
    }
    const texts = closes ? parts.slice(0, parts.length - glued) : parts
    if (texts.every(text => text === '')) {
      const own = texts.length === 1
      if (pending !== '' && own && glued === 1) {
        tokens.push({ kind: 'cell', text: pending.trimEnd() })
        pending = ''
        continue
      }
      for (let blank = 1; blank < texts.length; blank += 1) tokens.push({ kind: 'cell', text: '' })
      tokens.push(parts.length === 2 ? { kind: 'lone' } : { kind: 'fill', count: glued, own })
      continue
    }
    // `text | ||`: the first pipe closes the text, the group fills. `text ||`: the group does both.
    const filled = texts.at(-1) === ''
    const cells = texts.slice(texts[0] === '' ? 1 : 0, filled ? -1 : undefined)
    for (const text of cells) {
      tokens.push({ kind: 'cell', text: pending + text })
      pending = ''
    }
    const count = filled ? glued : glued - 1
    if (count > 0) tokens.push({ kind: 'fill', count, own: false })
  }
  if (pending !== '') tokens.push({ kind: 'cell', text: pending.trimEnd() })
  return tokens
}

/** Every lone pipe taken as the end of a row. A row cut short cannot be misread; a shifted one could. */
const cutAtPipes = (tokens: readonly PipeToken[]): string[][] => {
  const rows: string[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'cell') rows.at(-1)!.push(token.text)
    else rows.push([])
  }
  return rows.filter(row => row.length > 0)
}

/** Row marks come first in the layouts that have them; a fragment may lack the first. */
const layoutsFor = (tokens: readonly PipeToken[]): Layout[] =>
  tokens[0]?.kind === 'lone' ? ['marked', 'unmarked'] : ['unmarked', 'marked']

/**
 * PIPE with one cell per line. A lone pipe is either the mark that begins a row, a blank cell, or a filler of one.
 * Extractors that write this pad every row with glued pipes to the width of the table, so that cells and fillers
 * of each row add up to one number: the reading under which all rows do is taken. Where none is found the rows are
 * cut at every lone pipe and the table is marked uncertain.
 */
export const readPipeCells = (lines: readonly string[]): Draft => {
  const tokens = tokensOf(lines)
  if (tokens.every(token => token.kind === 'cell')) {
    return { kind: 'table', rows: [tokens.map(token => (token.kind === 'cell' ? token.text : ''))] }
  }
  for (const layout of layoutsFor(tokens)) {
    for (const width of widthCandidates(tokens, layout)) {
      const read = withWidth(tokens, layout, width)
      if (read !== null) return { kind: 'table', ...read }
    }
  }
  return { kind: 'table', rows: cutAtPipes(tokens), uncertain: true }
}
