import { figureEntered } from '../checks/cells/figure-entered.ts'
import { readByOcr } from '../checks/cells/read-by-ocr.ts'
import type { Severity, Verdict } from '../checks/check.ts'
import { type EnteredState, enteredWords } from '../entered/entered-words.ts'
import type { FormKey } from '../forms/form.ts'
import type { Message } from '../model/message.ts'
import type { withoutWords } from '../model/own-workbook.ts'
import type { FigureState, Report } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import type { JudgedReport } from './judged-report.ts'
import type { CellMarks } from './marks.ts'
import { type ScanState, scanNote } from './scan-words.ts'

/** Words of ours that people meet in more than one output. */

export const severityWords: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Note' },
}

export const verdictWords: Readonly<Record<Verdict, Message>> = {
  valid: { zh: '通过', en: 'Valid' },
  needsReview: { zh: '需复核', en: 'Needs review' },
  invalid: { zh: '不通过', en: 'Invalid' },
  notAssessable: { zh: '无法核对', en: 'Not assessable' },
}

const verdictSentences: Readonly<Record<Verdict, Message>> = {
  valid: { zh: '各项核对均未发现需要处理的问题。', en: 'No check found anything that needs attention.' },
  needsReview: {
    zh: '未发现算术错误，但有需要人工确认的地方。',
    en: 'No rule of the form is broken, but a person should look at the warnings.',
  },
  invalid: {
    zh: '表内数据不满足法定表式的勾稽关系，或缺少必备内容。',
    en: 'A rule of the form is broken, or a required part is missing.',
  },
  notAssessable: {
    zh: '法定表格中有内容未能读出，无法全部核对；读出的部分未发现错误。',
    en: 'Something of a statutory table could not be read; no rule is broken in what could be.',
  },
}

export const stateWords: Readonly<Record<FigureState, Message>> = {
  number: { zh: '数字', en: 'number' },
  blank: { zh: '空白', en: 'blank' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  text: { zh: '文字', en: 'text' },
  missing: { zh: '缺失', en: 'missing' },
  unreadable: { zh: '未能读出', en: 'unreadable' },
}

/** The states in the order in which they are counted. */
export const states = Object.keys(stateWords) as readonly FigureState[]

const noTable: Message = {
  zh: '未识别到法定表格，无法核对；正文与原有表格已保留。',
  en: 'No statutory table was recognised; text and tables are kept.',
}

/** What the verdict says of a report, in one sentence. */
export const verdictSentence = ({ editions }: Pick<Report, 'editions'>, verdict: Verdict): Message =>
  verdict === 'notAssessable' && Object.values(editions).every(edition => edition === null)
    ? noTable
    : verdictSentences[verdict]

/** What became of a table without figures: seen not to be there, or not read. */
export const lostTableWords = ({ observations }: Pick<Report, 'observations'>, form: FormKey): Message =>
  observations.some(each => each.kind === 'tableUnreadable' && each.form === form)
    ? { zh: '该表未能读出', en: 'not readable in this file' }
    : { zh: '文件中没有该表', en: 'not in the file' }

export const isWithout = (state: FigureState): state is keyof typeof withoutWords =>
  state === 'missing' || state === 'unreadable'

/** The statutory tables by their place in the report and a name short enough for a sheet tab. */
export const formWords: Readonly<Record<FormKey, { readonly number: string; readonly short: string }>> = {
  proactiveDisclosure: { number: '二', short: '主动公开' },
  requests: { number: '三', short: '依申请公开' },
  reconsiderationAndLitigation: { number: '四', short: '复议诉讼' },
}

/** 三、依申请公开 */
export const formName = (form: FormKey): string => `${formWords[form].number}、${formWords[form].short}`

/** The title in one line, or the file's name. */
export const titleWords = ({ report, source }: Pick<JudgedReport, 'report' | 'source'>): string =>
  report.title?.replace(/\s*\n\s*/g, '') ?? source.name

export const periodWords = ({ period }: Report): string | null => period && `${period.from} 至 ${period.to}`

export const signatureWords = ({ signature }: Report): string | null =>
  [signature?.authority, signature?.date].filter(Boolean).join('　') || null

/** What the findings noted on a cell say, a line for each. */
export const noteLines = (noted: CellMarks['noted']): readonly string[] =>
  noted.map(({ finding: { severity, message } }) => `【${severityWords[severity].zh}】${message.zh}`)

/** Findings that say of all their cells together what a note says of its own. */
const toldAtCells: ReadonlySet<string> = new Set([figureEntered.id, readByOcr.id])

/**
 * What a note on a cell says: what findings say of it, and what was typed in there or how it was read from a picture, which
 * their findings say too.
 */
export const cellNotes = (
  figure: EnteredState & ScanState,
  marks: CellMarks | undefined,
): readonly string[] => {
  const own = enteredWords(figure)?.zh ?? scanNote(figure)
  if (own === null) return noteLines(marks?.noted ?? [])
  const others = (marks?.noted ?? []).filter(({ finding }) => !toldAtCells.has(finding.check))
  return [...noteLines(others), own]
}

/** What the sums leave a blank cell. It is no figure. */
export const determinedWords = (value: number): Message => ({
  zh: `由勾稽关系唯一确定：${value}`,
  en: `the sums leave it ${value} only`,
})

/** Where something stands in the document, in a few words. */
export const placeWords = (source: Source | null): string => {
  if (!source) return ''
  if (source.kind === 'paragraph') return `第${source.paragraph}段`
  const cell = `表${source.table} 第${source.row}行第${source.column}列`
  return source.kind === 'page' ? `第${source.page}页 ${cell}` : cell
}
