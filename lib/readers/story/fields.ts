import type { StoryLoss } from './model.ts'

/** Fields that print nothing by themselves, so that a missing result is no loss. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|HYPERLINK|TOC|BOOKMARK|REF|PAGEREF)\b/i
/** Their choice is kept beside the result, which is empty. */
const CHOICE = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i

/** These print what their instruction says, so that an empty result is none: formulas and stacked characters. */
const CALCULATED = /^\s*(?:=|EQ\b)/i

/** Whether a field has a result: one that `separated` its result, and `printed` something in it or may print nothing. */
export const hasResult = (instruction: string, separated: boolean, printed: boolean): boolean =>
  separated && (printed || !CALCULATED.test(instruction))

/** What is lost with a field, whose result stands in the text if `told`; null where nothing is. */
export const fieldLoss = (instruction: string, told: boolean): StoryLoss | null => {
  if (CHOICE.test(instruction)) return { code: 'form-field-dropped', detail: '' }
  const detail = instruction.trim()
  return told || detail === '' || SILENT.test(detail) ? null : { code: 'field-without-result', detail }
}
