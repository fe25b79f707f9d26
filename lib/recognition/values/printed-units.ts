import { type Unit, unitNamed } from '../../figures/units.ts'
import { even } from '../../util/even.ts'
import { remember } from '../../util/remember.ts'

/**
 * The units a label, a caption or a line beside a table prints. A unit stands alone, behind 单位：, in brackets, or at the
 * end behind a noun of quantity; within a word (广元市, 多元化, 百色, 条件) or a price (10元/次) it is none.
 */

const none: readonly Unit[] = []

const separators = /[、,;/和及或与]+/u

/** Places whose names begin like a unit: 单位：万宁 names who reports. */
const places = /^(?:万(?:宁|州|源|载|年|安|全|荣|山|柏林|盛|秀)|千(?:阳|山)|百色|十堰)/u
const scaledWord = /^[十百千万亿]+\p{Script=Han}{1,2}$/u
const placeEnd = /[市县区州旗省乡镇村局办]$/u

/** （十一） numbers what it stands in. */
const numeral = /^[一二三四五六七八九十百千]+$/u

/** A scale before a noun we do not know (万吨): that it scales is certain, of what is not. */
const scaledUnknown = (word: string): Unit | null =>
  scaledWord.test(word) &&
  !numeral.test(word) &&
  !word.includes('元') &&
  !places.test(word) &&
  !placeEnd.test(word)
    ? { kind: 'other', name: word, power: 0 }
    : null

/** A list of units and nothing else: 件、万元; null where anything in it is none. */
const listed = (words: string): readonly Unit[] | null => {
  if (words === '' || words.length > 24) return null
  const units = words.split(separators).map(unitNamed)
  return units.every(unit => unit !== null) ? units : null
}

/** Behind 单位：, where a unit is due. A name there (广元市水务局) is none, whatever it is made of. */
const due = (words: string): readonly Unit[] => {
  const whole = listed(words)
  if (whole) return whole
  const unknown = scaledUnknown(words)
  if (unknown) return [unknown]
  // Behind the unit another line of the caption may follow: 万元2023年.
  const begun = /^(\p{Script=Han}{1,4}|[%‰])(?![\p{Script=Han}])/u.exec(words)?.[1]
  return (begun !== undefined && listed(begun)) || []
}

const statement =
  /(填报|编制|报送|上报|公开|公布|发布|责任|主管|主办|牵头|承办|申报|制表|统计|下属|所属|直属|各|本|我|该)?单位(?:均|都|统一|一律)?(?:[:为是]+|(?=[十百千万亿元件个%]))([^。;()]*?)(?=单位|计量|金额|[。;()]|$)/gu
const counting = /[以按]([^以按]{1,8}?)(?:为单位|计算|计(?!划)|统计|填[报列写])/gu
const bracketed = /\(([^()]*)(?:\)|$)/gu
/** A scale with what it scales ends no other word: 行政处罚万件. Nor does a scale behind a whole label, or a share. */
const scaledEnd =
  /(?<![\d一二三四五六七八九十百千万几数余多近])([十百千万亿]+(?:[元件个项条份宗户]|人?次)次?|(?<=\p{Script=Han}{3})[百千万亿]+|[%‰])$/u
const behindNoun = /(?:金额|数量|件数|数额|总额|费用|总数|收费|数)([十百千万亿]*[元件个项条份次宗%])$/u

const inBrackets = (inside: string): readonly Unit[] => {
  const words = inside.replace(/^[^:]*单位:?/u, '')
  const whole = listed(words)
  if (whole) return whole
  if (inside.includes('单位') || /\d/u.test(inside)) return []
  const parts = words.split(/[,;、]/u)
  const unknown = parts.length === 1 ? scaledUnknown(words) : null
  if (unknown) return [unknown]
  return parts.flatMap(part => listed(part) ?? [])
}

const withoutStatements = (text: string): string => text.replace(bracketed, '')

/** Behind white space or a stroke: 采购总金额 万元. Not in letter-spaced print, nor in a price: 10元/次. */
const onItsOwnLine = (text: string): readonly Unit[] => {
  const pieces = text.trim().split(/[\s\u3000/／，,]+/u)
  const [before = '', last = ''] = pieces.slice(-2)
  return pieces.length < 2 || before.length < 2 || /\d\D{0,3}$/u.test(before)
    ? none
    : (listed(even(last)) ?? none)
}

/** 金额单位：万 is said of money. */
const asMoney = (unit: Unit): Unit =>
  unit.kind === 'scale' ? { kind: 'money', name: `${unit.name}元`, power: unit.power } : unit

/** Every unit a text prints, in the order of its kinds: stated, in brackets, at the end or on a line of its own. */
const unitsOf = (text: string): readonly Unit[] => {
  const evened = even(text)
  const alone = listed(evened.replace(/^\((.*)\)$/u, '$1'))
  if (alone) return alone
  const found: Unit[] = []
  for (const [, who, words] of evened.matchAll(statement)) {
    const units = due(words!)
    // 填报单位：千阳 names a place; 填报单位：千件 could not.
    if (who === undefined || units.every(({ kind }) => kind !== 'other')) found.push(...units)
  }
  for (const [, words] of evened.matchAll(counting)) found.push(...(listed(words!) ?? []))
  for (const [, inside] of evened.matchAll(bracketed)) found.push(...inBrackets(inside!))
  found.push(...onItsOwnLine(text))
  const words = withoutStatements(evened)
  // （本列数据的勾稽关系为…）千件: a unit behind brackets.
  found.push(...(listed(words) ?? []))
  const glued = (scaledEnd.exec(words) ?? behindNoun.exec(words))?.[1]
  if (glued !== undefined) found.push(...(listed(glued) ?? []))
  const said = /金额|货币|币种/u.test(evened) ? found.map(asMoney) : found
  return [...new Map(said.map(unit => [unit.name, unit])).values()]
}

/** Longer text is no label and no caption, and would cost the patterns its square. */
const longest = 800

/** What could be part of a unit: nearly every label has none of it. */
const hint = /[元圆圓万萬亿億千百%％‰件个個项項条條份次人家宗篇部户戶起例批封美港欧币幣]/u

/** The units a text prints, remembered: reports print the same labels. */
export const printedUnits = remember((text: string): readonly Unit[] =>
  text.length <= longest && hint.test(text) ? unitsOf(text) : none,
)

/** A text in a table that says what its numbers are counted in: 单位：千件, 注：单位为千件, （万元）. */
export const isUnitStatement = (text: string): boolean => {
  if (text.length > longest) return false
  const evened = even(text)
  if (listed(evened.replace(/^\((.*)\)$/u, '$1'))) return true
  const outside = evened.replace(/^\((.*)\)$/u, '$1').replace(bracketed, '')
  return /单位|[以按][^以按]{1,8}计/u.test(outside) && printedUnits(text).length > 0
}
