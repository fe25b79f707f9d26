import { newParagraph } from './model.ts'
import { endParagraph } from './paragraphs.ts'
import { type Closer, lose, type Opener } from './state.ts'
import { breakLine, say, saySymbol } from './text.ts'

const collect: Opener = slim => {
  slim.collected = ''
  return undefined
}

const noteReference: Opener = (slim, value) => {
  const run = slim.story.paragraph?.run
  const own = value('customMarkFollows')
  if (run && own !== undefined && own !== '0' && own !== 'false') run.noteMark = true
  return lose(slim, 'note-mark-dropped')
}

const tab: Opener = slim => {
  say(slim, '\t')
  return undefined
}

const separated =
  (separator: string): Opener =>
  slim => {
    slim.structured = true
    say(slim, separator)
    return undefined
  }

const structure: Opener = slim => {
  slim.structured = true
  return undefined
}

/** Fonts whose characters mean something else than their code; mammoth has their tables. */
const symbolFonts = /^(?:symbol|webdings|wingdings(?: [23])?)$/i

/** Their 224 characters, as they are or moved to F000–F0FF (17.3.3.30). */
const symbolCode = /^(?:f0|00)?[2-9a-f][0-9a-f]$/i
const hexadecimal = /^[0-9a-f]{1,4}$/i

/** A character of an ordinary font, which Word may have moved to F000–F0FF (17.3.3.30); none of XML's forbidden ones. */
const plainSymbol = (code: string): string => {
  const number = Number.parseInt(code, 16)
  const character = String.fromCharCode(number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number)
  return /[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(character) ? '' : character
}

const dropped =
  (code: Parameters<typeof lose>[1]): Opener =>
  slim => {
    lose(slim, code)
    return true
  }

const turned: Opener = (slim, value) => {
  if (value('val') === 'rtl') lose(slim, 'direction-ignored')
  return undefined
}

/** A document of another kind takes the place of a paragraph; in a cell it is lost, and with it what the cell says. */
const embedded: Opener = (slim, value) => {
  const { story } = slim
  if (slim.table || story.kind !== 'body') return lose(slim, 'embedded-document-dropped') ?? true
  endParagraph(slim, story)
  story.blocks.push({ ...newParagraph(slim.lastParagraph), chunk: value('id') ?? '' })
  return true
}

/** What stands inside a run, and formulas. */
export const inlineOpeners: Readonly<Record<string, Opener>> = {
  bdo: turned,
  dir: turned,
  t: collect,
  'm:t': collect,
  tab,
  ptab: tab,
  cr: slim => {
    breakLine(slim)
    return undefined
  },
  br: (slim, value) => {
    const type = value('type')
    const { paragraph } = slim.story
    if (type !== 'page' && type !== 'column') breakLine(slim)
    else if (paragraph) paragraph.breakDue = true
    if (type === 'page' && slim.story.kind === 'body') slim.places.page++
    return undefined
  },
  // Word's own key for a minus sign that does not wrap (17.3.3.18).
  noBreakHyphen: slim => {
    say(slim, '-')
    return undefined
  },
  sym: (slim, value) => {
    const font = value('font') ?? ''
    const code = value('char') ?? ''
    if (!hexadecimal.test(code)) return undefined
    if (symbolFonts.test(font) && symbolCode.test(code)) saySymbol(slim, font, code.toUpperCase())
    else say(slim, plainSymbol(code))
    return undefined
  },
  footnoteReference: noteReference,
  endnoteReference: noteReference,
  rt: dropped('ruby-dropped'),
  altChunk: embedded,
  subDoc: dropped('embedded-document-dropped'),
  'm:oMath': slim => {
    slim.structured = false
    return undefined
  },
  // Printed one after the other, ½ would read 12 and 10² would read 102.
  'm:den': separated('/'),
  'm:sup': separated('^'),
  'm:sub': separated('_'),
  'm:d': structure,
  'm:rad': structure,
  'm:nary': structure,
  'm:m': structure,
  'm:eqArr': structure,
}

export const inlineClosers: Readonly<Record<string, Closer>> = {
  t: slim => {
    const text = slim.collected ?? ''
    slim.collected = null
    // Line ends inside w:t come from pretty-printed XML; Word prints a space at most.
    const line = /[\r\n\t]/.test(text) ? text.trim().replace(/[\r\n\t]+/g, ' ') : text
    // Unicode's own line ends are white space too.
    say(slim, line.replace(/[\u0085\u2028]/g, '\n'))
  },
  'm:t': slim => {
    say(slim, slim.collected ?? '')
    slim.collected = null
  },
  'm:oMath': slim => {
    if (slim.structured) lose(slim, 'formula-flattened')
  },
}
