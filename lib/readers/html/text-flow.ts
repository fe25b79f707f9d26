/** White space that HTML collapses. No-break (U+00A0) and ideographic (U+3000) spaces are none: they are padding. */
const PIECES = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g
const COLLAPSIBLE = /[ \t\n\f\r]/
/** Han, kana and their punctuation, but neither U+3000 nor full-width digits and letters. */
const WIDE = /[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20]/
const DIGIT = /^[\s\u200b]*[\d０-９]/

/** Gathers the text of a paragraph or cell as a browser shows it. */
export interface TextFlow {
  readonly add: (text: string, preformatted?: boolean) => void
  /** Adds digits that may be a reference mark. If digits follow they were one: then it is taken out and `lost` called. */
  readonly addDoubtful: (text: string, lost: () => void) => void
  /** A block begins or ends: what follows stands on a line of its own. */
  readonly boundary: () => void
  /** `<br>`. */
  readonly lineBreak: () => void
  /** Last character that is not white space, empty where there is none yet. */
  readonly lastCharacter: () => string
  /** Gives the text and starts afresh. Line ends at its beginning and end are not part of it. */
  readonly take: () => string
}

export const textFlow = (): TextFlow => {
  let text = ''
  let last = ''
  /** The very last character, be it padding. */
  let end = ''
  let space: '' | ' ' | '\n' = ''
  let breaks = 0
  let doubtful:
    | { readonly text: string; readonly last: string; readonly end: string; readonly lost: () => void }
    | undefined

  const write = (word: string): void => {
    if (doubtful !== undefined && DIGIT.test(word)) {
      ;({ text, last, end } = doubtful)
      doubtful.lost()
    }
    if (word.trim() !== '') doubtful = undefined
    if (text !== '' && breaks > 0) text += '\n'.repeat(breaks)
    // CSS Text 3, 4.1.3: a line end of the source between two wide characters is no space.
    else if (text !== '' && space !== '' && !(space === '\n' && WIDE.test(end) && WIDE.test(word[0]!)))
      text += ' '
    text += word
    last = word.trimEnd().at(-1) ?? last
    end = word.at(-1)!
    space = ''
    breaks = 0
  }

  const addCollapsed = (raw: string): void => {
    for (const piece of COLLAPSIBLE.test(raw) ? raw.match(PIECES)! : [raw])
      if (!COLLAPSIBLE.test(piece)) write(piece)
      else if (space !== '\n') space = piece.includes('\n') ? '\n' : ' '
  }

  return {
    add: (raw, preformatted = false) => {
      if (raw === '') return
      if (preformatted)
        raw.split('\n').forEach((line, index) => {
          if (index > 0) breaks++
          if (line !== '') write(line)
        })
      else addCollapsed(raw)
    },
    addDoubtful: (mark, lost) => {
      const before = { text, last, end, lost }
      write(mark)
      doubtful = before
    },
    boundary: () => {
      breaks = Math.max(breaks, 1)
    },
    lineBreak: () => {
      breaks++
    },
    lastCharacter: () => last,
    take: () => {
      const taken = text
      text = last = end = space = ''
      breaks = 0
      doubtful = undefined
      return taken
    },
  }
}
