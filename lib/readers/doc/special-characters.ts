import type { FieldStack } from '../story/fields.ts'
import type { ParagraphBuilder } from '../story/paragraph.ts'
import type { Sight } from '../style/look.ts'
import type { Characters } from './characters.ts'

const PICTURE = 0x01
const NOTE = 0x02
const DRAWING = 0x08
const FIELD_BEGIN = 0x13
const FIELD_SEPARATOR = 0x14
const FIELD_END = 0x15
const SPACE = 0x20
/** A symbol stands as a left bracket that is marked as special. */
const SYMBOL = 0x28

/** Tab, line and column break, hyphen that does not wrap. */
const PRINTED_AS: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-' }

/** Takes the character at `index` into the paragraph, or notes what it stands for ([MS-DOC] 2.4.1, sprmCFSpec). */
export const markCharacter = (
  text: string,
  index: number,
  characters: Characters,
  sight: Sight,
  isNoteMark: boolean,
  builder: ParagraphBuilder,
  fields: FieldStack,
): void => {
  const code = text.charCodeAt(index)
  if (code === FIELD_BEGIN) fields.begin()
  else if (code === FIELD_SEPARATOR) fields.separate(builder.said())
  else if (code === FIELD_END) fields.end(builder.said(), builder.lose)
  else if (fields.inInstruction()) fields.instruct(text[index]!)
  else if (isNoteMark || code === NOTE) builder.lose('note-mark-dropped')
  else if (code === SYMBOL && characters.special && characters.symbol !== '')
    builder.say(characters.symbol, sight)
  else if (code >= SPACE) builder.say(text[index]!, sight)
  else if (code === DRAWING) builder.lose('drawing-dropped')
  else if (code === PICTURE && !characters.data)
    builder.lose(characters.object ? 'object-dropped' : 'picture-dropped')
  else builder.say(PRINTED_AS[code] ?? '', sight)
}
