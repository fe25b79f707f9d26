import type { FormKey, Label } from '../../forms/form.ts'
import { even } from '../../util/even.ts'
import { remember } from '../../util/remember.ts'
import { bareLabel } from '../labels/labels.ts'
import { vocabulariesOf } from '../labels/vocabulary.ts'

/**
 * What of a form a text prints, however its cells were torn from each other: runs of its labels and of numbers with
 * nothing else between. Prose that speaks of the same things (行政许可12件、行政处罚3件) makes no such run.
 */

/** Labels and numbers one after another. `labels`: the rows and columns named; `from`: where the first one stands. */
export interface Run {
  readonly labels: ReadonlySet<string>
  /** Numbers, and marks for none, that follow a label. */
  readonly numbers: number
  readonly from: number
}

interface Words {
  /** The plain label of each spelling, those long enough to be told from any other words. */
  readonly own: ReadonlyMap<string, string>
  /** How the notes begin that stand in a corner, torn more than any other words. */
  readonly notes: ReadonlySet<string>
  readonly pattern: RegExp
}

/** 总计, 规章 and 其他 are words of any text. */
export const shortest = 4

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** A label as runs name it: letters alone, without numbering and the contents of brackets. */
export const plainLabel = (label: string): string => letters(bareLabel(label))

const buildWords = (form: FormKey): Words => {
  const blocks = vocabulariesOf(form).flatMap(vocabulary => vocabulary.form.blocks)
  const paths = blocks.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ path }) => path))
  const written = ({ label, alsoWritten = [] }: Label) => [label, ...alsoWritten]
  const labels = [
    ...paths.flat(),
    ...blocks.flatMap(({ caption, corner }) => [caption ?? [], corner ?? []].flat()),
  ]
  const own = new Map(
    labels
      .flatMap(written)
      .flatMap(label =>
        [plainLabel(label), letters(even(label))].map(word => [word, plainLabel(label)] as const),
      )
      .filter(([word]) => word.length >= shortest),
  )
  const notes = new Set(blocks.flatMap(({ corner }) => corner?.toldBy ?? []))
  for (const note of notes) own.set(note, note)
  const others = labels.flatMap(written).map(plainLabel)
  const all = [...own.keys(), ...others, '单位万元', '单位元', '万元', '无', '不适用']
    .filter(word => word !== '')
    .sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${all.join('|')})|([0-9]+)|[一二三四五六七八九十]{1,3}`, 'gu')
  return { own, notes, pattern }
}

const wordsOf = remember(form => buildWords(form as FormKey))

/** How the notes of a form begin. */
export const notesOf = (form: FormKey): ReadonlySet<string> => wordsOf(form).notes

/** Some PDFs print the radicals ⾏ ⽂ ⼈ for the characters. */
const radical = /[\u2e80-\u2fdf]/u

const evenCharacter = remember(character =>
  letters(even(radical.test(character) ? character.normalize('NFKC') : character)),
)

const numbered = /[一二三四五六七八九十\d]$/u

/** Only letters and digits of a text, and where each stood. An enumeration (行政许可、行政处罚) keeps its commas. */
const flattened = (
  text: string,
  digits: boolean,
): { readonly text: string; readonly at: readonly number[] } => {
  const kept: string[] = []
  const at: number[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    const out = character === '、' && !numbered.test(kept.at(-1) ?? '') ? '、' : evenCharacter(character)
    if (out === '' || (!digits && /^\d+$/u.test(out))) continue
    kept.push(out[0]!)
    at.push(index)
  }
  return { text: kept.join(''), at }
}

/** A label's own bracket belongs to it: （一）予以公开. */
const beginningOf = (text: string, at: number): number => (/[（(]/u.test(text[at - 1] ?? '') ? at - 1 : at)

/** The runs of a form's labels in a text, those of two or more labels. Without `digits` also labels that numbers tore. */
export const runsIn = (form: FormKey, text: string, digits = true): Run[] => {
  const { own, pattern } = wordsOf(form)
  const { text: printed, at } = flattened(text, digits)
  const runs: Run[] = []
  let labels = new Set<string>()
  let numbers = 0
  let from = -1
  const end = (): void => {
    if (labels.size > 0) runs.push({ labels, numbers, from })
    labels = new Set()
    numbers = 0
    from = -1
  }
  let next = 0
  for (const match of printed.matchAll(pattern)) {
    const [all, word, number] = match
    // Anything else between ends the run.
    if (match.index !== next) end()
    next = match.index + all.length
    if (word !== undefined && own.has(word)) {
      labels.add(own.get(word)!)
      if (from < 0) from = beginningOf(text, at[match.index]!)
    } else if (number !== undefined && labels.size > 0) numbers++
  }
  end()
  return runs
}
