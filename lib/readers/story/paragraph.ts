import { judgeRaised } from '../html/marks.ts'
import { isPrinted, type StoryLoss, type StoryParagraph } from './model.ts'

/** How a run of text is set, as far as it matters for what it says. */
export interface TextStyle {
  readonly hidden?: boolean
  /** Deleted by a tracked change that nobody has accepted yet. */
  readonly deleted?: boolean
  readonly struck?: boolean
  /** White; whether what is below it is white too is not known here. */
  readonly white?: boolean
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
    a.raised === b.raised)

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
  readonly end: (inCell: boolean, level?: number) => StoryParagraph
}

/** Text of the runs as it counts, with what was left out. */
const settle = (runs: readonly Run[], inCell: boolean, losses: StoryLoss[]): string => {
  let text = ''
  let lookBefore = ''
  let lastPrinted = ''
  runs.forEach(({ text: own, style }, index) => {
    const lose = (code: StoryLoss['code'], detail = own): void => {
      losses.push({ code, detail })
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
    const struck = style.struck === true && isPrinted(own)
    if (struck) lose('struck-text-kept')
    const white = style.white === true && inCell && /\d/u.test(own)
    if (white) lose('white-text-kept')
    // Struck and valid digits side by side must not read as one number, nor white and black ones.
    const look = `${struck ? 'struck ' : ''}${white ? 'white' : ''}`
    if (inCell && look !== lookBefore && text !== '' && isPrinted(own)) text += '\n'
    if (isPrinted(own)) lookBefore = look
    text += own
    // Looking back into the text would make one string of it again for every run.
    lastPrinted = own.trimEnd().at(-1) ?? lastPrinted
  })
  return text
}

export const paragraphBuilder = (): ParagraphBuilder => {
  let runs: Run[] = []
  let losses: StoryLoss[] = []
  let said = 0
  return {
    say: (text, style = plain) => {
      if (text === '') return
      if (style.deleted || style.hidden) {
        if (style.deleted) losses.push({ code: 'tracked-changes-accepted', detail: '' })
        else if (isPrinted(text)) losses.push({ code: 'hidden-text-dropped', detail: text })
        return
      }
      said += text.length
      const last = runs.at(-1)
      if (last && same(last.style, style)) last.text += text
      else runs.push({ text, style })
    },
    lose: (code, detail = '') => {
      losses.push({ code, detail })
    },
    said: () => said,
    isEmpty: () => runs.length === 0 && losses.length === 0,
    end: (inCell, level) => {
      const met = losses
      const text = settle(runs, inCell, met)
      runs = []
      losses = []
      return { kind: 'paragraph', text, losses: met, ...(level === undefined ? {} : { level }) }
    },
  }
}
