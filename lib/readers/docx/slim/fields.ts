import { fieldLoss } from '../../story/fields.ts'
import { type Closer, lose, type Opener, type Slim } from './state.ts'

/** Notes what is lost with a field in the paragraph or cell being read. */
export const loseField = (slim: Slim) => (code: Parameters<typeof lose>[1], detail: string) =>
  lose(slim, code, detail)

/** Complex and simple fields: the result saved in the file is text, the instruction is not. */
export const fieldOpeners: Readonly<Record<string, Opener>> = {
  fldChar: (slim, value) => {
    const { fields } = slim.story
    const type = value('fldCharType')
    if (type === 'begin') fields.begin()
    else if (type === 'separate') fields.separate(slim.produced)
    else if (type === 'end') fields.end(slim.produced, loseField(slim))
    return true
  },
  instrText: slim => {
    slim.collected = ''
    return undefined
  },
  fldSimple: (slim, value) => {
    slim.simpleFields.push({ instruction: value('instr') ?? '', before: slim.produced })
    return undefined
  },
}

export const fieldClosers: Readonly<Record<string, Closer>> = {
  instrText: slim => {
    slim.story.fields.instruct(slim.collected ?? '')
    slim.collected = null
  },
  fldSimple: slim => {
    const { instruction, before } = slim.simpleFields.pop()!
    const loss = fieldLoss(instruction, before !== slim.produced)
    if (loss) lose(slim, loss.code, loss.detail)
  },
}
