import type { Message } from '../model/message.ts'
import { enteredMark } from '../model/own-workbook.ts'
import type { Figure } from '../model/report.ts'

/** What the mark means, for the legends. */
export const enteredLegend: Message = {
  zh: `${enteredMark}＝由人对照原件录入的数字，不是从文件中读出的`,
  en: `${enteredMark}: typed in by a person from the original`,
}

/** A figure as outputs know it. */
export type EnteredState = Pick<Figure, 'value' | 'text'> & {
  readonly state?: string
  readonly entered?: Figure['entered'] | undefined
}

const longest = 20

const printed = (text: string | null): string => {
  const folded = (text ?? '').replace(/\s+/gu, ' ').trim()
  return `“${folded.length > longest ? `${folded.slice(0, longest)}…` : folded}”`
}

const readAs = ({ text, entered }: EnteredState): Message => {
  const { state, value } = entered!.was
  switch (state) {
    case 'number':
      return { zh: `原读为 ${value}`, en: `read as ${value}` }
    case 'blank':
      return { zh: '原读为空白', en: 'read as blank' }
    case 'missing':
      return { zh: '文件中未见这一格', en: 'not met in the file' }
    case 'unreadable':
      return { zh: '原未能读出', en: 'not read' }
    default:
      return { zh: `原读为${printed(text)}`, en: `read as ${printed(text)}` }
  }
}

/** 录入 12（原未能读出）: what was typed in, and what had been read. */
export const changeWords = (figure: EnteredState): Message => {
  const was = readAs(figure)
  if (figure.state === 'notApplicable')
    return { zh: `录入为横线，即不适用（${was.zh}）`, en: `entered as a dash: not applicable (${was.en})` }
  return figure.value === null
    ? { zh: `录入为空白（${was.zh}）`, en: `entered as blank (${was.en})` }
    : { zh: `录入 ${figure.value}（${was.zh}）`, en: `entered as ${figure.value} (${was.en})` }
}

/** The day in China of an instant, which the people who type and read live by; what is no time stays as it is. */
export const dayOf = (at: string): string => {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The whole of it in one line for a note at the cell; null where nothing was typed in. */
export const enteredWords = (figure: EnteredState): Message | null => {
  const { entered } = figure
  if (!entered) return null
  const { zh, en } = changeWords(figure)
  const reason = entered.reason.trim()
  return {
    zh: `【${enteredMark}】${entered.by} ${dayOf(entered.at)} 对照原件${zh}${reason === '' ? '' : `，理由：${reason}`}`,
    en: `${entered.by}, ${dayOf(entered.at)}: ${en}, from the original${reason === '' ? '' : ` (${reason})`}`,
  }
}
