import { chineseNumeral } from './numerals.ts'

/** A number with its unit in running text. */
export interface Quantity {
  /** Null where the text gives no exact number: 三千余条, 约22件, 1.2万条, 10至20件. */
  readonly value: number | null
  readonly unit: string
  /** Text of the clause from the quantity before (or the clause's start) to this number. */
  readonly subject: string
  /** Text after the unit up to the next quantity or the clause's end. */
  readonly after: string
}

const units =
  '件次|条次|批次|人次|场次|万元|亿元|件|条|宗|起|例|项|个|篇|份|次|批|期|家|人|场|部|则|封|单|户|元'

/** Years, dates, document and telephone numbers, ordinals and percentages carry no such unit and never match. */
const pattern = new RegExp(
  `(?<before>约|近|逾|超|超过|不少于|不低于|至少|大约|接近|[数几](?=[十百千万])|(?<=[\\d件条项个])[-—–~～至到]\\s*)?` +
    // Bounded, and never begun in the middle: a run of ten thousand digits is no number, and must not cost its square.
    `(?<number>(?<!\\d)\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|(?<!\\d)\\d{1,15}(?:\\.\\d{1,15})?|` +
    `(?<![一二两三四五六七八九十百千万零〇])[一二两三四五六七八九十百千万零〇]{1,15})\\s*` +
    `(?<scale>(?:[百千]|[万亿](?!元)){0,4})(?<more>余|多|几|来)?\\s*(?<unit>${units})(?!月|工作日|标准|例》)(?<loose>左右|以上|以下|以内)?`,
  'gu',
)

/** A numeral and a unit side by side: most clauses have none, and the pattern above is dear. */
const anyQuantity =
  /[\d一二两三四五六七八九十百千万零〇余多几来亿]\s*[件条批人场万亿宗起例项个篇份次期家部则封单户元]/u
const blocked = /[第〔\d.]$/u

const exactValue = (groups: Record<string, string | undefined>, rest: string): number | null => {
  const { before, number = '', scale, more, loose } = groups
  if (before || scale || more || loose || /^\s*[-—–~～至到]\s*\d/u.test(rest)) return null
  if (/^\d/u.test(number)) return Number(number.replaceAll(',', ''))
  // 三千条 is as likely rounded as counted.
  return /[百千万]$/u.test(number) ? null : chineseNumeral(number)
}

/** The quantities of a clause in printed order. A number belongs to the nearest words before it. */
export const quantitiesOf = (clause: string): readonly Quantity[] => {
  if (!anyQuantity.test(clause)) return []
  const found = [...clause.matchAll(pattern)].filter(
    match => match.groups?.['before'] || !blocked.test(clause.slice(0, match.index)),
  )
  return found.map((match, position) => {
    const previous = found[position - 1]
    const start = previous ? previous.index + previous[0].length : 0
    const end = match.index + match[0].length
    const after = clause.slice(end, found[position + 1]?.index ?? clause.length)
    return {
      value: exactValue(match.groups ?? {}, clause.slice(end)),
      unit: match.groups?.['unit'] ?? '',
      subject: clause.slice(start, match.index),
      after,
    }
  })
}
