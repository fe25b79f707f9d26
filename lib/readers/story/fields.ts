import { limits } from '../limits.ts'
import type { StoryLoss } from './model.ts'

/** Fields that print nothing by themselves (ECMA-376 17.16.5), so that a missing result is no loss. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|HYPERLINK|TOC|BOOKMARK)\b/i
/** Their choice is kept beside the result, which is empty. */
const CHOICE = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i

/** These print what their instruction says, so that an empty result is none: formulas and stacked characters. */
const CALCULATED = /^\s*(?:=|EQ\b)/i

/** Enough of an instruction to know the field, and to say what was lost. */
const longestInstruction = 200

/** Whether a field has a result: one that `separated` its result, and `printed` something in it or may print nothing. */
export const hasResult = (instruction: string, separated: boolean, printed: boolean): boolean =>
  separated && (printed || !CALCULATED.test(instruction))

/** What is lost with a field, whose result stands in the text if `told`; null where nothing is. */
export const fieldLoss = (instruction: string, told: boolean): StoryLoss | null => {
  if (CHOICE.test(instruction)) return { code: 'form-field-dropped', detail: '' }
  const detail = instruction.trim()
  return told || detail === '' || SILENT.test(detail) ? null : { code: 'field-without-result', detail }
}

interface Field {
  instruction: string
  inInstruction: boolean
  /** What had been printed before its result. */
  before: number
}

/**
 * The open fields at the current place: the result saved in the file is text, the instruction is not. `printed` counts
 * what was printed so far; `lose` takes what is lost with a field that ends.
 */
export interface FieldStack {
  readonly begin: () => void
  readonly separate: (printed: number) => void
  readonly end: (printed: number, lose: LoseField) => void
  readonly inInstruction: () => boolean
  readonly instruct: (text: string) => void
  /** Ends those that are still in their instruction, and what is open in them. */
  readonly endInstructions: (printed: number, lose: LoseField) => void
  readonly endAll: (printed: number, lose: LoseField) => void
}

type LoseField = (code: StoryLoss['code'], detail: string) => void

export const fieldStack = (): FieldStack => {
  const fields: Field[] = []
  /** How many of them are in their instruction. */
  let instructions = 0
  const leaveInstruction = (field: Field): void => {
    if (field.inInstruction) instructions--
    field.inInstruction = false
  }
  const end = (printed: number, lose: LoseField): void => {
    const field = fields.pop()
    if (!field) return
    const { instruction, inInstruction, before } = field
    leaveInstruction(field)
    // Within the instruction of another field it prints nothing.
    if (instructions > 0) return
    const loss = fieldLoss(instruction, hasResult(instruction, !inInstruction, printed > before))
    if (loss) lose(loss.code, loss.detail)
  }
  return {
    begin: () => {
      fields.push({ instruction: '', inInstruction: true, before: 0 })
      instructions++
      if (fields.length > limits.fields) leaveInstruction(fields.shift()!)
    },
    separate: printed => {
      const field = fields.at(-1)
      if (!field) return
      leaveInstruction(field)
      field.before = printed
    },
    end,
    inInstruction: () => instructions > 0,
    instruct: text => {
      const field = fields.findLast(({ inInstruction }) => inInstruction)
      if (field && field.instruction.length < longestInstruction) field.instruction += text
    },
    endInstructions: (printed, lose) => {
      while (instructions > 0) end(printed, lose)
    },
    endAll: (printed, lose) => {
      while (fields.length > 0) end(printed, lose)
    },
  }
}
