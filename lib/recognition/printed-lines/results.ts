import { bareLabel, fullLabel } from '../labels/labels.ts'
import { allResultLabels, type ResultLabels } from '../labels/result-labels.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import type { Stretch } from './lines.ts'

/** A form that is read by its results on printed lines: its header is torn over many, its figures stand on one. */

/** Whether the words of a line can be parts of the labels of one group after the other, from left to right. */
const inOrder = ({ results }: ResultLabels, words: readonly string[]): boolean => {
  let reached = new Set([0])
  for (const word of words) {
    const fits = results.flatMap(({ label }, at) => (word !== '' && label.includes(word) ? [at] : []))
    if (fits.length === 0) continue
    // A group begins with the first of its labels.
    reached = new Set(fits.filter(at => at === 0 || [...reached].some(from => from <= at)))
    if (reached.size === 0) return false
  }
  return true
}

const numbersOf = new Set(['数量', '件数', '合计'])

/** Whether a line holds the values of the form. */
const isValues = ({ columns }: ResultLabels, line: Stretch[number]): boolean =>
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
 * The rows of the form: a header that says what the torn one was seen to say, and the values. Null where the header
 * between `from` and `at` does not prove the order of the groups, or contradicts that of the results.
 */
const resultRows = (form: ResultLabels, lines: Stretch, from: number, at: number): StreamRow[] | null => {
  const header = lines.slice(from, at).filter(({ kind }) => kind === 'words')
  const text = header.map(line => fullLabel(line.label.map(({ text }) => text).join(''))).join('')
  const { groups, results } = form
  const places = groups.map(({ label }) => text.indexOf(label))
  const proven = groups.every(({ head }, each) => {
    const before = places[each - 1] ?? -1
    const above = head === null || groups[each - 1]?.head === head ? -1 : text.indexOf(head)
    return places[each]! > before && (above < 0 || above > before)
  })
  if (!proven || !results.every(({ label, toldBy = label }) => text.includes(toldBy))) return null
  const words = header.map(line => line.label.flatMap(({ text }) => text.split(/\s+/u).map(fullLabel)))
  if (words.some(line => !inOrder(form, line))) return null
  const { row, values } = lines[at]!
  const like = { ...header[0]!.label[0]! }
  return [
    { ...row, cells: groups.map(({ label }, each) => cell(like, label, each)) },
    {
      ...row,
      cells: groups.flatMap((_, group) =>
        results.map(({ label }, each) => cell(like, label, group * results.length + each)),
      ),
    },
    { ...row, cells: values },
  ]
}

interface ResultLines {
  /** Where they begin and end in the stretch. */
  readonly from: number
  readonly at: number
  /** The rows that stand for them. */
  readonly rows: readonly StreamRow[]
}

const linesOf = (form: ResultLabels, lines: Stretch, from: number, at: number): ResultLines[] => {
  const { label } = form.groups[0]!
  const begins = lines.findIndex(
    (line, index) =>
      index >= from && line.kind === 'words' && line.label.some(({ text }) => text.includes(label)),
  )
  const rows = begins < 0 ? null : resultRows(form, lines, begins, at)
  return rows === null ? [] : [{ from: begins, at, rows }]
}

/** The lines of such forms in a stretch. */
export const readResultLines = (lines: Stretch): ResultLines[] => {
  let from = 0
  return lines.flatMap((line, at) => {
    if (line.kind !== 'figures') return []
    const start = from
    from = at + 1
    const forms = allResultLabels.filter(form => isValues(form, line))
    return forms.flatMap(form => linesOf(form, lines, start, at)).slice(0, 1)
  })
}
