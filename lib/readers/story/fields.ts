import type { StoryLoss } from './model.ts'

/** Fields that print nothing by themselves, so that a missing result is no loss. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|HYPERLINK|TOC|BOOKMARK|REF|PAGEREF)\b/i
/** Their choice is kept beside the result, which is empty. */
const CHOICE = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i

/** What is lost with a field, whose result stands in the text if `hasResult`; null where nothing is. */
export const fieldLoss = (instruction: string, hasResult: boolean): StoryLoss | null => {
  if (CHOICE.test(instruction)) return { code: 'form-field-dropped', detail: '' }
  const detail = instruction.trim()
  return hasResult || detail === '' || SILENT.test(detail) ? null : { code: 'field-without-result', detail }
}
