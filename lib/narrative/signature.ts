import type { NarrativeParagraph, Report } from '../report.ts'
import { readDate, yearPattern } from './dates.ts'

const compact = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, '')
const dateOnly = new RegExp(
  `^[（(]?(?:${yearPattern}年.{1,3}月.{1,3}日|20\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})[）)]?$`,
  'u',
)
const endsWithDate = new RegExp(`^(.{2,40}?)[（(]?(${yearPattern}年.{1,3}月.{1,3}日)[）)]?$`, 'u')
const name = /^[^。，,；;：:！？\d]{2,40}$/u

/** Lines at the end that still may be a signature: below it stand at most attachments and page furniture. */
const lastLines = 12

/**
 * The unit and the date at the end. `taken` are the paragraphs they stand in, so that they do not count
 * as text of section 六. Null where neither is printed.
 */
export const findSignature = (
  paragraphs: readonly NarrativeParagraph[],
): { signature: NonNullable<Report['signature']>; taken: readonly NarrativeParagraph[] } | null => {
  const lines = paragraphs.slice(-lastLines)
  for (let at = lines.length - 1; at >= 0; at--) {
    const text = compact(lines[at]!.text)
    if (dateOnly.test(text)) {
      const above = lines[at - 1]
      const signer =
        above && name.test(compact(above.text)) && compact(above.text) !== '无' ? above : undefined
      return {
        signature: { authority: signer ? compact(signer.text) : null, date: readDate(text) },
        taken: [...(signer ? [signer] : []), lines[at]!],
      }
    }
    const together = text.length <= 60 ? endsWithDate.exec(text) : null
    if (together && name.test(together[1]!))
      return { signature: { authority: together[1]!, date: readDate(together[2]!) }, taken: [lines[at]!] }
  }
  return null
}
