import { reconsiderationAndLitigationForm } from '../../forms/reconsideration-and-litigation.ts'
import { bareLabel, fullLabel } from '../labels.ts'
import type { StreamCell, StreamRow } from '../stream-row.ts'
import type { Stretch } from './lines.ts'

/** Table 4 on printed lines: its header is torn over many, its fifteen figures stand on one. */

const { columns } = reconsiderationAndLitigationForm.blocks[0]!
const results = columns.slice(0, 5).map(({ path }) => path[path.length - 1]!.label)
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉']

/** A character of each label that none of the others has: all must be printed above the figures. */
const telling = ['维', '纠', '他', '尚', '计']

/** Whether the words of a line can be parts of the labels of one group after the other, from left to right. */
const inOrder = (words: readonly string[]): boolean => {
  let reached = new Set([0])
  for (const word of words) {
    const fits = results.flatMap((label, at) => (word !== '' && label.includes(word) ? [at] : []))
    if (fits.length === 0) continue
    // A group begins with the first of its labels.
    reached = new Set(fits.filter(at => at === 0 || [...reached].some(from => from <= at)))
    if (reached.size === 0) return false
  }
  return true
}

const numbersOf = new Set(['数量', '件数', '合计'])

/** The fifteen values of a line; null where it is none of table 4. */
const isValues = (line: Stretch[number]): boolean =>
  line.kind === 'figures' &&
  line.values.length === columns.length &&
  line.label.every(cell => numbersOf.has(cell.bare))

const cell = (like: StreamCell, text: string, at: number): StreamCell => ({
  ...like,
  text,
  bare: bareLabel(text),
  from: at + 1,
  to: at + 2,
})

/**
 * The rows of table 4: a header that says what the torn one was seen to say, and the values. Null where the header
 * between `from` and `at` does not prove the order of the three groups, or contradicts that of the results.
 */
const resultRows = (lines: Stretch, from: number, at: number): StreamRow[] | null => {
  const header = lines.slice(from, at).filter(({ kind }) => kind === 'words')
  const text = header.map(line => fullLabel(line.label.map(({ text }) => text).join(''))).join('')
  const places = [...groups, '行政诉讼'].map(group => text.indexOf(group))
  const [reconsideration, direct, after, litigation] = places as [number, number, number, number]
  const proven =
    reconsideration >= 0 &&
    reconsideration < direct &&
    direct < after &&
    (litigation < 0 || litigation > reconsideration)
  if (!proven || !telling.every(character => text.includes(character))) return null
  const words = header.map(line => line.label.flatMap(({ text }) => text.split(/\s+/u).map(fullLabel)))
  if (words.some(line => !inOrder(line))) return null
  const { row, values } = lines[at]!
  const like = { ...header[0]!.label[0]! }
  return [
    { ...row, cells: groups.map((group, each) => cell(like, group, each)) },
    {
      ...row,
      cells: groups.flatMap((_, group) => results.map((label, each) => cell(like, label, group * 5 + each))),
    },
    { ...row, cells: values },
  ]
}

/** The lines of table 4 in a stretch: where they begin and end, and the rows that stand for them. */
export const readResultLines = (lines: Stretch): { from: number; at: number; rows: StreamRow[] }[] => {
  const found: { from: number; at: number; rows: StreamRow[] }[] = []
  let from = 0
  lines.forEach((line, at) => {
    if (line.kind !== 'figures') return
    if (isValues(line)) {
      const begins = lines.findIndex(
        (each, index) =>
          index >= from && each.kind === 'words' && each.label.some(({ text }) => text.includes('行政复议')),
      )
      const rows = begins < 0 ? null : resultRows(lines, begins, at)
      if (rows !== null) found.push({ from: begins, at, rows })
    }
    from = at + 1
  })
  return found
}
