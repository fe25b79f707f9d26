import { formKeys } from '../../forms/form.ts'
import { formName } from '../words.ts'
import type { SummaryReport } from './record.ts'

const identity = ({ authority, year }: SummaryReport): string | null =>
  authority === null || year === null ? null : `${year} ${authority.replace(/\s/g, '')}`

/** Reports of an authority and a year that another one before them has too. */
export const twiceCounted = (reports: readonly SummaryReport[]): number => {
  const known = reports.map(identity).filter(id => id !== null)
  return known.length - new Set(known).size
}

/**
 * What whoever uses the sums must know of each report: that another one is of the same authority and year and
 * so counts twice, and which tables it lacks.
 */
export const remarksOf = (reports: readonly SummaryReport[]): readonly string[] => {
  const alike = Map.groupBy(
    reports.map((report, index) => ({ report, index })),
    ({ report }) => identity(report),
  )
  return reports.map((report, index) => {
    const id = identity(report)
    const others = id === null ? [] : alike.get(id)!.filter(other => other.index !== index)
    const numbers = others.map(other => other.index + 1).join('、')
    const lacking = formKeys.filter(form => report.editions[form] === null)
    const tables = lacking.map(formName).join('，')
    return [
      others.length > 0 ? `与第 ${numbers} 份同为一个机关同一年度，合计中重复计入` : '',
      lacking.length > 0 ? `没有可读的表：${tables}，不在合计内` : '',
    ]
      .filter(part => part !== '')
      .join('；')
  })
}
