/**
 * What raised or lowered text reads as. In a table it is a reference mark: no count in the statutory forms has an
 * exponent, and a mark read as part of a figure (16¹ as 161) is the fault nobody would notice.
 */
export type RaisedReading = 'mark' | 'text' | 'doubtful'

/** Marks consist of these only … */
const MARK =
  /^[\s\d０-９A-Za-z①-⓿❶-➓㈠-㊿⁰-⁹¹²³*＊※†‡§¶#＃注[\]［］〔〕【】〖〗()（）<>〈〉,，、;；.．:：\-–~～]+$/u
/** … and have one of these, which `-` and `/` for "not applicable" have not. */
const CORE = /[\d０-９A-Za-z①-⓿❶-➓㈠-㊿⁰-⁹¹²³*＊※†‡§¶#＃注]/u
/** What could be a figure set in raised type by mistake. */
const PLAIN = /^[\s\d０-９A-Za-z,，.．\-–]+$/u

export interface Raised {
  readonly text: string
  /** A link to a note. */
  readonly linked: boolean
  /** False where nothing but the link says that it is a mark. */
  readonly raised?: boolean
  readonly inCell: boolean
  /** Last character before it in the paragraph or cell, white space aside. */
  readonly before: string
}

/** Whether raised text, or the text of a link to a note, is a reference mark. */
export const readRaised = ({ text, linked, raised = true, inCell, before }: Raised): RaisedReading => {
  if (!MARK.test(text) || !CORE.test(text)) return 'text'
  if (/[\d０-９]/.test(before)) return 'mark'
  const isPlain = PLAIN.test(text)
  if (!inCell) return isPlain ? 'doubtful' : 'text'
  if ((linked && (raised || before !== '')) || !isPlain) return 'mark'
  return before === '' || /[A-Za-z]/.test(before) ? 'doubtful' : 'mark'
}

/** What a mark in a Word file consists of: `1`, `[2]`, `①`, `*`, `注1`. No letters: those stay what they are. */
const WORD_MARK = /^[\s\d０-９\p{No}[\]()（）【】〔〕［］*＊†‡§#,，、注-]+$/u
const NUMBER_START = /^\s*[\d０-９+＋.．−－-]/

/**
 * Word files say of every run by itself whether it is raised, and hold whole figures and units that are (`m²`). There
 * only what stands beside a number is a mark; all other raised text stays.
 */
export const mayBeMark = (raised: string): boolean => WORD_MARK.test(raised)
export const isMarkBeside = (before: string, next: string): boolean =>
  /[\d０-９]/.test(before) || NUMBER_START.test(next)
