import type { Finding, Verdict } from '../../lib/checks/check.ts'
import type { Report } from '../../lib/model/report.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'

/** A report as the writers get it, judged by nothing but the findings given. */
export const judgedOf = (
  report: Report,
  findings: readonly Finding[] = [],
  verdict?: Verdict,
): JudgedReport => ({
  report,
  findings,
  verdict:
    verdict ??
    (findings.some(({ severity }) => severity === 'error')
      ? 'invalid'
      : findings.some(({ severity }) => severity === 'warning')
        ? 'needsReview'
        : 'valid'),
  source: {
    name: '青禾县数据局2023年年报.docx',
    format: 'docx',
    size: 17_020,
    sha256: '0123456789abcdef'.repeat(4),
  },
  converter: { name: 'gongkai', version: '0.1.0' },
})
