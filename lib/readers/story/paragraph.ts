import { judgeRaised } from '../html/marks.ts'
import { isPrinted, type StoryLoss, type StoryParagraph } from './model.ts'

/** How a run of text is set, as far as it matters for what it says. */
export interface TextStyle {
  readonly hidden?: boolean
  /** Deleted by a tracked change that nobody has accepted yet. */
  readonly deleted?: boolean
  readonly struck?: boolean
  /** Not to be told from its ground, as far as that is known: the ground of a cell counts as white. */
  readonly white?: boolean
  /** Much smaller than any text of a report; what stands beside it in another size is no part of it. */
  readonly small?: boolean
  /** Too small, narrow or crowded to be read. */
  readonly tiny?: boolean
  /** In a font whose digits look like something else. */
  readonly symbols?: boolean
  /** Two lines in one, or a text turned within its line. */
  readonly stacked?: boolean
  readonly rightToLeft?: boolean
  /** Above or below the line. */
  readonly raised?: boolean
}

export const plain: TextStyle = {}

interface Run {
  text: string
  readonly style: TextStyle
}

const same = (a: TextStyle, b: TextStyle): boolean =>
  a === b ||
  (a.hidden === b.hidden &&
    a.deleted === b.deleted &&
    a.struck === b.struck &&
    a.white === b.white &&
    a.raised === b.raised &&
    a.small === b.small &&
    a.tiny === b.tiny &&
    a.symbols === b.symbols &&
    a.stacked === b.stacked &&
    a.rightToLeft === b.rightToLeft)

const nothing: readonly StoryLoss['code'][] = []

/** Why a person who looks at the page might not read printed text as we do. */
const doubtsAbout = (style: TextStyle, text: string, inCell: boolean): readonly StoryLoss['code'][] => {
  const doubts: StoryLoss['code'][] = []
  if (style.struck) doubts.push('struck-text-kept')
  if (style.white) doubts.push('white-text-kept')
  if (style.tiny) doubts.push('tiny-text-kept')
  if (style.symbols && anyDigit.test(text)) doubts.push('symbol-font-kept')
  if (!inCell) return doubts
  if (style.stacked) doubts.push('stacked-text-kept')
  if (style.rightToLeft && anyDigit.test(text)) doubts.push('direction-ignored')
  return doubts
}

const anyDigit = /[\d０-９]/u
const startsWithDigit = /^[\s\u200b]*[\d０-９]/

/** Longer raised text is no mark. */
const longestMark = 16

/** Gathers the runs of one paragraph until it is known where the paragraph stands. */
export interface ParagraphBuilder {
  readonly say: (text: string, style?: TextStyle) => void
  readonly lose: (code: StoryLoss['code'], detail?: string) => void
  readonly isEmpty: () => boolean
  /** How many characters were said so far, in all paragraphs. */
  readonly said: () => number
  /** The paragraph; the builder starts afresh. `inCell`: whether it stands in a table. */
  readonly end: (inCell: boolean, level?: number, placed?: StoryParagraph['placed']) => StoryParagraph
}

const breaksIn = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0)

/** Text of the runs as it counts, the same as it counts outside of tables, and what was left out. */
const settle = (
  runs: readonly Run[],
  inCell: boolean,
  losses: StoryLoss[],
): Pick<StoryParagraph, 'text' | 'asOneLine'> => {
  let text = ''
  let asOneLine = ''
  let parted = false
  let lookBefore = ''
  let lastPrinted = ''
  let line = 0
  runs.forEach(({ text: own, style }, index) => {
    const first = line
    line += breaksIn(own)
    const lose = (code: StoryLoss['code']): void => {
      own.split('\n').forEach((detail, at) => {
        if (at === 0 || isPrinted(detail)) losses.push({ code, detail, line: first + at })
      })
    }
    if (style.raised && own.length <= longestMark) {
      const before = lastPrinted
      const next = runs[index + 1]?.text ?? ''
      const verdict = judgeRaised({ text: own, linked: false, inCell, before })
      if (verdict === 'mark' || (verdict === 'doubtful' && startsWithDigit.test(next))) {
        lose('superscript-dropped')
        return
      }
      if (verdict === 'doubtful' && inCell && before === '') lose('raised-digits-kept')
    }
    const doubts = style === plain || !isPrinted(own) ? nothing : doubtsAbout(style, own, inCell)
    for (const code of doubts) lose(code)
    // Struck and valid digits side by side must not read as one number, nor white and black, small and large ones.
    const look = `${doubts.join(' ')}${style.small ? ' small' : ''}`
    if (inCell && look !== lookBefore && text !== '' && isPrinted(own)) {
      if (!parted) asOneLine = text
      parted = true
      text += '\n'
    }
    if (isPrinted(own)) lookBefore = look
    text += own
    if (parted) asOneLine += own
    // Looking back into the text would make one string of it again for every run.
    lastPrinted = own.trimEnd().at(-1) ?? lastPrinted
  })
  return parted ? { text, asOneLine } : { text }
}

export const paragraphBuilder = (): ParagraphBuilder => {
  let runs: Run[] = []
  let losses: StoryLoss[] = []
  let said = 0
  let line = 0
  return {
    say: (text, style = plain) => {
      if (text === '') return
      if (style.deleted || style.hidden) {
        if (style.deleted) losses.push({ code: 'tracked-changes-accepted', detail: '', line })
        else if (isPrinted(text)) losses.push({ code: 'hidden-text-dropped', detail: text, line })
        return
      }
      said += text.length
      line += breaksIn(text)
      const last = runs.at(-1)
      if (last && same(last.style, style)) last.text += text
      else runs.push({ text, style })
    },
    lose: (code, detail = '') => {
      losses.push({ code, detail, line })
    },
    said: () => said,
    isEmpty: () => runs.length === 0 && losses.length === 0,
    end: (inCell, level, placed) => {
      const met = losses
      const text = settle(runs, inCell, met)
      runs = []
      losses = []
      line = 0
      return {
        kind: 'paragraph',
        ...text,
        losses: met,
        ...(level === undefined ? {} : { level }),
        ...(placed ? { placed } : {}),
      }
    },
  }
}
