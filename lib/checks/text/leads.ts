/** How a sub-heading begins, by level: （二）, 2. and 一、, 二是. */
const numbers = [
  /^[（(][一二三四五六七八九十]{1,3}[)）][、.．]?/u,
  /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)/u,
  /^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[,，、]|[（(]\d{1,2}[)）]|[①-⑳])/u,
] as const

const longestHeading = 30
/** Up to its first mark, without the number. */
const words = /^[^。；;:：，,！!？?\n]*/u

/** A line without a number that is a sub-heading: it names the work, and ends without a mark. */
const bare = /^[^。；;:：，,！!？?\d\n]{2,25}(?:情况|工作|方面|公开|管理|建设|保障|结果|诉讼|复议)$/u

/**
 * The sub-heading a sentence begins with or is: its words, and its level from 0. Null where it begins with none.
 * `alone`: the sentence is its whole paragraph.
 */
export const leadOf = (
  sentence: string,
  alone: boolean,
): { readonly level: number; readonly words: string } | null => {
  const level = numbers.findIndex(number => number.test(sentence))
  if (level < 0) return alone && bare.test(sentence) ? { level: 0, words: sentence } : null
  const lead = words.exec(sentence.replace(numbers[level]!, ''))![0]
  return lead.length <= longestHeading && !/\d/u.test(lead) ? { level, words: lead } : { level, words: '' }
}
