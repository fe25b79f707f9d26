import type { Message } from '../../../lib/model/message.ts'
import type { Outcome } from '../../../lib/submission/outcome.ts'
import { verdictWords } from '../../../lib/writers/words.ts'

export type Language = keyof Message

/** One word for how a file ended. */
export const outcomeWord = (outcome: Outcome): Message => {
  if (outcome.kind === 'validated') return verdictWords[outcome.conversion.verdict]
  if (outcome.kind === 'rejected') return { zh: '未受理', en: 'Refused' }
  return { zh: '转换失败', en: 'Failed' }
}
