/** What a line looks like, without knowing any form. */

/** Nothing but white space. */
export const isBlank = (line: string): boolean => line.trim() === ''

/** Longer than any label with its explanation, or a finished sentence. */
const PROSE_LENGTH = 200
export const isProse = (line: string): boolean => {
  const text = line.trim()
  return text.length > PROSE_LENGTH || /[。！？；]$/.test(text)
}

/** 一、 … 十二、 at the start of a line. */
export const isNumberedHeading = (line: string): boolean => /^[一二三四五六七八九十]{1,3}、/.test(line.trim())

const FIGURE =
  /^[+\-＋－−–]?\s?[\d０-９][\d０-９,，]{0,14}([.．][\d０-９]{1,8})?\s?(%|\p{Script=Han}{1,3})?(\s?([（(].{0,20}[)）]|[[［]\S{1,4}[\]］]))?$/u
const NO_FIGURE = /^([-/／—－–]{1,3}|无|不适用)$/

/** A figure as cells print it (26, +26, 1051.57万元, 22（…）) or a sign that there is none. */
export const isFigure = (text: string): boolean => {
  const trimmed = text.trim()
  return trimmed.length <= 40 && (FIGURE.test(trimmed) || NO_FIGURE.test(trimmed))
}

/** Part of a cell printed on a line of its own: short, no sentence, no heading. */
const CONTINUATION_LENGTH = 40
export const isContinuation = (line: string): boolean =>
  line.trim().length <= CONTINUATION_LENGTH && !isProse(line) && !isNumberedHeading(line)
