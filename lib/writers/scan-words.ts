import { waitsForName } from '../entered/named.ts'
import type { Message } from '../model/message.ts'
import { waitingWords } from '../model/own-workbook.ts'
import type { Figure, Report } from '../model/report.ts'
import type { Reading, ReadingEvidence } from '../model/scan.ts'
import { checkTitle } from './check-title.ts'

/** Words for figures that were read from pictures of pages. */

/** What readers of pictures make of a cell: each text once, and whether they agree. */
export const candidatesOf = (
  readings: readonly Reading[],
): { readonly texts: readonly string[]; readonly words: Message } => {
  const read = readings.flatMap(({ text }) => (text?.trim() ? [text.replace(/\s+/gu, ' ').trim()] : []))
  const texts = [...new Set(read)].map(text => (text.length > 20 ? `${text.slice(0, 20)}…` : text))
  if (texts.length === 0) return { texts, words: { zh: '没有读出', en: 'nothing was read' } }
  if (texts.length > 1) return { texts, words: { zh: '读法不一', en: 'they differ' } }
  return read.length > 1
    ? { texts, words: { zh: '读法一致，未能证实', en: 'they agree, but no sum proves it' } }
    : { texts, words: { zh: '只有一种读法', en: 'by one reader only' } }
}

/** Of a cell that waits for a person. */
export const openWords: Message = { zh: '待确认', en: 'to be confirmed' }

/** The mark of a figure that was read from a picture and proven. */
export const provenMark = '✓'

/** What the mark means, for the legends. */
export const provenLegend: Message = {
  zh: `${provenMark}＝从扫描件读出：两个识别器一致，所在的勾稽关系至少一条完整成立，没有不成立的`,
  en: `${provenMark}: read from a scan: two readers agree, one sum at least that it stands in holds whole, and none is broken`,
}

/** Why a figure that was read from a picture is taken, in one line. */
export const evidenceWords = ({ readers, sums }: ReadingEvidence): string =>
  `由 ${readers.join('、')} 一致读出；成立的勾稽关系：${sums.map(id => checkTitle(id) || id).join('、')}`

/** Of a name or a year of a scan that waits for a person, with what is read of it; null for all others. */
export const waitingName = (report: Pick<Report, 'scan'>, part: 'authority' | 'year'): Message | null => {
  const { scan } = report
  if (!scan || !waitsForName(report)) return null
  const read = scan.read[part]
  return read === null
    ? { zh: `${waitingWords}；图片中没有读出）`, en: '(to be confirmed by a person; nothing was read)' }
    : { zh: `${waitingWords}；读作：${read}）`, en: `(to be confirmed by a person; read as ${read})` }
}

/** What a figure of a scan says of itself. */
export type ScanState = {
  readonly [Part in 'evidence' | 'unproven' | 'entered']?: Figure[Part] | undefined
}

/** How a figure of a scan was read, for a note at its cell; null for all others, and where a person typed it in. */
export const scanNote = ({ evidence, unproven, entered }: ScanState): string | null => {
  if (entered) return null
  if (evidence) return `由扫描件识别并经勾稽证实（第 ${evidence.page} 页）：${evidenceWords(evidence)}`
  if (!unproven) return null
  const { texts, words } = candidatesOf(unproven.readings)
  const read = texts.length === 0 ? words.zh : `${texts.map(text => `“${text}”`).join('、')}（${words.zh}）`
  return `待人工确认（扫描件第 ${unproven.page} 页）：候选读数 ${read}，不作数`
}
