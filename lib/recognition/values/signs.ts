import { even } from '../../util/even.ts'

/** What the heading over a signed column makes of its figures: as printed, all fallen, all risen, or not to be told. */
export type Sign = 'printed' | 'fallen' | 'risen' | 'doubtful'

/** 本年增/减 lets a figure say its own sign; 本年减 says it for all, and 本年减/增 or ± nothing for certain. */
export const signUnder = (heading: string): Sign => {
  const text = even(heading)
  const up = text.indexOf('增')
  const down = text.indexOf('减')
  if (up >= 0 && down >= 0) return up < down ? 'printed' : 'doubtful'
  // 本年/减 or 本年X/减 have lost something else.
  if (/^本年净?减(?!\/)/u.test(text)) return 'fallen'
  return /^本年[净新]?增(?!\/)/u.test(text) ? 'risen' : 'doubtful'
}

/** The value a figure has under such a heading; null where its own sign and the heading's contradict each other. */
export const signedValue = (value: number, text: string, sign: Sign): number | null => {
  if (value === 0 || sign === 'printed') return value
  if (sign === 'doubtful' || /^\s*[+\-−－＋‐-―]/u.test(text)) return null
  return sign === 'fallen' ? -value : value
}
