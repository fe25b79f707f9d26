import { limits } from '../../limits.ts'
import { hasResult } from '../../story/fields.ts'
import type { Field, Story } from './model.ts'
import { type Closer, lose, type Opener, type Slim } from './state.ts'

/** Fields that print nothing by themselves (17.16.5), so that a missing result is no loss. */
const silentKinds = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|HYPERLINK|TOC|BOOKMARK)\b/i

const noteMissingResult = (slim: Slim, instruction: string): void => {
  if (/^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i.test(instruction)) lose(slim, 'form-field-dropped')
  else if (instruction.trim() !== '' && !silentKinds.test(instruction))
    lose(slim, 'field-without-result', instruction.trim())
}

const leaveInstruction = (story: Story, field: Field): void => {
  if (field.inInstruction) story.instructions--
  field.inInstruction = false
}

const begin = (story: Story): void => {
  story.fields.push({ instruction: '', inInstruction: true, before: 0 })
  story.instructions++
  if (story.fields.length > limits.docx.fields) leaveInstruction(story, story.fields.shift()!)
}

const end = (slim: Slim, story: Story): void => {
  const field = story.fields.pop()
  if (!field) return
  // Drop-downs keep their choice beside the result, which is empty.
  const told = hasResult(field.instruction, !field.inInstruction, slim.produced > field.before)
  // Within the instruction of another field it prints nothing.
  const inner = story.instructions > (field.inInstruction ? 1 : 0)
  if (!inner && (!told || /FORMDROPDOWN/i.test(field.instruction))) noteMissingResult(slim, field.instruction)
  leaveInstruction(story, field)
}

/** A field may go on in the next paragraph, its instruction does not: one that never ends must not swallow the rest. */
export const endInstructions = (slim: Slim, story: Story): void => {
  while (story.instructions > 0) {
    const field = story.fields.pop()!
    if (field.inInstruction) noteMissingResult(slim, field.instruction)
    leaveInstruction(story, field)
  }
}

/** Complex and simple fields: the result saved in the file is text, the instruction is not. */
export const fieldOpeners: Readonly<Record<string, Opener>> = {
  fldChar: (slim, value) => {
    const { story } = slim
    const field = story.fields.at(-1)
    const type = value('fldCharType')
    if (type === 'begin') begin(story)
    else if (type === 'separate' && field) {
      leaveInstruction(story, field)
      field.before = slim.produced
    } else if (type === 'end') end(slim, story)
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
    const field = slim.story.fields.at(-1)
    if (field?.inInstruction) field.instruction += slim.collected
    slim.collected = null
  },
  fldSimple: slim => {
    const field = slim.simpleFields.pop()!
    if (field.before === slim.produced) noteMissingResult(slim, field.instruction)
  },
}
