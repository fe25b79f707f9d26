/** What lengths are measured against; all in CSS pixels. */
export interface Measure {
  /** Size of the font: 1em. */
  readonly em: number
  /** What 100% is, where that is known. */
  readonly whole?: number
}

/** The window the page is seen in. */
export const window = { width: 1280, height: 900 } as const
const ROOT_SIZE = 16

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  rem: ROOT_SIZE,
  vw: window.width / 100,
  vh: window.height / 100,
  vmin: window.height / 100,
  vmax: window.width / 100,
}

const LENGTH = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z]+|%)?$/iu

/** Pixels of a length; undefined where it is a keyword, or calculated from what only a layout knows. */
export const lengthOf = (text: string, { em, whole }: Measure): number | undefined => {
  const found = LENGTH.exec(text.trim())
  if (found === null) return calculated(text, { em, ...(whole === undefined ? {} : { whole }) })
  const value = Number(found[1])
  const unit = found[2]?.toLowerCase()
  // A number alone is a length in quirks mode only, and 0 always.
  if (unit === undefined) return value
  if (unit === '%') return whole === undefined ? undefined : (value / 100) * whole
  if (unit === 'em' || unit === 'ic' || unit === 'lh') return value * em
  if (unit === 'ex' || unit === 'ch') return (value * em) / 2
  const pixels = UNITS[unit.replace(/^[sld]v/u, 'v')]
  return pixels === undefined ? undefined : value * pixels
}

const CALCULATED = /^(?:calc|min|max|clamp)\(/iu
const TOKEN = /\s*(calc|min|max|clamp|[-+]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?|[-+*/(),])/iuy
const LONGEST = 200

/** `calc()`, `min()`, `max()` and `clamp()` over lengths that are known. */
const calculated = (text: string, measure: Measure): number | undefined => {
  if (text.length > LONGEST || !CALCULATED.test(text)) return undefined
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  const whole = text.trim()
  for (let at = 0; at < whole.length; at = TOKEN.lastIndex) {
    // After a value a sign is an operator: CSS wants a space before it.
    const found = TOKEN.exec(whole)
    if (found === null) return undefined
    tokens.push(found[1]!.toLowerCase())
  }
  let at = 0
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false
    at++
    return true
  }
  const primary = (): number => {
    const token = tokens[at++] ?? ''
    if (token === '(') return inBrackets()
    if (/^[a-z]/u.test(token)) {
      if (!take('(')) return Number.NaN
      const values = [sum()]
      while (take(',')) values.push(sum())
      if (!take(')')) return Number.NaN
      if (token === 'min') return Math.min(...values)
      if (token === 'max') return Math.max(...values)
      return token === 'clamp' ? Math.max(values[0]!, Math.min(values[1]!, values[2]!)) : values[0]!
    }
    return LENGTH.test(token) ? (lengthOf(token, measure) ?? Number.NaN) : Number.NaN
  }
  const inBrackets = (): number => {
    const value = sum()
    return take(')') ? value : Number.NaN
  }
  const product = (): number => {
    let value = primary()
    for (;;)
      if (take('*')) value *= primary()
      else if (take('/')) value /= primary()
      else return value
  }
  const sum = (): number => {
    let value = product()
    for (;;)
      if (take('+')) value += product()
      else if (take('-')) value -= product()
      else return value
  }
  const value = sum()
  return at === tokens.length && Number.isFinite(value) ? value : undefined
}
