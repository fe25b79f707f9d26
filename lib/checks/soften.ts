import type { Finding } from './check.ts'
import { equationChecks } from './equations.ts'
import { requestsCannotBeTrue } from './requests/requests-cannot-be-true.ts'

const equations = new Set([...equationChecks, requestsCannotBeTrue].map(({ id }) => id))

/** Checks that say of figures that their very place was put together. */
const doubting: ReadonlySet<string> = new Set(['rows-scattered'])

/**
 * A sum that breaks through figures whose place is itself in doubt proves no fault of the report: it is a warning, and
 * says what to look at first.
 */
export const softened = (findings: readonly Finding[]): readonly Finding[] => {
  const doubtful = new Set(findings.flatMap(({ check, cells }) => (doubting.has(check) ? cells : [])))
  if (doubtful.size === 0) return findings
  return findings.map(finding => {
    const { check, severity, message, cells } = finding
    if (severity !== 'error' || !equations.has(check) || !cells.some(key => doubtful.has(key))) return finding
    return {
      ...finding,
      severity: 'warning',
      message: {
        zh: `${message.zh}（其中有的数字是由散落的文字拼回的，请先与原文件核对。）`,
        en: `${message.en} (Some of these figures were put together from scattered text: compare them with the file first.)`,
      },
    }
  })
}
