import { type Unit, unitNamed } from './units.ts'

/** What stands in brackets beside a number, evened out to ASCII brackets and without white space. */

const longestRemark = 120

/** What a remark does to the number before it. `unknown`: perhaps nothing, perhaps it is another number now. */
export type Remark =
  | { readonly kind: 'comment' }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'unknown' }

const comment: Remark = { kind: 'comment' }
const unknown: Remark = { kind: 'unknown' }

/** A part of what was counted, named: the number stands, and this says what is in it. */
const partOf = /^(?:其中|含|包括|包含|内含|均[为系是属]|全部[为系是属]|都是|全是|主要[为是])./u
/** A place where more is told. */
const reference =
  /^(?:注:?|注:?[①-⑳一二三四五六七八九十]{1,2}|注\d{1,2}|备注\d{0,2}|[详参]?见(?:注|附件|附表|附注|备注|说明|下文|文末|正文|后)[\d一二三四五六七八九十①-⑳]{0,2}|\*{1,3}|[①-⑳])$/u
/** Whose number it is, or up to when. */
const scope =
  /^(?:(?:全[市县区省州旗镇乡局]|本级|局?机关本?级?|局机关|汇总)|截[至止](?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|年?底|年末)?)$/u
/** Nothing happened: true beside a zero alone. */
const nothing = /^(?:无|没有|未发生|本年度?无|本年度?未发生|无此类?情况|无发生)$/u

/** Words that put another number in the place of the printed one, turn it, or leave it open. */
const changing =
  /更[正改为]|改[为成]|修正[为后]|订正|勘误|纠正为|实际|实[为有]|[应须需](?:为|是|当|该|填)|误|错|原[为是填]|为准|不[含计包列算]|未[含计包列算]|没有[含计]|除[外去]|扣[除减]|剔|负|取消|重复[计统填]|折|单位[:为是]|^约|大约|约\d|左右|估|暂[定记缺]|待核|存疑|[±%‰]|\d[十百千万亿]|[([]/u

const listed = /^(?:[^\d,、;和及]{1,20}(\d{1,9})[^\d,、;和及]{0,3}(?:[,、;和及]|$))+$/u
const listedNumber = /\d+/gu

/** A list of parts that make up the number: 许可3件、处罚9件. */
const addsUp = (words: string, value: number): boolean => {
  if (!listed.test(words)) return false
  const parts = (words.match(listedNumber) ?? []).map(Number)
  return parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) === value
}

const unitOnly = /^(?:计量|金额|数量)?(?:[单單]位)?:?(.*)$/u

/** What a remark says of the number `value` before it. `square`: it stands in square brackets. */
export const remarkOf = (inside: string, square: boolean, value: number): Remark => {
  const words = inside.replace(/\s/gu, '')
  if (words.length > longestRemark) return unknown
  if (words === '') return comment
  const unit = unitNamed(unitOnly.exec(words)?.[1] ?? '')
  if (unit) return { kind: 'unit', unit }
  if (square && /^(?:注?\d{1,3}|[a-z])$/u.test(words)) return comment
  if (nothing.test(words)) return value === 0 ? comment : unknown
  const noted = words.replace(/^(?:备?注|说明):/u, '')
  if (changing.test(noted)) return unknown
  if (partOf.test(noted) || scope.test(noted) || reference.test(words)) return comment
  return addsUp(noted, value) ? comment : unknown
}

const restated = /^(?:约|折合|合计?|即|约合)*([\d.,]+)(.*)$/u
/** How far a rounded amount may stand from the exact one. */
const nearly = 0.05

/** An amount once more in another unit: 1051.57万元（约1.05亿元）. */
export const restates = (inside: string, inYuan: number): boolean => {
  const said = restated.exec(inside.replace(/\s/gu, ''))
  const unit = said && unitNamed(said[2]!)
  if (unit?.kind !== 'money') return false
  const other = Number(said![1]!.replaceAll(',', '')) * 10 ** unit.power
  return Math.abs(other - inYuan) <= nearly * Math.abs(inYuan)
}
