import { fieldLoss, hasResult } from '../story/fields.ts'
import type { ParagraphBuilder } from '../story/paragraph.ts'

const longestInstruction = 200

interface Field {
  instruction: string
  inInstruction: boolean
  /** Characters said before its result. */
  before: number
}

/** The open fields at the current place: the result saved in the file is text, the instruction is not. */
export interface Fields {
  readonly begin: () => void
  readonly separate: (builder: ParagraphBuilder) => void
  readonly end: (builder: ParagraphBuilder) => void
  readonly inInstruction: () => boolean
  readonly instruct: (text: string) => void
  /** Ends all fields: none reaches beyond its cell. */
  readonly endAll: (builder: ParagraphBuilder) => void
}

export const fieldStack = (): Fields => {
  let fields: Field[] = []
  /** How many of them are in their instruction. */
  let instructions = 0
  const leaveInstruction = (field: Field): void => {
    if (field.inInstruction) instructions -= 1
    field.inInstruction = false
  }
  const end = (builder: ParagraphBuilder): void => {
    const ended = fields.pop()
    if (!ended) return
    const separated = !ended.inInstruction
    leaveInstruction(ended)
    // Within the instruction of another field it prints nothing.
    if (instructions > 0) return
    const told = hasResult(ended.instruction, separated, builder.said() > ended.before)
    const loss = fieldLoss(ended.instruction, told)
    if (loss) builder.lose(loss.code, loss.detail)
  }
  return {
    begin: () => {
      fields.push({ instruction: '', inInstruction: true, before: 0 })
      instructions += 1
    },
    separate: builder => {
      const field = fields.at(-1)
      if (!field) return
      leaveInstruction(field)
      field.before = builder.said()
    },
    end,
    inInstruction: () => instructions > 0,
    instruct: text => {
      const field = fields.at(-1)
      if (field && field.instruction.length < longestInstruction) field.instruction += text
    },
    endAll: builder => {
      while (fields.length > 0) end(builder)
      fields = []
    },
  }
}
