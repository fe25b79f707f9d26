import { even } from '../../util/even.ts'
import { allLabels, remember } from '../../util/remember.ts'
import { isLikeOne } from './like-entries.ts'

/** Printed labels as people write them, and the few that the form means. */

const numbering =
  /^(?:第[一二三四五六七八九十]{1,3}部分[、.,:：]?|第?[一二三四五六七八九十]{1,3}[、.,:：]|[(][一二三四五六七八九十\d]{1,3}[)][、.,]?|\d{1,2}(?:[.、,:：](?!\d)|[)])|[①-⑳])/u
const quotes = /["'“”‘’「」『』《》〈〉]/gu
const punctuation = /[、,。.:;：；·/\\|_\-—–−~*#?!]/gu

/** The number before a label, for example `（三）`, evened out; empty where there is none. */
export const labelNumber = (text: string): string => numbering.exec(even(text))?.[0] ?? ''

const chineseNumbers = '一二三四五六七八九十'
const circledNumbers = '①②③④⑤⑥⑦⑧⑨⑩'

/** The number before a label as a value, however it is written: 7 for （七）, (7), 七、 and ⑦; 0 where there is none. */
export const labelNumberValue = remember((text: string): number => {
  const printed = labelNumber(text)
  const digits = /\d+/u.exec(printed)
  if (digits) return Number(digits[0])
  const circled = circledNumbers.indexOf(printed[0] ?? ' ')
  if (printed !== '' && circled >= 0) return circled + 1
  const chinese = /[一二三四五六七八九十]+/u.exec(printed)?.[0] ?? ''
  return chinese.length === 1 ? chineseNumbers.indexOf(chinese) + 1 : 0
})

/** Brackets with their contents are explanations; one left open runs to the end. */
const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/gu, '').replace(/\(.*$/u, '')

/** A unit behind a label, which is no part of it: 行政处罚 万件, 采购总金额/元, 规章，单位：件. */
const unitEnd =
  /(?<=..)(?:[,;]?(?:计量|金额)?单位[:为是]?(?:人民币)?(?:[十百千万亿]*(?:[元件个项条份次宗户%]|人次)|[万亿])|\/(?:人民币)?(?:[十百千万亿]*[元件个项条份次宗户%]|[百千万亿]+)|(?:人民币[十百千万亿]*元|[十百千万亿]+(?:[元件个项条份宗户]|人?次)次?)|(?<=\p{Script=Han}{3})[百千万亿]+|%)$/u
const moneyEnd = /(?<=..)[\s\u3000,，]+[十百千万亿萬億]*[元圆圓]\s*$/u

/** Longer text is no label; the patterns of units would cost its square. */
const longestWithUnit = 800

const withoutUnit = (text: string): string =>
  text.length > longestWithUnit ? even(text) : even(text.replace(moneyEnd, '')).replace(unitEnd, '')

/** What is left of a label for comparison: no white space, numbering, brackets with contents, quotes, punctuation or unit. */
export const bareLabel = remember((text: string): string => {
  let rest = withoutUnit(text)
  for (let match = numbering.exec(rest); match; match = numbering.exec(rest))
    rest = rest.slice(match[0].length)
  return withoutBrackets(rest.replace(quotes, '')).replace(/[()]/gu, '').replace(punctuation, '')
}, allLabels)

const innerNumber = /(?:\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、])/gu

/** The last numbered part of a cell that prints a group and its item together: `（三）不予公开 1.属于国家秘密`. */
export const lastNumberedPart = remember((text: string): string | null => {
  const evened = even(text)
  const at = [...evened.matchAll(innerNumber)].at(-1)?.index ?? 0
  return at > 0 ? evened.slice(at) : null
})

/** The same with numbering and the contents of brackets kept: for captions like 第二十条第（一）项. */
export const fullLabel = remember(
  (text: string): string => even(text).replace(quotes, '').replace(/[()]/gu, '').replace(punctuation, ''),
  allLabels,
)

/** Levenshtein distance, given up (returns `limit + 1`) as soon as it must exceed `limit`. */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + cost)
      if (row[j]! < best) best = row[j]!
    }
    if (best > limit) return limit + 1
    before = row
  }
  return before[b.length]!
}

/** How many characters of a label of that length may be wrong: none in short ones, up to a quarter in long ones. */
export const tolerance = (length: number): number =>
  length < 4 ? 0 : length < 8 ? 1 : Math.floor(length / 4)

export interface LabelMatch<T> {
  readonly value: T
  /** True where the printed label is not the official wording: another known wording, or a slip. */
  readonly variant: boolean
}

export interface LabelEntry<T> {
  readonly value: T
  readonly bare: string
  readonly official: boolean
  readonly characters: ReadonlySet<string>
  /** What it means among the rivals of a look-up: two wordings of one row are none. */
  readonly name: string
}

/** Another label of the same form, whether or not the look-up could give it. */
export type Rival = Pick<LabelEntry<unknown>, 'bare' | 'name'>

