import { remember } from '../../util/remember.ts'
import { isFigure } from './shapes.ts'

/** A printed line as a row of a table prints it: words, then the figures of its cells parted by spaces. */
export interface ValueLine {
  /** The words before the figures, cut where two spaces or more part them; none where the line is figures alone. */
  readonly label: readonly string[]
  readonly values: readonly string[]
}

/** The widest statutory row is a label and fifteen figures; a layout pads it with spaces to a few hundred characters. */
const longestLine = 1_200
const longestLabel = 80

const WIDE_GAP = /\s{2,}|\u3000/u

/** A unit printed apart from its amount: `13724.02 万元`, `4 个`. */
const UNIT = /^(?:[百千]?[万亿]?元整?|[万亿]|个|件|项|条|次|人|份)$/u
/** Figures of dates, chapters and pages: `10日`. */
const NO_COUNT = /[年月日号时分秒章节页版期]$/u
const PAGE_MARK =
  /^(?:[-—–－·•~]+\s?\d{1,4}\s?[-—–－·•~]*|(?:page|p\.?|第)\s?\d{1,4}\s?(?:页.{0,12}|\/\s?\d{1,4})?|\d{1,4}\s?\/\s?\d{1,4})$/iu
const longestPageMark = 30

/** A page number with the marks around it; it is printed on the page, not in the table. */
export const isPageMark = (text: string): boolean => text.length <= longestPageMark && PAGE_MARK.test(text)

interface Token {
  readonly text: string
  readonly at: number
}

/** Words parted by spaces; what spaces part inside one cell is joined: an amount and its unit, a remark in brackets. */
const tokensOf = (line: string): Token[] => {
  const tokens: Token[] = []
  let open = false
  for (const { 0: text, index: at } of line.matchAll(/\S+/gu)) {
    const last = tokens.at(-1)
    if (last !== undefined && (open || (UNIT.test(text) && /\d$/u.test(last.text)))) {
      tokens[tokens.length - 1] = { text: `${last.text} ${text}`, at: last.at }
      if (/[)）]$/u.test(text)) open = false
      continue
    }
    tokens.push({ text, at })
    open = /^[+-]?\d[^()（）]*[（(][^)）]*$/u.test(text)
  }
  return tokens
}

const ENDS_LIKE_A_FIGURE = /[\d\-—－–/无用%元个件项条次人份整万亿)）\]］]$/u

const readLine = (line: string): ValueLine | null => {
  if (line.length > longestLine) return null
  const text = line.trim()
  if (!ENDS_LIKE_A_FIGURE.test(text) || isPageMark(text)) return null
  const tokens = tokensOf(text)
  const last = tokens.findLastIndex(token => !isFigure(token.text) || NO_COUNT.test(token.text))
  const first = tokens[last + 1]
  if (first === undefined) return null
  const words = text.slice(0, first.at).trim()
  if (words.length > longestLabel) return null
  return {
    label: words === '' ? [] : words.split(WIDE_GAP).filter(part => part !== ''),
    values: tokens.slice(last + 1).map(token => token.text),
  }
}

/** Reads a line as words with figures behind them; null where no figure ends it, or where it is running text. */
export const valueLine = remember(readLine, 5_000, longestLine)
