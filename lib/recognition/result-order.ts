import { resultGroups } from './result-labels.ts'

/** In which order the three groups of table 4 stand, told by their header labels alone. */

const [reconsideration, direct, after] = resultGroups as [string, string, string]

export interface HeaderText {
  /** The header's labels line by line, results left out. */
  readonly text: string
  /** A whole run of results stands in front of both groups of 行政诉讼. */
  readonly runFirst: boolean
  /** A whole run of results stands behind both, in their own line. */
  readonly runLast: boolean
}

const litigation = (text: string): readonly string[] | null => {
  const first = text.indexOf('直接起诉')
  const second = text.indexOf('复议后')
  if (first < 0 || second < 0) return null
  return first < second ? [direct, after] : [after, direct]
}

/** Where 行政复议 stands: before the others, behind them; null where nothing tells. */
const reconsiderationFirst = ({ text, runFirst }: HeaderText): boolean | null => {
  const own = text.indexOf('行政复议')
  if (own < 0) return runFirst || null
  const both = text.indexOf('行政诉讼')
  const groups = [text.indexOf('直接起诉'), text.indexOf('复议后')]
  if (own < (both < 0 ? Math.min(...groups) : both)) return true
  return own > (both < 0 ? Math.max(...groups) : both) ? false : null
}

/**
 * The groups in the order of their values, where the header tells it: by 行政复议 standing before or behind 行政诉讼, and by
 * the order of its two groups. Null where a label is missing that would tell, or where two signs contradict each other.
 */
export const groupOrder = (header: HeaderText): readonly string[] | null => {
  const groups = litigation(header.text)
  const first = reconsiderationFirst(header)
  if (!groups || first === null) return null
  if (first ? header.runLast : header.runFirst) return null
  return first ? [reconsideration, ...groups] : [...groups, reconsideration]
}