interface NamedLabel<T> {
  readonly label: string
  readonly alsoWritten?: readonly string[]
  readonly value: T
  readonly name?: string
}

/** All wordings of labels, ready for `findLabel`. */
export const labelEntries = <T>(
  labels: readonly NamedLabel<T>[],
  normal: (text: string) => string = bareLabel,
): LabelEntry<T>[] =>
  labels.flatMap(({ label, alsoWritten = [], value, name = normal(label) }) => [
    entryOf(value, name, normal(label), true),
    ...alsoWritten.map(other => entryOf(value, name, normal(other), false)),
  ])

const entryOf = <T>(value: T, name: string, bare: string, official: boolean): LabelEntry<T> => ({
  value,
  name,
  bare,
  official,
  characters: new Set(bare),
})

/**
 * Whether the distance is beyond `limit` for certain: each character that is none of the label's is an edit.
 * Spares `distance` nearly all it is asked, and a narrative of thousands of short lines its minutes.
 */
const isFar = (bare: string, { bare: label, characters }: LabelEntry<unknown>, limit: number): boolean => {
  if (Math.abs(bare.length - label.length) > limit) return true
  let foreign = 0
  for (const character of bare) if (!characters.has(character) && ++foreign > limit) return true
  return false
}

/**
 * Characters that make another label of it: 上年 is not 本年, 不予 not 予以, 数量千件 not 数量. A slip may lose one, never
 * bring one in.
 */
const telling = [...'上本下去前后不无未非增减新旧十百千万亿元%']

const bringsIn = (bare: string, label: string): boolean =>
  telling.some(character => bare.split(character).length > label.split(character).length)

/** A label cut short after so many characters is still told by them, if no other begins so. */
const shortestBeginning = 8

const cutShort = <T>(bare: string, entries: readonly LabelEntry<T>[]): LabelEntry<T> | null => {
  if (bare.length < shortestBeginning) return null
  const begun = entries.filter(entry => entry.bare.startsWith(bare))
  return new Set(begun.map(entry => entry.value)).size === 1 ? begun[0]! : null
}

/** The fewest edits that make `piece` a piece of `whole`: 0 where it is one; given up beyond `limit`. */
export const pieceDistance = (piece: string, whole: string, limit: number): number => {
  if (whole.includes(piece)) return 0
  let before = Array<number>(whole.length + 1).fill(0)
  for (let i = 1; i <= piece.length; i++) {
    const row = [i]
    for (let j = 1; j <= whole.length; j++) {
      const cost = piece[i - 1] === whole[j - 1] ? 0 : 1
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = row
  }
  return Math.min(...before)
}

/**
 * Whether what is printed may as well be a piece of another label, cut or abbreviated (反复申请 of 无正当理由大量反复申请),
 * or hold another label whole. `away`: the edits that make it the label it would be read as.
 */
const mayBeAnother = (bare: string, best: Rival, away: number, rivals: readonly Rival[]): boolean =>
  rivals.some(rival => {
    if (rival.name === best.name || rival.bare === best.bare || rival.bare.length < 3) return false
    const limit = Math.max(1, away)
    const isPiece = pieceDistance(bare, rival.bare, limit) <= limit
    return isPiece || (bare.includes(rival.bare) && !best.bare.includes(rival.bare))
  })

/**
 * The entry a printed label means: the exact one, or else the one nearest within the tolerance, provided that the
 * next best is clearly farther (by two characters) and that it can be no piece of another label of the form
 * (`rivals`). Null where none, or where two could be meant.
 */
export const findLabel = <T>(
  bare: string,
  entries: readonly LabelEntry<T>[],
  rivals: readonly Rival[] = entries,
): LabelMatch<T> | null => {
  if (bare === '') return null
  let exact: LabelEntry<T> | undefined
  for (const entry of entries) if (entry.bare === bare && (!exact || entry.official)) exact ??= entry
  if (exact) return { value: exact.value, variant: !exact.official }
  if (bare.length < 3 || bare.length > 60 || !isLikeOne(bare, entries, tolerance)) return null
  const begun = cutShort(bare, entries)
  if (begun !== null)
    return mayBeAnother(bare, begun, 0, rivals) ? null : { value: begun.value, variant: true }
  let best: LabelEntry<T> | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    const allowed = tolerance(entry.bare.length)
    if (allowed === 0) continue
    const limit = Math.max(allowed, tolerance(bare.length)) + 3
    const away = isFar(bare, entry, limit) ? limit + 1 : distance(bare, entry.bare, limit)
    if (away < bestDistance) {
      if (best && best.value !== entry.value) second = bestDistance
      best = entry
      bestDistance = away
    } else if (away < second && entry.value !== best?.value) second = away
  }
  if (!best || bestDistance > tolerance(best.bare.length) || second < bestDistance + 2) return null
  if (bringsIn(bare, best.bare) || mayBeAnother(bare, best, bestDistance, rivals)) return null
  return { value: best.value, variant: true }
}
