import { fieldLoss } from '../story/fields.ts'
import type { ParagraphBuilder } from '../story/paragraph.ts'

const longestInstruction = 200

interface Field {
  instruction: string
  inInstruction: boolean
}

/** The open fields at the current place: the result saved in the file is text, the instruction is not. */
export interface Fields {
  readonly begin: () => void
  readonly separate: () => void
  readonly end: (builder: ParagraphBuilder) => void
  readonly inInstruction: () => boolean
  readonly instruct: (text: string) => void
  /** Ends all fields: none reaches beyond its cell. */
  readonly endAll: (builder: ParagraphBuilder) => void
}

export const fieldStack = (): Fields => {
  let fields: Field[] = []
  const end = (builder: ParagraphBuilder): void => {
    const ended = fields.pop()
    const loss = ended && fieldLoss(ended.instruction, !ended.inInstruction)
    if (loss) builder.lose(loss.code, loss.detail)
  }
  return {
    begin: () => fields.push({ instruction: '', inInstruction: true }),
    separate: () => {
      const field = fields.at(-1)
      if (field) field.inInstruction = false
    },
    end,
    inInstruction: () => fields.length > 0 && fields.some(field => field.inInstruction),
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
