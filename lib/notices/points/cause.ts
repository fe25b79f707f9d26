import { formOfKey } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { NoticedFinding, NoticedReport } from '../notice.ts'
import { onPaper } from './plain.ts'

type Way = NonNullable<NoticedFinding['repair']>

/** So many ways are spelled out. */
const mostWays = 5

const changeWords = (report: NoticedReport, { cell, printed, value }: Way[number]): string =>
  value === null
    ? `${cellName(report, cell).zh}不为${printed}（应为何数，待空白格补填后确定）`
    : `${cellName(report, cell).zh}为${value}（现填${printed}）`

const wayWords = (report: NoticedReport, way: Way): string =>
  way.map(change => changeWords(report, change)).join('，且')

/** The cells that alone would make sums hold, as arithmetic and no correction; null where a finding has none. */
export const repairWords = (
  { repair, alternatives }: NoticedFinding,
  report: NoticedReport,
): string | null => {
  if (repair)
    return onPaper(`经推算，如${wayWords(report, repair)}，即可相符。推算仅供参考，请核对原始台账后更正。`)
  if (!alternatives) return null
  const ways = alternatives.slice(0, mostWays).map(way => wayWords(report, way))
  const more = alternatives.length > ways.length ? '；等等' : ''
  return onPaper(
    `经推算，有下列情形之一即可相符：${ways.join('；')}${more}。推算仅供参考，请核对原始台账后更正。`,
  )
}

/** The table whose sums such a cause explains. */
export const causeTable = ({ cells }: NoticedFinding): string => tableName(formOfKey(cells[0]!)).zh
