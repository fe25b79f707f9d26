import { limits } from '../limits.ts'
import { sightOf } from '../style/look.ts'
import {
  type Closer,
  count,
  keep,
  keepText,
  lose,
  newParagraph,
  type Opener,
  type Reading,
  storyOf,
} from './state.ts'

/** Adds text as it is set at the current place. */
const say = (reading: Reading, text: string): void => {
  const paragraph = reading.paragraphs.at(-1)
  if (!paragraph || text === '' || paragraph.hidden) return
  keepText(reading, text)
  const { builder, looks, ground, flat } = paragraph
  builder.say(text, sightOf(looks.at(-1)!, ground, flat))
  paragraph.spaceDone = false
}

/** Takes character data: white space collapses (ODF 1.3, 6.1.2). */
export const takeText = (reading: Reading, data: string): void => {
  const paragraph = reading.paragraphs.at(-1)
  if (!paragraph) return
  let text = data.replace(/[ \t\r\n]+/g, ' ')
  if (paragraph.spaceDone && text.startsWith(' ')) text = text.slice(1)
  if (text === '') return
  say(reading, text)
  paragraph.spaceDone = text.endsWith(' ')
}

const begin =
  (heading: boolean): Opener =>
  (reading, value) => {
    keep(reading, 1)
    const level = heading ? count(value('text:outline-level'), 9) : undefined
    const paragraph = newParagraph(reading, level, value('text:style-name'))
    if (reading.numberDue) paragraph.builder.number()
    reading.numberDue = false
    reading.paragraphs.push(paragraph)
    return undefined
  }

const end: Closer = reading => {
  const { builder, level, boxes } = reading.paragraphs.pop()!
  const story = storyOf(reading)
  story.blocks.push(builder.end(story.inCell, story.inCell ? undefined : level, story.placed))
  for (const box of boxes) story.blocks.push(box)
}

const dropped =
  (code: Parameters<typeof lose>[1]): Opener =>
  reading => {
    lose(reading, code)
    return true
  }

/** The next paragraph stands behind a number. */
const numbers: Opener = reading => {
  reading.numberDue = true
  return undefined
}

const numbersNothing: Closer = reading => {
  reading.numberDue = false
}

/** The value of a field that is kept and not shown (ODF 1.3, 19.779). */
const hiddenByDisplay: Opener = (reading, value) =>
  value('text:display') === 'none' ? (lose(reading, 'hidden-text-dropped') ?? true) : undefined

const printed =
  (text: string): Opener =>
  reading => {
    say(reading, text)
    return true
  }

export const paragraphOpeners: Readonly<Record<string, Opener>> = {
  'text:p': begin(false),
  'text:h': begin(true),
  'text:span': (reading, value) => {
    const paragraph = reading.paragraphs.at(-1)
    paragraph?.looks.push({
      ...paragraph.looks.at(-1),
      ...reading.styles.look('text', value('text:style-name')),
    })
    return undefined
  },
  'text:s': (reading, value) => {
    say(reading, ' '.repeat(count(value('text:c'), limits.odt.spaces)))
    return true
  },
  'text:tab': printed('\t'),
  'text:line-break': reading => {
    say(reading, '\n')
    const paragraph = reading.paragraphs.at(-1)
    if (paragraph) paragraph.spaceDone = true
    return true
  },
  'text:note': dropped('note-mark-dropped'),
  'text:ruby-text': dropped('ruby-dropped'),
  'text:list-item': numbers,
  'text:numbered-paragraph': numbers,
  'text:variable-set': hiddenByDisplay,
  'text:user-field-get': hiddenByDisplay,
  'text:expression': hiddenByDisplay,
  'text:table-formula': hiddenByDisplay,
  'text:section': (reading, value) =>
    value('text:display') === 'none' || value('text:is-hidden') === 'true'
      ? (lose(reading, 'hidden-text-dropped') ?? true)
      : undefined,
  'text:hidden-paragraph': (reading, value) => {
    const paragraph = reading.paragraphs.at(-1)
    if (paragraph && value('text:is-hidden') === 'true') {
      lose(reading, 'hidden-text-dropped')
      paragraph.hidden = true
    }
    return undefined
  },
  'text:hidden-text': (reading, value) =>
    value('text:is-hidden') === 'true' ? (lose(reading, 'hidden-text-dropped') ?? true) : undefined,
  'text:tracked-changes': reading => {
    reading.losses.push({ code: 'tracked-changes-accepted', detail: '' })
    return true
  },
}

export const paragraphClosers: Readonly<Record<string, Closer>> = {
  'text:list-item': numbersNothing,
  'text:numbered-paragraph': numbersNothing,
  'text:p': end,
  'text:h': end,
  'text:span': reading => {
    reading.paragraphs.at(-1)?.looks.pop()
  },
}
