import type { FigureState } from '../../../lib/model/report.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { converted, type HostileCase, hostile } from '../hostile-case.ts'

const key = 'requests.newRequests.naturalPerson'

/** What one cell must come to, whatever it prints: never a number that is not printed there beyond doubt. */
const number = (
  printed: string,
  state: FigureState,
  value: number | null = null,
  told?: string,
): HostileCase =>
  hostile(
    '数字.html',
    `a cell that prints ${JSON.stringify(printed)}`,
    () => reportHtml(drawReport('2021', { [key]: printed })),
    converted(({ figures, findings, verdict }) => {
      const figure = figures[key]
      if (figure?.state !== state || figure.value !== value || Object.is(figure.value, -0))
        throw new Error(`read as ${JSON.stringify(figure)}`)
      if (state !== 'number' && (verdict === 'valid' || !findings.some(({ cells }) => cells.includes(key))))
        throw new Error('nothing said about it')
      if (told && !findings.some(({ check, cells }) => check === told && cells.includes(key)))
        throw new Error(`no ${told}`)
    }),
  )

/** Numbers as tricksters, spreadsheets and other scripts write them. */
export const numbers: readonly HostileCase[] = [
  number('1e999', 'text'),
  number('1e3', 'text'),
  number('1000000000000000000000000000000', 'text'),
  number(`1${'0'.repeat(400)}`, 'text'),
  number('9007199254740993', 'text'),
  number('00012', 'text'),
  number('−0', 'number', 0),
  number('-0', 'number', 0),
  number('١٢٣', 'text'),
  number('१२', 'text'),
  number('１２', 'number', 12),
  number('0x10', 'text'),
  number('1_000', 'text'),
  number('NaN', 'text'),
  number('Infinity', 'text'),
  number('1.2.3', 'text'),
  number('12,34', 'text'),
  number('1,2345', 'text'),
  number('½', 'text'),
  number('①', 'text'),
  number('12²', 'text'),
  number('1 2', 'text'),
  // What no eye sees is told; the number is read as it is seen.
  number('1\u200b2', 'number', 12, 'invisible-characters'),
  number('1\u00ad2', 'number', 12, 'invisible-characters'),
  number('\u202e12', 'text'),
  number('12\u202e', 'text'),
  number('1\u20682', 'text'),
  number('1\u0301', 'text'),
  number('𝟏𝟐', 'text'),
  number('Ⅻ', 'text'),
  number('十二', 'number', 12),
  number('1O', 'text'),
  number('l2', 'text'),
  number('+-5', 'text'),
  number('5-', 'text'),
  number('(5)', 'text'),
  number('5%', 'text'),
  number('=5', 'text'),
  number('1/2', 'text'),
  number('5.', 'text'),
  number('.5', 'text'),
  number('12\n34', 'text'),
  number('1２', 'text'),
]
