import { doubtsAbout, lookBeside } from '../style/doubts.ts'
import { isSameSight, plain, type Sight } from '../style/look.ts'
import { readRaised } from '../style/mark.ts'
import { isPrinted, type StoryLoss, type StoryParagraph } from './model.ts'

interface Run {
  text: string
  readonly sight: Sight
}

const startsWithDigit = /^[\s\u200b]*[\d０-９]/

/** Longer raised text is no mark. */
const longestMark = 16

/** Gathers the runs of one paragraph until it is known where the paragraph stands. */
export interface ParagraphBuilder {
  readonly say: (text: string, sight?: Sight) => void
  readonly lose: (code: StoryLoss['code'], detail?: string) => void
  /** The paragraph stands behind an automatic number, which is not read. */
  readonly number: () => void
  readonly isEmpty: () => boolean
  /** How many characters were said so far, in all paragraphs. */
  readonly said: () => number
  /** The paragraph; the builder starts afresh. `inCell`: whether it stands in a table. */
  readonly end: (inCell: boolean, level?: number, placed?: StoryParagraph['placed']) => StoryParagraph
}

/** Enough of a paragraph to name it by. */
const longestStart = 20

/** A number before a figure reads as part of it: 1.16. */
const numberingLoss = (text: string, inCell: boolean): StoryLoss =>
  inCell && startsWithDigit.test(text)
    ? { code: 'number-prefix-dropped', detail: text.slice(0, longestStart) }
    : { code: 'numbering-dropped', detail: '' }

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
  runs.forEach(({ text: own, sight }, index) => {
    const first = line
    line += breaksIn(own)
    const lose = (code: StoryLoss['code']): void => {
      own.split('\n').forEach((detail, at) => {
        if (at === 0 || isPrinted(detail)) losses.push({ code, detail, line: first + at })
      })
    }
    if (sight.raised && own.length <= longestMark) {
      const before = lastPrinted
      const next = runs[index + 1]?.text ?? ''
      const reads = readRaised({ text: own, linked: false, inCell, before })
      if (reads === 'mark' || (reads === 'doubtful' && startsWithDigit.test(next))) {
        lose('superscript-dropped')
        return
      }
      if (reads === 'doubtful' && inCell && before === '') lose('raised-digits-kept')
    }
    if (isPrinted(own)) {
      const doubts = doubtsAbout(sight, own, inCell)
      for (const code of doubts) lose(code)
      const look = lookBeside(sight, doubts)
      if (inCell && look !== lookBefore && text !== '') {
        if (!parted) asOneLine = text
        parted = true
        text += '\n'
      }
      lookBefore = look
    }
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
  let numbered = false
  return {
    say: (text, sight = plain) => {
      if (text === '') return
      if (sight.deleted || sight.hidden) {
        if (sight.deleted) losses.push({ code: 'tracked-changes-accepted', detail: '', line })
        else if (isPrinted(text)) losses.push({ code: 'hidden-text-dropped', detail: text, line })
        return
      }
      said += text.length
      line += breaksIn(text)
      const last = runs.at(-1)
      if (last && isSameSight(last.sight, sight)) last.text += text
      else runs.push({ text, sight })
    },
    lose: (code, detail = '') => {
      losses.push({ code, detail, line })
    },
    number: () => {
      numbered = true
    },
    said: () => said,
    isEmpty: () => runs.length === 0 && losses.length === 0,
    end: (inCell, level, placed) => {
      const met = losses
      const isNumbered = numbered && (runs.length > 0 || met.length > 0)
      const text = settle(runs, inCell, met)
      if (isNumbered) met.push(numberingLoss(text.text, inCell))
      numbered = false
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
