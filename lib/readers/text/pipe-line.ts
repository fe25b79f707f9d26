/** One line cut at its pipes. */
export interface PipeLine {
  /** Texts before, between and after the pipes; padding of one line kept out, no-break spaces kept. */
  readonly parts: readonly string[]
  readonly opens: boolean
  readonly closes: boolean
  /** Pipes glued together at the end of the line, the closing one of a text among them. */
  readonly glued: number
  /** A pipe has a blank beside it. */
  readonly spaced: boolean
}

const SPACE = new Set([' ', '\t'])

/** Padding that belongs to the notation: spaces and tabs, not the no-break spaces of a blank cell. */
const unpad = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && SPACE.has(text[start]!)) start += 1
  while (end > start && SPACE.has(text[end - 1]!)) end -= 1
  return text.slice(start, end)
}

/** Cuts a line at its pipes; `\|` is a pipe of the text. */
export const cut = (line: string): PipeLine => {
  const text = unpad(line)
  const parts: string[] = []
  let start = 0
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) {
    if (text[at - 1] === '\\') continue
    parts.push(text.slice(start, at))
    start = at + 1
  }
  parts.push(text.slice(start))
  let glued = 0
  while (text.at(-1 - glued) === '|' && text.at(-2 - glued) !== '\\') glued += 1
  return {
    parts: parts.map(part => unpad(part.replaceAll('\\|', '|'))),
    opens: text.startsWith('|'),
    closes: glued > 0,
    glued,
    spaced: text.includes(' |') || text.includes('| '),
  }
}

/** `|---|:--:|`: two dashes alone are a printed "none", so a separator has three, or a colon. */
export const isSeparator = (line: string): boolean => {
  if (!line.includes('-')) return false
  const { parts } = cut(line)
  const dashes = parts.filter(part => part !== '')
  return (
    parts.length > 1 &&
    dashes.length > 0 &&
    dashes.every(part => /^(:?-{3,}:?|:-{1,2}:?|-{1,2}:)$/.test(part))
  )
}
