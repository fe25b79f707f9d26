import { remember } from '../remember.ts'

/** Printed labels as people write them, and the few that the form means. */

/** Traditional characters of the forms' own vocabulary and their simplified ones, pairwise. */
const traditional =
  '條項內號開總數對務規範檔標題單許處罰強製領購額萬請況業機構織組會關係與過經復議訴訟結維糾審終無屬國祕穩護權類辦執詢沒現補確認獲報頻費計轉繼續區別據際舉複產給絕從應實檢採於後訪當繳納發廢決減體動問進協調統臺'
const simplified =
  '条项内号开总数对务规范档标题单许处罚强制领购额万请况业机构织组会关系与过经复议诉讼结维纠审终无属国秘稳护权类办执询没现补确认获报频费计转继续区别据际举复产给绝从应实检采于后访当缴纳发废决减体动问进协调统台'
const toSimplified = new Map([...traditional].map((character, at) => [character, [...simplified][at]!]))

const numbering =
  /^(?:第[一二三四五六七八九十]{1,3}部分[、.,:：]?|第?[一二三四五六七八九十]{1,3}[、.,:：]|[(][一二三四五六七八九十\d]{1,3}[)][、.,]?|\d{1,2}(?:[.、,:：](?!\d)|[)])|[①-⑳])/u
const white = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/gu
const openBracket = /[〔［【]/gu
const closeBracket = /[〕］】]/gu
const fullWidth = /[\uff01-\uff5e]/gu
const toHalfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)
const anyTraditional = new RegExp(`[${traditional}]`, 'gu')
const quotes = /["'“”‘’「」『』《》〈〉]/gu
const punctuation = /[、,。.:;：；·/\\|_\-—–−~*#?!]/gu

/** White space and typography evened out, simplified characters, full-width punctuation as ASCII. */
export const even = (text: string): string => {
  const kept = text.normalize('NFC').replace(white, '').replace(openBracket, '(').replace(closeBracket, ')')
  return kept
    .replace(fullWidth, toHalfWidth)
    .replace(anyTraditional, character => toSimplified.get(character)!)
}

/** The number before a label, for example `（三）`, evened out; empty where there is none. */
export const labelNumber = (text: string): string => numbering.exec(even(text))?.[0] ?? ''

const chineseNumbers = '一二三四五六七八九十'
const circledNumbers = '①②③④⑤⑥⑦⑧⑨⑩'

/** The number before a label as a value, however it is written: 7 for （七）, (7), 七、 and ⑦; 0 where there is none. */
export const labelNumberValue = (text: string): number => {
  const printed = labelNumber(text)
  const digits = /\d+/u.exec(printed)
  if (digits) return Number(digits[0])
  const circled = circledNumbers.indexOf(printed[0] ?? ' ')
  if (printed !== '' && circled >= 0) return circled + 1
  const chinese = /[一二三四五六七八九十]+/u.exec(printed)?.[0] ?? ''
  return chinese.length === 1 ? chineseNumbers.indexOf(chinese) + 1 : 0
}

/** Brackets with their contents are explanations; one left open runs to the end. */
const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/gu, '').replace(/\(.*$/u, '')

/** What is left of a label for comparison: no white space, numbering, brackets with contents, quotes or punctuation. */
export const bareLabel = remember((text: string): string => {
  let rest = even(text)
  for (let match = numbering.exec(rest); match; match = numbering.exec(rest))
    rest = rest.slice(match[0].length)
  return withoutBrackets(rest.replace(quotes, '')).replace(/[()]/gu, '').replace(punctuation, '')
})

const innerNumber = /(?:\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、])/gu

/** The last numbered part of a cell that prints a group and its item together: `（三）不予公开 1.属于国家秘密`. */
export const lastNumberedPart = (text: string): string | null => {
  const evened = even(text)
  const at = [...evened.matchAll(innerNumber)].at(-1)?.index ?? 0
  return at > 0 ? evened.slice(at) : null
}

/** The same with numbering and the contents of brackets kept: for captions like 第二十条第（一）项. */
export const fullLabel = remember((text: string): string =>
  even(text).replace(quotes, '').replace(/[()]/gu, '').replace(punctuation, ''),
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
}

/** All wordings of labels, ready for `findLabel`. */
export const labelEntries = <T>(
  labels: readonly { readonly label: string; readonly alsoWritten?: readonly string[]; readonly value: T }[],
  normal: (text: string) => string = bareLabel,
): LabelEntry<T>[] =>
  labels.flatMap(({ label, alsoWritten = [], value }) => [
    entryOf(value, normal(label), true),
    ...alsoWritten.map(other => entryOf(value, normal(other), false)),
  ])

const entryOf = <T>(value: T, bare: string, official: boolean): LabelEntry<T> => ({
  value,
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

/** Characters that make another label of it: 上年 is not 本年, 不予 not 予以. A slip may lose one, never bring one in. */
const telling = [...'上本下去前后不无未非增减新旧']

const bringsIn = (bare: string, label: string): boolean =>
  telling.some(character => bare.split(character).length > label.split(character).length)

/** A label cut short after so many characters is still told by them, if no other begins so. */
const shortestBeginning = 8

const cutShort = <T>(bare: string, entries: readonly LabelEntry<T>[]): T | null => {
  if (bare.length < shortestBeginning) return null
  const values = new Set(entries.filter(entry => entry.bare.startsWith(bare)).map(entry => entry.value))
  return values.size === 1 ? [...values][0]! : null
}

/**
 * The entry a printed label means: the exact one, or else the one nearest within the tolerance, provided that the
 * next best is clearly farther (by two characters). Null where none, or where two could be meant.
 */
export const findLabel = <T>(bare: string, entries: readonly LabelEntry<T>[]): LabelMatch<T> | null => {
  if (bare === '') return null
  let exact: LabelEntry<T> | undefined
  for (const entry of entries) if (entry.bare === bare && (!exact || entry.official)) exact ??= entry
  if (exact) return { value: exact.value, variant: !exact.official }
  if (bare.length < 3 || bare.length > 60) return null
  const begun = cutShort(bare, entries)
  if (begun !== null) return { value: begun, variant: true }
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
  if (bringsIn(bare, best.bare)) return null
  return { value: best.value, variant: true }
}
