import { fullLabel } from '../labels/labels.ts'
import { labelledVocabularies, type RowRef, type Vocabulary } from '../labels/vocabulary.ts'
import { type Stretch, saysNothing } from './lines.ts'
import { wordsOf } from './own-lines.ts'
import { nameOf, type Wording, wordingsOf } from './row-names.ts'

/**
 * What proves that a line of figures without a label belongs to a row: between two rows that print label and figures
 * on one line there are as many such lines as the form has rows, each with the number of values its row has, the
 * labels of those rows are printed there in order, and no other label stands between a row's label and its figures.
 * At either end of a table, where no such row bounds it, each label must stand before its figures as well.
 */

interface RowPlace {
  readonly ref: RowRef
  readonly printed: string
  readonly first: number
  readonly last: number
  readonly parts: readonly number[]
}

/** The characters of all words between two lines with the line each stands on; `upright` those of single characters too. */
const charactersOf = (lines: Stretch, from: number, to: number, upright: boolean) => {
  let text = ''
  const at: number[] = []
  for (let index = from; index < to; index += 1) {
    const line = lines[index]!
    if (line.kind !== 'words' || line.taken) continue
    const words = fullLabel(wordsOf(line))
    if (words.length === 1 && !upright) continue
    text += words
    for (let each = 0; each < words.length; each += 1) at.push(index)
  }
  return { text, at }
}

const firstOf = (text: string, ref: RowRef, start: number): { index: number; wording: Wording } | null => {
  let found: { index: number; wording: Wording } | null = null
  for (const wording of wordingsOf(ref)) {
    const index = text.indexOf(wording.spelled, start)
    if (index >= 0 && (found === null || index < found.index)) found = { index, wording }
  }
  return found
}

/** The labels of the rows in the order of the form, none printed over another; null where one is not there. */
const labelsBetween = (
  refs: readonly RowRef[],
  { text, at }: ReturnType<typeof charactersOf>,
): RowPlace[] | null => {
  const places: RowPlace[] = []
  let start = 0
  for (const ref of refs) {
    const found = firstOf(text, ref, start)
    if (found === null) return null
    start = found.index + found.wording.spelled.length
    const parts = [...new Set(at.slice(found.index, start))]
    const { label } = found.wording
    places.push({ ref, printed: label, first: parts[0]!, last: parts[parts.length - 1]!, parts })
  }
  return places
}

interface Bound {
  /** Index of the line; -1 and the number of lines at the ends. */
  readonly at: number
  readonly order: number
  readonly own: boolean
}

const proveBetween = (lines: Stretch, { form, rows }: Vocabulary, before: Bound, after: Bound): void => {
  const refs = rows.slice(before.order + 1, Math.max(after.order, before.order + 1))
  const open: number[] = []
  for (let at = before.at + 1; at < after.at; at += 1) {
    const line = lines[at]!
    if (line.kind === 'number' || (line.kind === 'figures' && !saysNothing(line))) return
    if (line.kind === 'figures' && open.push(at) > refs.length) return
  }
  if (refs.length === 0 || open.length !== refs.length) return
  if (open.some((at, each) => lines[at]!.values.length !== refs[each]!.block.columns.length)) return
  const bounded = before.own && after.own
  const follows = (places: readonly RowPlace[]): boolean =>
    open.every((at, each) => {
      const previous = places[each - 1]?.last ?? before.at
      const next = places[each + 1]?.first ?? after.at
      return previous < at && at < next && (bounded || places[each]!.first < at)
    })
  for (const upright of [true, false]) {
    const places = labelsBetween(refs, charactersOf(lines, before.at + 1, after.at, upright))
    if (places === null || !follows(places)) continue
    open.forEach((at, each) => {
      const { ref, printed, parts } = places[each]!
      lines[at]!.found = nameOf(form, ref)
      lines[at]!.printed = printed
      for (const part of parts) lines[part]!.taken = true
    })
    return
  }
}

/** Names the lines of figures whose label stands on lines of its own, where it is proven which. */
export const nameLinesBetween = (lines: Stretch): void => {
  for (const vocabulary of labelledVocabularies) {
    const bounds: Bound[] = [{ at: -1, order: -1, own: false }]
    lines.forEach((line, at) => {
      if (line.found?.form !== vocabulary.form.key) return
      const order = vocabulary.rows.findIndex(({ row }) => row.key === line.found!.key)
      if (order >= 0) bounds.push({ at, order, own: true })
    })
    bounds.push({ at: lines.length, order: vocabulary.rows.length, own: false })
    for (let at = 1; at < bounds.length; at += 1)
      proveBetween(lines, vocabulary, bounds[at - 1]!, bounds[at]!)
  }
}
