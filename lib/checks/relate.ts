import { cellName } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'
import type { Finding } from './check.ts'
import { equationChecks } from './equations.ts'

const direction = new Map(equationChecks.map(({ id, equation }) => [id, equation.over]))

const isBroken = ({ check, outcome }: Finding): boolean => outcome === 'broken' && direction.has(check)

/**
 * One wrong figure breaks its row and its column at once. Where a broken equation crosses broken ones of the other
 * direction in one single cell, its message names that cell, so that the findings read as one fault.
 */
export const relateEquations = (report: Report, findings: readonly Finding[]): readonly Finding[] => {
  const broken = findings.filter(isBroken)
  const crossing = (finding: Finding, cell: string): readonly Finding[] =>
    broken.filter(
      other => direction.get(other.check) !== direction.get(finding.check) && other.cells.includes(cell),
    )
  return findings.map(finding => {
    if (!isBroken(finding)) return finding
    const shared = finding.cells.filter(cell => crossing(finding, cell).length > 0)
    const [cell] = shared
    if (cell === undefined || shared.length > 1) return finding
    const name = cellName(report, cell)
    const hint: Message = {
      zh: `（与另 ${crossing(finding, cell).length} 处不平相交于${name.zh}，很可能是这一格填错，请先核对。）`,
      en: ` (It crosses ${crossing(finding, cell).length} other broken equation(s) in ${name.en}, probably the wrong cell: check it first.)`,
    }
    return {
      ...finding,
      message: { zh: finding.message.zh + hint.zh, en: finding.message.en + hint.en },
    }
  })
}
