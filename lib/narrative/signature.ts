import type { NarrativeParagraph, Report } from '../model/report.ts'
import { compact } from '../util/compact.ts'
import { readDate, yearPattern } from './dates.ts'

const dateOnly = new RegExp(
  `^[（(]?(?:${yearPattern}年.{1,3}月.{1,3}日|20\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})[）)]?$`,
  'u',
)
const endsWithDate = new RegExp(`^(.{2,40}?)[（(]?(${yearPattern}年.{1,3}月.{1,3}日)[）)]?$`, 'u')
const name = /^[^。，,；;：:！？\d]{2,40}$/u

/** What stands around a signer's name: 报告单位：…（盖章）. */
const around =
  /^(?:(?:报告|填报|编制|发布|落款)?(?:单位|机关|机构)(?:名称)?[:：])|[（(](?:盖?公?章|盖章处|印章?)[)）]$/gu
const signerOf = (text: string): string => compact(text).replace(around, '')

/** Lines at the end that still may be a signature: below it stand at most attachments and page furniture. */
const lastLines = 12

interface Signed {
  readonly signature: NonNullable<Report['signature']>
  readonly taken: readonly NarrativeParagraph[]
}

/**
 * The unit and the date at the end. `taken` are the paragraphs they stand in, so that they do not count
 * as text of section 六. Null where neither is printed.
 */
export const findSignature = (paragraphs: readonly NarrativeParagraph[]): Signed | null => {
  const lines = paragraphs.slice(-lastLines)
  const found = lines.flatMap((line, at) => {
    const signed = signatureAt(line, lines[at - 1])
    return signed ? [signed] : []
  })
  // A date under a name is a signature; a lone date may as well be the page's.
  return found.findLast(({ signature }) => signature.authority !== null) ?? found.at(-1) ?? null
}

const signatureAt = (line: NarrativeParagraph, above: NarrativeParagraph | undefined): Signed | null => {
  const text = compact(line.text)
  if (dateOnly.test(text)) {
    const signer =
      above && name.test(signerOf(above.text)) && compact(above.text) !== '无' ? above : undefined
    return {
      signature: { authority: signer ? signerOf(signer.text) : null, date: readDate(text) },
      taken: [...(signer ? [signer] : []), line],
    }
  }
  const together = text.length <= 60 ? endsWithDate.exec(text) : null
  const signer = together && signerOf(together[1]!)
  if (!together || !signer || !name.test(signer)) return null
  return { signature: { authority: signer, date: readDate(together[2]!) }, taken: [line] }
}
