import type { LossCodeOf } from '../../../losses/index.ts'
import type { Line } from '../spelling/lines.ts'
import { continuation } from '../spelling/wrap.ts'
import type { TextLine } from './items.ts'
import type { PageMeasure } from './measure.ts'

/** Lines that make one paragraph. `title`: set in the middle, larger than the text. */
export interface DraftParagraph {
  readonly text: string
  readonly title: boolean
  readonly losses: readonly LossCodeOf<'pdf'>[]
}

/** A first line is indented by more than this, in ems. */
const indented = 1.2
const largerThanText = 1.15
const sameSize = 0.12
/** What a full line may leave free at its end, beyond the next character, in points. */
const raggedness = 4

const sectionNumber = /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])/u
const sentenceEnd = /[。；：！？]["”’』」）)]?$/u

const isCentred = (line: Line, { left, right }: PageMeasure): boolean =>
  line.from > left + indented * line.size && Math.abs(line.from - left - (right - line.to)) < 1.5 * line.size

const isTitle = (line: Line, measure: PageMeasure): boolean =>
  line.size > measure.size * largerThanText && isCentred(line, measure)

type MeasureOf = (page: number) => PageMeasure

const goesOn = (a: TextLine, b: TextLine, measureOf: MeasureOf): '' | ' ' | null => {
  const [above, below] = [measureOf(a.page), measureOf(b.page)]
  if (Math.abs(a.line.size - b.line.size) > sameSize * a.line.size) return null
  const titles = isTitle(a.line, above) && isTitle(b.line, below)
  if (!titles && b.line.from > below.left + indented * b.line.size) return null
  if (!titles && isTitle(a.line, above)) return null
  if (sectionNumber.test(b.line.text) && sentenceEnd.test(a.line.text)) return null
  const samePage = a.page === b.page
  return continuation(
    samePage ? a.line : { ...a.line, base: 0 },
    samePage ? b.line : { ...b.line, base: 0 },
    {
      width: above.right - (titles ? above.left : a.line.from),
      padding: raggedness,
      pitch: above.pitch,
    },
  )
}

/** Lines of running text as paragraphs: a new one begins indented, or after a line that had room left. */
export const paragraphsOf = (lines: readonly TextLine[], measureOf: MeasureOf): DraftParagraph[] => {
  const paragraphs: { -readonly [Key in keyof DraftParagraph]: DraftParagraph[Key] }[] = []
  lines.forEach((item, at) => {
    const before = lines[at - 1]
    const between = before ? goesOn(before, item, measureOf) : null
    const { text, losses } = item.line
    const last = paragraphs.at(-1)
    if (between === null || !last) {
      const title = isTitle(item.line, measureOf(item.page))
      paragraphs.push({ text, title, losses })
      return
    }
    last.text += between + text
    last.losses = [...last.losses, ...losses]
  })
  return paragraphs
}
