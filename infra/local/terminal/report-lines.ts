import { styleText } from 'node:util'
import type { Finding, Severity } from '../../../lib/checks/check.ts'
import type { Message } from '../../../lib/model/message.ts'
import { countFindings } from '../../../lib/submission/finding-excerpt.ts'
import type { Ending, Outcome } from '../../../lib/submission/outcome.ts'
import { causesFirst } from '../../../lib/writers/gravest-first.ts'
import { severityWords } from '../../../lib/writers/words.ts'
import { padded, printable, shortened } from './width.ts'
import { type Language, outcomeWord } from './words.ts'

type Style = 'red' | 'yellow' | 'green' | 'dim'

const columns = [
  { title: { zh: '机关', en: 'Authority' }, width: 30, side: 'left' },
  { title: { zh: '年份', en: 'Year' }, width: 4, side: 'left' },
  { title: { zh: '表式', en: 'Form' }, width: 9, side: 'left' },
  { title: { zh: '结论', en: 'Verdict' }, width: 14, side: 'left' },
  { title: { zh: '错误', en: 'Err.' }, width: 4, side: 'right' },
  { title: { zh: '警告', en: 'Warn' }, width: 4, side: 'right' },
] as const

const line = (cells: readonly string[], file: string): string =>
  [...columns.map((column, index) => padded(cells[index] ?? '', column.width, column.side)), file].join('  ')

const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout })

/** The table's header. */
export const headerLine = (language: Language): string =>
  paint(
    'dim',
    line(
      columns.map(column => column.title[language]),
      language === 'zh' ? '文件' : 'File',
    ),
  )

const styleOf: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'dim' }

/** In columns; the workbook and the page have the whole sentence. */
const longestSentence = 300

const noteLine = (style: Style, word: string, id: string, message: Message, language: Language): string =>
  `  ${paint(style, word)} ${paint('dim', id)} ${shortened(printable(message[language]), longestSentence)}`

const findingLine = ({ severity, check, message }: Finding, language: Language): string =>
  noteLine(styleOf[severity], severityWords[severity][language], check, message, language)

const refusalLines = (outcome: Exclude<Outcome, { kind: 'validated' }>, language: Language): string[] => {
  const { code, sentence, remedy } = outcome.kind === 'rejected' ? outcome.problem : outcome.failure
  const word = { zh: '原因', en: 'Reason' }[language]
  return [
    noteLine('red', word, code, sentence, language),
    noteLine('dim', { zh: '处理', en: 'Remedy' }[language], '', remedy, language),
  ]
}

/** The line of one report and under it what was found, gravest first; for a refused file the reason and the remedy. */
export const reportLines = (file: string, outcome: Ending, language: Language): readonly string[] => {
  if (outcome.kind === 'unpacked') {
    const count = outcome.files.length
    const word = { zh: `压缩包 ${count} 份`, en: `zip of ${count}` }[language]
    return [paint('dim', line(['—', '—', '—', word, '', ''], printable(file)))]
  }
  const word = outcomeWord(outcome)[language]
  if (outcome.kind !== 'validated')
    return [
      paint('red', line(['—', '—', '—', word, '', ''], printable(file))),
      ...refusalLines(outcome, language),
    ]
  const { report, findings, verdict } = outcome.conversion
  const { errors, warnings } = countFindings(findings)
  const editions = [...new Set(Object.values(report.editions).filter(edition => edition !== null))]
  const cells = [
    printable(report.authority ?? '—'),
    String(report.year ?? '—'),
    editions.join('+') || '—',
    word,
    String(errors),
    String(warnings),
  ]
  const style = { valid: 'green', needsReview: 'yellow', invalid: 'red', notAssessable: 'yellow' } as const
  return [
    paint(style[verdict], line(cells, printable(file))),
    ...causesFirst(findings).flatMap(({ finding, parts }) => [
      findingLine(finding, language),
      ...parts.map(part => `    └${findingLine(part, language).slice(1)}`),
    ]),
  ]
}
